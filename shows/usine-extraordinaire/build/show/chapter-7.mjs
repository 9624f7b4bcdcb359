/**
 * Chapter 7, automation and robots, 353–401 s, bars of 2 s. Technical drawing: axes, dimensions, thin white line on
 * nearly black stone; what moves is safety orange. Unimate, a ladder diagram that wakes
 * eight arms on the columns, an orbit about the dome, de Casteljau in the arches (377–385), a train of 1:1 along the
 * plinth (385). The last bar loops.
 */
import { arms, people, seam } from './chapter-7-arms.mjs';
import { bodies, casteljau, roof } from './chapter-7-curves.mjs';
import { event, figure } from './words.mjs';
import { flow, lineOf, ring } from './forms.mjs';
import { keys } from './kit.mjs';
import { ladder, orbit, train } from './chapter-7-motion.mjs';
import { presses } from './chapter-7-unimate.mjs';

const STYLE = { font: 'media:michroma', colour: '#ff6a1a', text: '#f7f7f2', nameSize: 1.2 };

export const chapterSeven = (kit) => {
  kit.put('media:michroma', {
    path: 'fonts/michroma-400.woff2',
    kind: 'font',
    title: 'Michroma',
    hash: null,
    duration: null,
  });
  sheet(kit);
  presses(kit);
  event(kit, 'unimate', [353.4, 359.4], STYLE);
  ladder(kit);
  figure(kit, 'morley', [359.6, 365.8], STYLE, [
    {
      path: [
        lineOf([-5.4, -2.4], [-5.4, 2.4]),
        lineOf([5.4, -2.4], [5.4, 2.4]),
        lineOf([-5.4, 0], [-2.6, 0]),
        lineOf([-1.4, 0], [2, 0]),
        lineOf([4, 0], [5.4, 0]),
      ],
    },
    {
      path: [
        lineOf([-2.6, -1.3], [-2.6, 1.3]),
        lineOf([-1.4, -1.3], [-1.4, 1.3]),
        flow([
          [2.5, 1.3],
          [2, 0],
          [2.5, -1.3],
        ]),
        flow([
          [3.5, 1.3],
          [4, 0],
          [3.5, -1.3],
        ]),
      ],
      strokeWidth: 0.26,
      stroke: '#2ec4b6',
    },
  ]);
  arms(kit);
  seam(kit);
  orbit(kit);
  figure(kit, 'haignere', [366, 373.4], STYLE, [
    { path: ring(1.5), strokeWidth: 0.18 },
    {
      path: 'M -5 -1.4 C -5 1.9 5 3.3 5 0.9 C 5 -0.6 1.4 -2.2 -2.2 -2.5',
      stroke: '#2ec4b6',
      strokeWidth: 0.16,
    },
    { path: ring(0.4, 5, 0.9), fill: '#f7f7f2', fillOpacity: 1, stroke: '#f7f7f2' },
  ]);
  casteljau(kit);
  roof(kit);
  bodies(kit);
  event(kit, 'bezier', [373.6, 379.3], { ...STYLE, from: 1961 });
  figure(kit, 'bezier', [379.4, 386.2], STYLE, [
    {
      path: [lineOf([-5, -2.2], [-3.2, 2.4]), lineOf([5, -2.2], [3.2, 2.4])],
      stroke: '#2ec4b6',
      strokeWidth: 0.12,
      dash: 0.5,
      gap: 0.3,
    },
    { path: 'M -5 -2.2 C -3.2 3.9 3.2 3.9 5 -2.2', strokeWidth: 0.26 },
    {
      path: [
        [-5, -2.2],
        [-3.2, 2.4],
        [3.2, 2.4],
        [5, -2.2],
      ].map(([x, y]) => ring(0.34, x, y)),
      stroke: '#f7f7f2',
      strokeWidth: 0.12,
    },
  ]);
  train(kit);
  event(kit, 'tgv', [386.3, 391.6], { ...STYLE, from: 1968 });
  people(kit);
  event(kit, 'cobot', [393, 401], { ...STYLE, from: 1981 }, { fadeOut: 0 });
};

const DRAWN = [
  'column',
  'porch-column',
  'pavilion-column',
  'cornice',
  'balustrade',
  'arch',
  'archivolt',
  'gate',
  'window',
  'statue',
  'group',
  'quadriga',
  'vase',
  'dome',
  'drum',
  'lantern',
  'vault',
  'pavilion',
  'plinth',
];
const COLUMNS = [0, 116].flatMap((wing) => Array.from({ length: 12 }, (_, i) => 28.15 + wing + i * 5.7));

