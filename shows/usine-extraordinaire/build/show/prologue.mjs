/**
 * Prologue, 0–35 s, bars of 5 s: one line of light, the palace that stood here, a lamp that grazes the stone, three
 * colours that make all the others. The last bar (30–35) loops until cue 4 and is therefore still.
 */
import { box, lineOf, ring } from './forms.mjs';
import { event, figure } from './words.mjs';
import { keys } from './kit.mjs';

const STYLE = { font: 'media:old-standard', colour: '#e8dfc8', text: '#e8dfc8' };

const palace = () => {
  const bays = (x0, x1, y0, y1, count) =>
    Array.from({ length: count }, (_, i) => {
      const c = x0 + ((i + 0.5) / count) * (x1 - x0);
      const r = ((x1 - x0) / count) * 0.33;
      return `M ${c - r} ${y0} L ${c - r} ${y1 - r} A ${r} ${r} 0 0 0 ${c + r} ${y1 - r} L ${c + r} ${y0}`.replace(
        / 0 0 0 /,
        ' 0 0 0 ',
      );
    });
  return [
    {
      id: 'box',
      path: [
        box(14, 0, 221, 17.6),
        lineOf([14, 9], [221, 9]),
        lineOf([14, 8.2], [221, 8.2]),
        lineOf([12, 17.6], [223, 17.6]),
        lineOf([12, 18.6], [223, 18.6]),
      ],
    },
    {
      id: 'arcades',
      path: [
        ...bays(16, 96, 0.6, 7.6, 16),
        ...bays(16, 96, 9.6, 16.6, 16),
        ...bays(139, 219, 0.6, 7.6, 16),
        ...bays(139, 219, 9.6, 16.6, 16),
      ],
    },
    {
      id: 'arch',
      path: [
        box(97, 0, 138, 27),
        'M 104 0 L 104 9 C 104 28 131 28 131 9 L 131 0',
        'M 106 0 L 106 9 C 106 25 129 25 129 9 L 129 0',
        lineOf([96, 27], [139, 27]),
        lineOf([96, 28.2], [139, 28.2]),
      ],
    },
    {
      id: 'roof',
      path: [
        'M 20 18.6 C 24 31 30 33.6 44 33.6 L 191 33.6 C 205 33.6 211 31 215 18.6',
        ...Array.from({ length: 22 }, (_, i) => lineOf([34 + i * 8, 18.6], [34 + i * 8, 33.6])),
      ],
    },
  ];
};

export const prologue = (kit) => {
  kit.clip(
    'light',
    'opening-line',
    'facade-light',
    [0, 12],
    {
      elements: ['cornices'],
      lines: 'axis',
      look: 'stroke',
      order: 'centre-out',
      progress: 0,
      soft: 0.04,
      colour: '#fff3dc',
      width: 0.16,
      glow: 0.9,
      glowLevel: 0.3,
    },
    {
      words: 'Première ligne sur la corniche',
      fadeOut: 3,
      keyframes: { progress: keys([0, 0], [0.4, 0, 'smooth'], [4.6, 1]) },
    },
  );
  for (const { id, path } of palace())
    kit.clip(
      'machines',
      `palace-${id}`,
      'shape',
      [4, 13],
      {
        path,
        stroke: '#e8dfc8',
        strokeWidth: id === 'arcades' ? 0.14 : 0.2,
        strokeOpacity: 0.85,
        drawOrder: 'together',
        glow: 0.6,
        glowLevel: 0.18,
        draw: 0,
      },
      {
        words: `Palais de l’Industrie : ${id}`,
        fadeOut: 2.5,
        region: { elements: ['porch-frieze', 'porch-attic'], inverted: true },
        keyframes: { draw: keys([0, 0, 'smooth'], [3.2, 1]), y: keys([0, 0], [6, 0, 'in'], [9, 7]) },
      },
    );
  event(kit, 'palais', [4.5, 10.5], STYLE);
  grazing(kit);
  figure(kit, 'daubie', [11.2, 18.8], { ...STYLE }, [
    {
      path: 'M 0 -1.9 C -1.2 -1.1 -3 -1.1 -4.2 -1.5 L -4.2 1.5 C -3 1.9 -1.2 1.9 0 1.1 C 1.2 1.9 3 1.9 4.2 1.5 L 4.2 -1.5 C 3 -1.1 1.2 -1.1 0 -1.9 Z',
    },
    {
      path: [
        'M 0 1.1 L 0 -1.9',
        ...[0.8, 0.1, -0.6].flatMap((y) => [
          `M -3.5 ${y} C -2.4 ${y + 0.25} -1.4 ${y + 0.2} -0.6 ${y - 0.15}`,
          `M 3.5 ${y} C 2.4 ${y + 0.25} 1.4 ${y + 0.2} 0.6 ${y - 0.15}`,
        ]),
      ],
      strokeWidth: 0.12,
    },
  ]);
  colours(kit);
  event(kit, 'ducos', [19.4, 25.6], { ...STYLE, from: 1855 });
  figure(
    kit,
    'ducos-du-hauron',
    [26, 35],
    { ...STYLE },
    [
      { path: ring(1.35, -0.95, -0.5), stroke: '#c8102e', fill: '#c8102e', fillOpacity: 0.6 },
      { path: ring(1.35, 0, 1.0), stroke: '#f2c14e', fill: '#f2c14e', fillOpacity: 0.6 },
      { path: ring(1.35, 0.95, -0.5), stroke: '#3d6bf0', fill: '#1d4ed8', fillOpacity: 0.7 },
    ],
    { fadeOut: 0 },
  );
};

