/** Chapter 2, its second half: from Baudot’s dots to the lamps of 1900. */
import { INKS, onBothWings, place } from './machine.mjs';
import { bulb, candle, hairpin, pelton, tape } from './machines-electric.mjs';
import { flow } from './forms.mjs';
import { keys } from './kit.mjs';

/** Baudot’s five bits run along the plinth: the code of the letters that the music is made of. */
export const fiveBits = (kit) => {
  const { marks, spaces } = tape('FRISE', 32, 1.9, 0.68, 0.29);
  // Two and a half points a second pass a place: more would flash.
  const run = { x: keys([0, 2], [6.6, -29.5]) };
  for (const [id, path, colour, glow] of [
    ['marks', marks, '#7fd6ff', 0.7],
    ['spaces', spaces, '#3a5fb8', 0],
  ])
    kit.clip(
      'front',
      `baudot-${id}`,
      'shape',
      [101.6, 108.2],
      {
        path,
        x: 2,
        y: 0.65,
        strokeOpacity: 0,
        strokeWidth: 0.02,
        fill: colour,
        fillOpacity: 1,
        glow,
        glowLevel: 0.4,
      },
      {
        words: 'Code Baudot',
        fadeIn: 0.4,
        fadeOut: 0.6,
        region: { elements: ['plinth', 'pavilion'], inverted: false },
        keyframes: run,
      },
    );
  kit.clip(
    'light',
    'baudot-beat',
    'facade-light',
    [101.6, 108.2],
    {
      elements: ['plinth'],
      lines: 'axis',
      look: 'stroke',
      colour: '#3a2bd8',
      width: 0.25,
      glow: 0.8,
      glowLevel: 0.35,
    },
    { words: 'Ligne télégraphique', fadeIn: 0.5, fadeOut: 0.5 },
  );
};

/** A candle at each column: the wings are the avenue. Brightness wanders, never flickers. */
export const candles = (kit) => {
  for (const [name, x0] of [
    ['l', 28.15],
    ['r', 144.15],
  ])
    for (const part of candle())
      kit.clip(
        'machines',
        `candle-${name}-${part.id}`,
        'shape',
        [107.8, 121],
        { path: part.path, ...INKS.poster, ...part, id: undefined, x: x0, y: 13.4, repeat: 12, stepX: 5.7 },
        {
          words: `Bougies Jablochkoff : ${part.id}`,
          fadeIn: 0.8,
          fadeOut: 1,
          ...(part.id === 'globe'
            ? {
                keyframes: {
                  fillOpacity: keys(
                    ...Array.from({ length: 14 }, (_, i) => [
                      i,
                      0.5 + 0.18 * Math.sin(i * 2.1 + (name === 'l' ? 0 : 2)),
                      'smooth',
                    ]),
                  ),
                },
              }
            : {}),
        },
      );
  kit.clip(
    'stone',
    'avenue',
    'stone',
    [107.8, 130.2],
    {
      elements: [
        'wall',
        'bay',
        'half-bay',
        'frieze',
        'window',
        'column',
        'entablature',
        'cornice',
        'plinth',
        'statue',
      ],
      lightX: 117.5,
      lightY: 13,
      lightHeight: 30,
      lightReach: 220,
      ambient: 0.1,
      level: 0.32,
      colour: '#cfd8ff',
      saturation: 0.5,
    },
    {
      words: 'Avenue de l’Opéra',
      fadeIn: 2,
      fadeOut: 1.5,
      keyframes: { level: keys([0, 0.1], [3, 0.34], [12, 0.34], [14, 0.12]) },
    },
  );
};

/** 1881: lamps on the whole height of the stone, from the ground up. */
export const exhibition = (kit) => {
  kit.clip(
    'light',
    'lamps-1881',
    'facade-light',
    [114, 130.2],
    {
      elements: ['balustrade', 'arches', 'archivolt', 'gates', 'windows'],
      lines: 'outline',
      look: 'lamps',
      order: 'centre-out',
      spacing: 0.8,
      size: 0.24,
      glow: 0.55,
      glowLevel: 0.28,
      colour: '#ffe9a8',
      progress: 0,
      soft: 0.03,
      twinkle: 0.25,
      twinkleRate: 0.8,
    },
    {
      words: 'Lampes de 1881',
      fadeOut: 0.3,
      keyframes: {
        progress: keys([0, 0], [6, 0.8], [13, 1]),
        opacity: keys([0, 1], [6.5, 1], [7.2, 0.3], [13.6, 0.3], [15, 1]),
      },
    },
  );
};