/** The sheet: the building in thin line, its axes, its length. A breath of slate light keeps the masses. */
const sheet = (kit) => {
  kit.clip(
    'stone',
    'sheet-stone',
    'stone',
    [353, 401],
    {
      colour: '#6f7fb8',
      lightX: 60,
      lightY: 54,
      lightHeight: 30,
      lightReach: 200,
      ambient: 0.05,
      level: 0,
      relief: 0.5,
      quietLevel: 0.15,
    },
    {
      words: 'Pierre, ardoise',
      keyframes: {
        level: keys([0, 0], [4, 0.42, 'smooth'], [46, 0.42]),
        lightX: keys([0, 30], [46, 205], [48, 205]),
      },
    },
  );
  kit.clip(
    'drawing',
    'sheet-line',
    'facade-light',
    [353, 401],
    {
      elements: DRAWN,
      lines: 'outline',
      look: 'stroke',
      order: 'left-right',
      soft: 0.08,
      colour: '#dfe6f5',
      width: 0.1,
      glow: 0,
      glowLevel: 0,
      progress: 0,
    },
    {
      words: 'Dessin au trait',
      keyframes: {
        progress: keys([0, 0], [4, 1]),
        opacity: keys([0, 0.85], [6, 0.8], [8, 0.5], [20, 0.5], [24, 0.38], [48, 0.38]),
      },
    },
  );
  kit.clip(
    'drawing',
    'sheet-axes',
    'shape',
    [353, 365],
    {
      path: COLUMNS.map((x) => lineOf([x, 1], [x, 25.2])),
      stroke: '#2ec4b6',
      strokeWidth: 0.09,
      strokeOpacity: 0.8,
      dash: 2.2,
      gap: 0.7,
      draw: 0,
    },
    {
      words: 'Axes des colonnes',
      fadeOut: 2,
      keyframes: {
        draw: keys([0, 0], [1, 0, 'smooth'], [3.5, 1]),
        strokeOpacity: keys([0, 0.8], [6, 0.8], [8, 0.4]),
      },
    },
  );
  kit.clip(
    'drawing',
    'sheet-bubbles',
    'shape',
    [353, 365],
    { path: COLUMNS.map((x) => ring(0.85, x, 26.1)), stroke: '#2ec4b6', strokeWidth: 0.2, draw: 0 },
    {
      words: 'Repères des axes',
      fadeOut: 2,
      keyframes: {
        draw: keys([0, 0], [3, 0, 'smooth'], [4, 1]),
        strokeOpacity: keys([0, 0.8], [6, 0.8], [8, 0.4]),
      },
    },
  );
  length(kit);
};

/** 235 m, as the official report of 1902 has it, along the foot of the building. */
const length = (kit) => {
  const arrow = (x, s) => lineOf([x + s * 2, 1.55], [x, 1.15], [x + s * 2, 0.75]);
  kit.clip(
    'front',
    'dimension-line',
    'shape',
    [353, 361],
    {
      path: [
        lineOf([117.5, 1.15], [0.6, 1.15]),
        lineOf([117.5, 1.15], [234.4, 1.15]),
        arrow(0.6, 1),
        arrow(234.4, -1),
        lineOf([0.4, 0], [0.4, 3]),
        lineOf([234.6, 0], [234.6, 3]),
      ],
      stroke: '#f7f7f2',
      strokeWidth: 0.16,
      draw: 0,
    },
    {
      words: 'Cote : 235 m',
      fadeOut: 0.8,
      region: { x: 0, y: 0, width: 235, height: 3.4 },
      keyframes: { draw: keys([0, 0], [0.8, 0, 'smooth'], [3.2, 1]) },
    },
  );
  for (const [name, x] of [
    ['l', 73.75],
    ['r', 161.25],
  ])
    kit.clip(
      'front',
      `dimension-${name}`,
      'text',
      [355, 361],
      {
        text: '235 m',
        font: 'media:michroma',
        weight: 400,
        size: 1.7,
        x,
        y: 1.65,
        align: 'centre',
        colour: '#f7f7f2',
      },
      { words: 'Cote : 235 m', fadeIn: 0.4, fadeOut: 0.8 },
    );
};