/** A lamp walks past the building, close to the wall: it exists for the first time. */
const grazing = (kit) =>
  kit.clip(
    'stone',
    'grazing',
    'stone',
    [9.5, 21],
    {
      lightX: -40,
      lightY: 22,
      lightHeight: 7,
      lightReach: 46,
      ambient: 0.004,
      relief: 1,
      saturation: 0,
      quietLevel: 0.3,
      level: 1.25,
      colour: '#ffe9c8',
    },
    {
      words: 'Lumière rasante',
      fadeIn: 1,
      fadeOut: 3,
      keyframes: {
        lightX: keys([0, -40, 'in-out'], [10.5, 285]),
        lightHeight: keys([0, 5], [5, 10], [10.5, 5]),
      },
    },
  );

/** Red at 10 s is a breath on the left wing; yellow at 15 s, blue at 20 s; they meet on the central arch at 30 s. */
const colours = (kit) => {
  const drift = (from, to, start) => keys([0, from], [start, from, 'in-out'], [20, to]);
  kit.clip(
    'light',
    'trichromie',
    'stone',
    [10, 35],
    {
      discs: 1,
      discRadius: 27,
      discSoft: 0.5,
      lightX: 117.5,
      lightY: 70,
      lightHeight: 55,
      lightReach: 260,
      ambient: 0.3,
      saturation: 1,
      relief: 0.9,
      quietLevel: 0.14,
      level: 1.15,
      red: 0,
      yellow: 0,
      blue: 0,
      redX: 40,
      redY: 14,
      yellowX: 117.5,
      yellowY: 44,
      blueX: 195,
      blueY: 14,
    },
    {
      words: 'Trichromie : rouge, jaune, bleu',
      blend: 'lighten',
      keyframes: {
        red: keys([0, 0, 'out'], [1.2, 1]),
        yellow: keys([0, 0], [5, 0, 'out'], [6.2, 1]),
        blue: keys([0, 0], [10, 0, 'out'], [11.2, 1]),
        redX: drift(38, 117.5, 9),
        redY: drift(12, 16, 9),
        yellowY: drift(46, 16, 11),
        blueX: drift(197, 117.5, 12),
        blueY: drift(12, 16, 12),
        discRadius: keys([0, 22], [9, 30], [16, 44, 'in'], [20, 175]),
        inside: keys([0, 0], [19, 0, 'in'], [20, 0.22]),
        quietLevel: keys([0, 0.14], [25, 0.14]),
      },
    },
  );
};
