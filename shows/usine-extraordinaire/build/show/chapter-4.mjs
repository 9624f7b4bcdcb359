/**
 * Chapter 4, the line, 195–251 s, 4/4 in bars of 2 s. A constructivist sheet in red, black and cream: columns as blocks,
 * hard diagonals, everything moves on by one bay on the third beat and a press strikes on the first. At 223 s (bar 14)
 * the grid turns to gold. From 247 s the windows go out, and 249–251 is black: the war.
 */
import { event, figure } from './words.mjs';
import { arc, box, lineOf, poly, ring } from './forms.mjs';
import { assembly, gears, lathes, presses } from './chapter-4-line.mjs';
import { deco } from './chapter-4-deco.mjs';
import { fairground, holidays, lastWindows } from './chapter-4-home.mjs';
import { atColumns, draw, flat, line } from './wings.mjs';
import { keys } from './kit.mjs';

export const INK = {
  black: '#0e0e10',
  gold: '#d9a94e',
  brass: '#b08d57',
  red: '#e63946',
  cream: '#f1faee',
  night: '#1d3557',
};
const STYLE = { font: 'media:limelight', colour: INK.cream, text: INK.cream };
const GOLD = { ...STYLE, colour: '#f2c568' };
const BAR = 2;

/** Keys that move on by `step` on the third beat of each bar, back to the start after so many bars. */
export const indexed = (bars, from, step, wrap) => {
  const list = [[0, from, 'hold']];
  for (let bar = 0; bar < bars; bar += 1) {
    const n = bar % wrap;
    const at = bar * BAR;
    list.push([at + 1, from + n * step, 'in-out'], [at + 1.6, from + (n + 1) * step, 'hold']);
    if (n === wrap - 1) list.push([at + 1.62, from, 'hold']);
  }
  return keys(...list);
};

export const chapterFour = (kit) => {
  sheet(kit);
  stopwatch(kit);
  figure(kit, 'taylor', [195.4, 202.6], STYLE, [
    { path: [ring(2.2), ring(1.9)] },
    {
      path: [
        ...Array.from({ length: 20 }, (_, i) => {
          const a = (i / 20) * 2 * Math.PI;
          return lineOf([1.5 * Math.cos(a), 1.5 * Math.sin(a)], [1.8 * Math.cos(a), 1.8 * Math.sin(a)]);
        }),
        box(-0.35, 2.25, 0.35, 2.75),
        box(-0.7, 2.75, 0.7, 3.05),
      ],
      strokeWidth: 0.12,
    },
    { path: lineOf([0, -0.4], [0, 1.6]), stroke: INK.red, strokeWidth: 0.26, spin: -90 },
  ]);
  presses(kit);
  assembly(kit);
  event(kit, 'ford', [203, 208.6], STYLE);
  lathes(kit);
  event(kit, 'javel', [209, 215], { ...STYLE, from: 1913 });
  gears(kit);
  figure(kit, 'citroen', [215.3, 222.6], STYLE, [
    {
      // A toothed wheel face on, and its double-helical rim below it edge-on.
      path: [
        poly(
          Array.from({ length: 64 }, (_, i) => {
            const r = i % 4 < 2 ? 2.1 : 1.7;
            const a = (i / 64) * 2 * Math.PI;
            return [-1.9 + r * Math.cos(a), r * Math.sin(a)];
          }),
        ),
        ring(0.6, -1.9, 0),
        box(0.9, -2.1, 3.1, 2.1),
        ...[-1.5, -0.6, 0.3, 1.2].map((y) => lineOf([0.9, y - 0.3], [2, y + 0.4], [3.1, y - 0.3])),
      ],
      strokeWidth: 0.16,
    },
  ]);
  deco(kit);
  event(kit, 'art-deco', [223, 228.8], { ...GOLD, from: 1915 }, { fadeIn: 0.15 });
  figure(kit, 'paris', [229.1, 235.8], GOLD, [
    {
      path: [
        lineOf([-2.4, -2.6], [-1.2, 2.2]),
        lineOf([0, -2.6], [-1.2, 2.2]),
        ring(0.35, -1.2, 2.55),
        arc(2.2, -112, -68, -1.2, 1.6),
      ],
    },
    {
      path: [
        ring(1.1, 2.1, 0.9),
        box(1.65, -1.1, 2.55, -0.25),
        lineOf([1.65, -0.55], [2.55, -0.75]),
        lineOf([1.8, 0.3], [2.1, 1.1], [2.4, 0.3]),
      ],
      fill: '#ffe9a8',
      fillOpacity: 0.25,
      glow: 1.2,
      glowLevel: 0.5,
    },
  ]);
  fairground(kit);
  event(kit, 'menagers', [236.1, 242.5], { ...GOLD, from: 1925 });
  holidays(kit);
  event(kit, 'conges', [242.8, 248.6], { ...GOLD, from: 1926 }, { fadeOut: 0.3 });
  lastWindows(kit);
};

