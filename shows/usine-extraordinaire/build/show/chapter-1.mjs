/**
 * Chapter 1, steam and steel, 35–85 s, bars of 2.5 s. Copperplate: the building is cut into the dark line by line, its
 * doors are furnaces; hammer, converter, cables, tower, and a train on the cornice. The last bar (82.5–85) loops.
 */
import { IN_FRONT } from './machine.mjs';
import { arc, lineOf } from './forms.mjs';
import { event, figure } from './words.mjs';
import { keys } from './kit.mjs';
import { steamHammer, bessemer, brooklyn, eiffel, train } from './chapter-1-iron.mjs';

const STYLE = { font: 'media:alfa-slab', colour: '#ffc36b', text: '#f0e2c4' };
const BAR = 2.5;

export const chapterOne = (kit) => {
  plate(kit);
  furnaces(kit);
  pistons(kit);
  engines(kit);
  event(kit, 'martin', [35.8, 42.2], STYLE);
  steamHammer(kit);
  event(kit, 'pilon', [43, 49.4], { ...STYLE, from: 1869 });
  bessemer(kit);
  event(kit, 'thomas', [50.2, 56.6], { ...STYLE, from: 1877 });
  brooklyn(kit);
  figure(kit, 'roebling', [57.2, 64.8], STYLE, [
    { path: [lineOf([-0.5, -2.6], [-0.5, 2.4], [0.5, 2.4], [0.5, -2.6]), lineOf([-5.4, -2.4], [5.4, -2.4])] },
    {
      path: [-5, -4, -3, -2, 2, 3, 4, 5].map((x) => lineOf([x < 0 ? -0.5 : 0.5, 2.3], [x, -2.3])),
      strokeWidth: 0.12,
    },
  ]);
  eiffel(kit);
  event(kit, 'eiffel', [65.6, 72.4], { ...STYLE, from: 1878 });
  figure(kit, 'eiffel', [73, 79.6], STYLE, [
    {
      path: [
        lineOf([-2.4, -2.6], [-1.1, -0.4], [-0.55, 1.2], [-0.2, 2.8]),
        lineOf([2.4, -2.6], [1.1, -0.4], [0.55, 1.2], [0.2, 2.8]),
        lineOf([-1.5, -0.4], [1.5, -0.4]),
        lineOf([-0.9, 1.2], [0.9, 1.2]),
      ],
    },
    {
      path: [
        lineOf([-2.4, -2.6], [-0.5, -0.4]),
        lineOf([2.4, -2.6], [0.5, -0.4]),
        arc(1.15, 160, 20, 0, -2.3),
        lineOf([-1, -0.3], [0.5, 1.2]),
        lineOf([1, -0.3], [-0.5, 1.2]),
      ],
      strokeWidth: 0.11,
    },
  ]);
  train(kit);
};

/** The plate itself: cut from below with the first blow, hot again at the tower. */
const plate = (kit) => {
  kit.clip(
    'front',
    'plate-front',
    'engraving',
    [43.4, 57.6],
    {
      elements: IN_FRONT,
      ember: 0.5,
      emberHeight: 6,
      lightX: 60,
      lightY: 60,
      pitch: 0.44,
      tone: 0.36,
      colour: '#d9c7a2',
      shade: '#5c5348',
      level: 0.8,
    },
    { words: 'Colonnade devant les machines', fadeIn: 0.6, fadeOut: 0.6 },
  );
  kit.clip(
    'stone',
    'plate',
    'engraving',
    [35, 86.2],
    {
      ember: 0.5,
      emberHeight: 6,
      lightX: 30,
      lightY: 60,
      pitch: 0.44,
      tone: 0.62,
      colour: '#d9c7a2',
      shade: '#5c5348',
      level: 0.8,
      quietLevel: 0.06,
    },
    {
      words: 'Taille-douce',
      keyframes: {
        progress: keys(
          [0, 0, 'out'],
          [7.5, 0.42, 'linear'],
          [10, 0.5, 'in-out'],
          [30, 0.62, 'linear'],
          [40, 1],
        ),
        tone: keys(
          [0, 0.75],
          [7.5, 0.75, 'smooth'],
          [9, 0.34],
          [21, 0.34, 'smooth'],
          [22.5, 0.24],
          [30, 0.24],
          [32, 0.4],
          [47, 0.5],
        ),
        ember: keys(
          [0, 1, 'out'],
          [2.4, 0.5],
          [22, 0.55],
          [24, 0.15],
          [30, 0.15],
          [38, 0.35],
          [50, 0.45, 'heavy'],
          [51.2, 0],
        ),
        lightX: keys([0, 20], [47.4, 205]),
        heat: keys([0, 0], [30, 0], [37.5, 0.28], [50, 0.28, 'in'], [51, 1]),
        level: keys([0, 0.85], [50, 0.85, 'in'], [51.2, 0]),
      },
    },
  );
};