/** Mrs Ayrton’s arc: one white curve from pavilion to pavilion on the entablature, its stone the only thing it lights. */
export const theArc = (kit) => {
  for (const [id, lift] of [
    ['1', 0],
    ['2', 1.1],
    ['3', -0.9],
  ])
    kit.clip(
      'front',
      `arc-${id}`,
      'shape',
      [121, 128.2],
      {
        path: flow([
          [6, 17.4],
          [32, 17.5 + lift],
          [60, 18.2 - lift],
          [90, 17.2 + lift * 1.2],
          [117.5, 17.8],
          [146, 17.2 - lift],
          [175, 18.2 + lift],
          [203, 17.5 - lift],
          [229, 17.4],
        ]),
        stroke: id === '1' ? '#ffffff' : '#8fb8ff',
        strokeWidth: id === '1' ? 0.7 : 0.24,
        glow: 3.4,
        glowLevel: 0.35,
        swingY: 0.4,
        swingRate: 0.7 + 0.3 * Number(id),
        swingPhase: 0.3 * Number(id),
        draw: 0,
      },
      {
        words: 'Arc électrique',
        fadeOut: 0.8,
        region: { elements: ['porch', 'porch-mass', 'cornice-porch'], inverted: true },
        keyframes: { draw: keys([0, 0, 'in'], [1, 1]) },
      },
    );
};

/** Lamp by lamp to bar 37, then all of it; the glass is a lantern. */
export const nineteenHundred = (kit) => {
  kit.clip(
    'light',
    'garlands',
    'facade-light',
    [125, 140.6],
    {
      elements: ['cornices', 'dome', 'dome-ribs', 'vault-ribs', 'ridge', 'lantern', 'attic', 'drum'],
      lines: 'axis',
      look: 'lamps',
      order: 'up',
      spacing: 0.95,
      size: 0.28,
      glow: 0.7,
      glowLevel: 0.3,
      colour: '#fff0b8',
      progress: 0,
      soft: 0.04,
      chaseDepth: 0.25,
      chasePeriod: 12,
      chaseSpeed: 8,
    },
    { words: 'Guirlandes', keyframes: { progress: keys([0, 0, 'in'], [5, 1]) } },
  );
  kit.clip(
    'light',
    'outline-lamps',
    'facade-light',
    [130, 140.6],
    {
      elements: [
        'balustrade',
        'arches',
        'archivolt',
        'gates',
        'quadriga',
        'column',
        'porch-column',
        'pavilion-column',
      ],
      lines: 'outline',
      look: 'lamps',
      spacing: 0.75,
      size: 0.2,
      glow: 0.45,
      glowLevel: 0.25,
      colour: '#ffe7a0',
      twinkle: 0.35,
      twinkleRate: 0.9,
    },
    { words: 'Tout le palais en lampes', fadeIn: 0.2 },
  );
  kit.clip(
    'stone',
    'palace-1900',
    'stone',
    [130, 140.6],
    {
      saturation: 1,
      ambient: 0.12,
      lightX: 117.5,
      lightY: 8,
      lightHeight: 34,
      lightReach: 190,
      colour: '#ffd9a0',
      level: 0.6,
      inside: 1.15,
      insideColour: '#ffb84a',
      quietLevel: 0.12,
      relief: 0.9,
    },
    {
      words: '1900 : le Grand Palais s’allume',
      fadeIn: 0.15,
      keyframes: {
        inside: keys([0, 0, 'out'], [0.9, 1.5, 'smooth'], [3.5, 1.05]),
        level: keys([0, 0.9, 'smooth'], [3.5, 0.62]),
      },
    },
  );
  onBothWings(
    kit,
    'front',
    'pelton',
    [124, 130],
    pelton(),
    { x: 104.5, y: 8.4, scale: 0.85 },
    { stroke: '#7fd6ff', strokeWidth: 0.16, glow: 0.6, glowLevel: 0.3 },
    { fadeIn: 0.6, fadeOut: 0.6, region: { elements: ['gates'], inverted: false } },
  );
};

/** Everything off but one lamp: its filament comes to life in the central arch. */
export const firstLamp = (kit) => {
  place(
    kit,
    'machines',
    'lamp',
    [85.3, 90],
    bulb().map((part) => ({ ...part, draw: 0, keys: { draw: keys([0, 0, 'smooth'], [1.2, 1]) } })),
    { x: 117.5, y: 8, scale: 0.85 },
    { stroke: '#f4b400', strokeWidth: 0.14 },
    { fadeOut: 1 },
  );
  kit.clip(
    'machines',
    'filament',
    'shape',
    [85.9, 90],
    {
      path: hairpin,
      x: 117.5,
      y: 8,
      scale: 0.85,
      stroke: '#7a1c05',
      strokeWidth: 0.16,
      glow: 5,
      glowLevel: 0.05,
    },
    {
      words: 'Filament de charbon',
      fadeOut: 1,
      keyframes: {
        stroke: keys([0, '#3a0a02'], [0.5, '#8a2b0e'], [1.5, '#ffd98a'], [2, '#fff3b0']),
        glowLevel: keys([0, 0, 'in'], [1.6, 0.6]),
        strokeOpacity: keys([0, 0], [0.3, 1]),
      },
    },
  );
};