/** Columns as isometric blocks, and red and cream diagonals that cross entablature and glass and move on with the line. */
const sheet = (kit) => {
  kit.clip(
    'drawing',
    'white-columns',
    'facade-light',
    [195, 223.6],
    {
      elements: ['columns', 'pavilion-column'],
      lines: 'outline',
      look: 'fill',
      order: 'left-right',
      soft: 0.01,
      colour: INK.cream,
      level: 0.9,
      progress: 0,
    },
    {
      words: 'Colonnes blanches, l’une après l’autre',
      fadeOut: 0.8,
      keyframes: {
        progress: keys([0, 0], [2, 1]),
        level: keys([0, 0.95], [2.4, 0.95, 'smooth'], [4, 0.5], [14, 0.5, 'smooth'], [15, 0.3]),
      },
    },
  );
  draw(
    kit,
    'drawing',
    'red-sides',
    [197, 223.6],
    flat(
      atColumns((x) =>
        poly([
          [x + 0.55, 4.2],
          [x + 1.35, 4.9],
          [x + 1.35, 15],
          [x + 0.5, 15],
        ]),
      ),
      '#b3202c',
      { fillOpacity: 0 },
    ),
    'Flanc rouge des blocs',
    { fadeOut: 0.8, keyframes: { fillOpacity: keys([0, 0, 'out'], [1, 1], [12, 1, 'smooth'], [13, 0.55]) } },
  );
  // Bands lean with the line’s way; two of them make a period of two bays.
  for (const [id, x0, wide, fill, opacity] of [
    ['red', 0, 4.2, '#a81d29', 1],
    ['cream', 5.1, 0.45, INK.cream, 0.8],
  ])
    draw(
      kit,
      'drawing',
      `diagonal-${id}`,
      [197, 223.6],
      flat(
        // One and the same band, from the architrave over the balustrade and on over the glass.
        poly([
          [x0, 15],
          [x0 + wide, 15],
          [x0 + wide + 20, 35],
          [x0 + 20, 35],
        ]),
        fill,
        { fillOpacity: 0, repeat: 23, stepX: 11.4, x: -28.8 },
      ),
      'Diagonales sur l’entablement et la verrière',
      {
        fadeOut: 0.8,
        region: { elements: ['vault', 'entablature', 'balustrade', 'cornices'], inverted: false },
        keyframes: {
          fillOpacity: keys([0, 0, 'out'], [1.5, opacity], [11.6, opacity, 'smooth'], [13, opacity * 0.45]),
          x: indexed(13, -28.8, 5.7, 2),
        },
      },
    );
  // The dome and the porch stand in front of the glass, and keep their words calm.
  draw(
    kit,
    'drawing',
    'black-porch',
    [195, 223.6],
    flat([box(87.5, 19.4, 147.5, 34.6)], '#000000'),
    'Le porche reste noir',
    { fadeOut: 0.4 },
  );
  kit.clip(
    'drawing',
    'sheet-lines',
    'facade-light',
    [195.6, 223.6],
    {
      elements: ['cornices', 'plinth', 'dome', 'dome-drum', 'pavilion-attic', 'porch-attic', 'vault'],
      lines: 'axis',
      look: 'stroke',
      order: 'left-right',
      soft: 0.02,
      colour: INK.cream,
      width: 0.18,
      glow: 0,
      glowLevel: 0,
      level: 0.6,
      progress: 0,
    },
    { words: 'Filets', fadeOut: 0.8, keyframes: { progress: keys([0, 0], [2, 1]) } },
  );
};