/** Every window is the door of a hearth; the regenerators below change sides every four beats. */
const furnaces = (kit) => {
  const swap = (first) => {
    const list = [];
    for (let at = 0; at < 22; at += BAR * 2)
      list.push({ at, value: first, ease: 'smooth' }, { at: at + BAR, value: 1 - first, ease: 'smooth' });
    return list;
  };
  for (const [side, first, colour] of [
    ['wing-left', 1, '#ff7a1f'],
    ['wing-right', 0, '#ff7a1f'],
  ]) {
    const name = side === 'wing-left' ? 'l' : 'r';
    const doors = Array.from({ length: 11 }, (_, i) => `window-${name}-${String(i + 1).padStart(2, '0')}`);
    kit.clip(
      'light',
      `furnace-${name}`,
      'facade-light',
      [35.4, 58],
      {
        elements: doors,
        lines: 'outline',
        look: 'fill',
        order: 'centre-out',
        colour,
        level: 0.9,
        glow: 1.6,
        glowLevel: 0.4,
        twinkle: 0.25,
        twinkleRate: 0.9,
      },
      {
        words: 'Fours Martin',
        fadeIn: 1.5,
        fadeOut: 2,
        keyframes: { progress: keys([0, 0, 'out'], [4, 1]) },
      },
    );
    kit.clip(
      'light',
      `regenerator-${name}`,
      'facade-light',
      [37, 50],
      {
        elements: [`plinth-${name}`],
        lines: 'axis',
        look: 'stroke',
        colour: '#4f7cff',
        width: 0.5,
        glow: 1.4,
        glowLevel: 0.4,
        level: 0.7,
      },
      {
        words: 'Inversion des gaz',
        fadeIn: 1,
        fadeOut: 1.5,
        keyframes: { opacity: swap(first).map((key) => ({ ...key, value: key.value * 0.8 })) },
      },
    );
  }
  kit.clip(
    'light',
    'furnace-arches',
    'facade-light',
    [36.5, 58],
    {
      elements: ['arches', 'gates'],
      lines: 'outline',
      look: 'fill',
      colour: '#d8480c',
      level: 0.55,
      twinkle: 0.2,
      twinkleRate: 0.7,
    },
    { words: 'Gueules de four', fadeIn: 3, fadeOut: 2 },
  );
  kit.clip(
    'front',
    'embers',
    'particles',
    [35, 66],
    {
      kind: 'embers',
      count: 700,
      x: 2,
      y: 1,
      width: 231,
      height: 2,
      warm: false,
      colour: '#ffb347',
      endColour: '#c22a04',
      level: 1.1,
      size: 1.5,
      seed: 18,
    },
    { words: 'Escarbilles', fadeIn: 2, fadeOut: 4, region: null },
  );
};

/** Column by column a stroke of white heat rises with the beat. */
const pistons = (kit) => {
  for (const name of ['l', 'r']) {
    const list = [];
    for (let at = 0; at < 7.4; at += BAR)
      list.push(
        { at, value: 0, ease: 'out' },
        { at: at + 1.15, value: 1, ease: 'in' },
        { at: at + BAR - 0.02, value: 0, ease: 'hold' },
      );
    kit.clip(
      'light',
      `pistons-${name}`,
      'facade-light',
      [35.4, 43],
      {
        elements: Array.from({ length: 12 }, (_, i) => `column-${name}-${String(i + 1).padStart(2, '0')}`),
        lines: 'axis',
        look: 'stroke',
        order: 'up',
        soft: 0.03,
        tail: 1,
        colour: '#ffd9a0',
        width: 0.55,
        glow: 1.0,
        glowLevel: 0.35,
      },
      { words: 'Pistons', fadeOut: 1, keyframes: { progress: list } },
    );
  }
};

/** A beam engine on each pavilion, as high as it: one turn in two bars. It stands still before the tower is begun there. */
const engines = (kit) => {
  for (const [name, x, angle] of [
    ['seine', 5.6, 0],
    ['champs', 215, 180],
  ])
    kit.clip(
      'machines',
      `engine-${name}`,
      'linkage',
      [36, 64.6],
      {
        kind: 'beam',
        x,
        y: 4.9,
        crank: 2.2,
        rod: 11.6,
        beam: 7.1,
        bar: 0.8,
        angle,
        spin: 72,
        stroke: '#f0e2c4',
        strokeWidth: 0.28,
        fill: '#0b0807',
        fillOpacity: 0.92,
        glow: 0.4,
        glowLevel: 0.2,
      },
      {
        words: 'Machine à balancier',
        fadeIn: 1.4,
        fadeOut: 2,
        region: { elements: ['pavilions', 'quadrigas'], inverted: false },
      },
    );
};