/** The dome is a dial, and each pavilion’s attic has a whole one: fifty of a minute’s hundred marks. The hand goes in sixteenths and flies back on the beat. */
const stopwatch = (kit) => {
  const mark = (i, r0, r1) => {
    const a = (i / 50) * Math.PI;
    const long = i % 5 === 0 ? r0 - 1.1 : r0;
    return lineOf([long * Math.cos(a), long * Math.sin(a)], [r1 * Math.cos(a), r1 * Math.sin(a)]);
  };
  const rim = (i) => {
    const a = (i / 50) * Math.PI;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const at = (k) => [Math.sign(c) * 29 * k * Math.abs(c) ** (2 / 2.4), 15 * k * Math.abs(s) ** (2 / 2.4)];
    return lineOf(at(0.985), at(i % 5 === 0 ? 0.9 : 0.945));
  };
  const marks = Array.from({ length: 51 }, (_, i) => i);
  const dial = (id, path, width, span, colour, more) =>
    draw(
      kit,
      'machines',
      `dial-${id}`,
      span,
      line(path, colour, width, { x: 117.5, y: 33 }),
      'Cadran du chronomètre',
      more,
    );
  dial(
    'marks',
    marks.map((i) => mark(i, 11.6, 12.4)),
    0.2,
    [195.2, 223.4],
    INK.cream,
    { fadeIn: 0.4, fadeOut: 0.6 },
  );
  dial('rim', marks.map(rim), 0.24, [195.6, 223.4], INK.cream, { fadeIn: 0.4, fadeOut: 0.6 });
  const sweep = [];
  for (let step = 0; step < 56; step += 1) sweep.push([step * 0.125, -180 * (step / 55) ** 1.5, 'hold']);
  for (let bar = 0; bar < 10; bar += 1)
    for (let step = 0; step < 16; step += 1)
      sweep.push([7.4 + bar * 2 + step * 0.125, -180 * (step / 15), step === 15 ? 'in' : 'hold']);
  draw(
    kit,
    'machines',
    'dial-hand',
    [195.6, 223.4],
    {
      path: [
        poly([
          [0.5, -0.35],
          [-11, -0.14],
          [-12.8, 0],
          [-11, 0.14],
          [0.5, 0.35],
        ]),
      ],
      fill: INK.red,
      fillOpacity: 1,
      x: 117.5,
      y: 33.6,
    },
    'Aiguille au centième de minute',
    { fadeIn: 0.2, fadeOut: 0.6, keyframes: { rotation: keys(...sweep) } },
  );
  attics(kit);
};
/** The stopwatch that can be read from the avenue: a hundred to the minute; it flies back on the beat. */
const attics = (kit) => {
  const sweep = Array.from({ length: 11 }, (_, bar) => [
    [bar * 2 + 0.6, 0],
    [bar * 2 + 2.3, 1, 'in'],
    [bar * 2 + 2.55, 0],
  ]).flat();
  for (const [end, x] of [
    ['seine', 12.9],
    ['champs', 222.1],
  ])
    kit.clip(
      'machines',
      `stopwatch-${end}`,
      'dial',
      [199, 223.4],
      {
        from: 0,
        to: 100,
        lowest: 0,
        highest: 100,
        x,
        y: 23.9,
        radius: 3.8,
        start: 90,
        sweep: -360,
        steps: 10,
        between: 2,
        tick: 0.9,
        labels: 0,
        colour: INK.cream,
        hand: 'blade',
        handLength: 0.92,
        handWidth: 0.7,
        handColour: INK.red,
        lit: 0,
        progress: 0,
      },
      {
        words: 'Chronomètre au centième de minute',
        fadeIn: 0.4,
        fadeOut: 0.6,
        keyframes: { progress: keys([0, 0], ...sweep) },
      },
    );
};
