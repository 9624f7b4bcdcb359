/**
 * Chapter 2, the electricity fairy, 85–140 s, a waltz in bars of 1.25 s. A poster in flat colour on night blue, gold
 * contours, then bulbs: every edge of the building is a string of lamps, and at 130 s (bar 37) it is 1900. The last two
 * bars (137.5–140) loop.
 */
import { INKS, IN_FRONT, onBothWings } from './machine.mjs';
import { arc, flow, lineOf, ring } from './forms.mjs';
import { event, figure } from './words.mjs';
import { firstLamp, fiveBits, candles, exhibition, theArc, nineteenHundred } from './chapter-2-lamps.mjs';
import { gramme } from './machines-electric.mjs';
import { keys } from './kit.mjs';

const STYLE = { font: 'media:federo', colour: '#f4b400', text: '#fff3b0' };
const NIGHT = '#0a0c4a';

export const chapterTwo = (kit) => {
  firstLamp(kit);
  night(kit);
  whiplash(kit);
  dynamo(kit);
  event(kit, 'gramme', [88.2, 94.6], STYLE);
  figure(kit, 'gramme', [95, 101.6], STYLE, [
    { path: [ring(1.9), ring(1.15)] },
    {
      path: [
        arc(2.7, 140, 220),
        arc(2.7, 40, -40),
        ...Array.from({ length: 20 }, (_, i) => {
          const a = (i / 20) * 2 * Math.PI;
          return lineOf([1.15 * Math.cos(a), 1.15 * Math.sin(a)], [1.9 * Math.cos(a), 1.9 * Math.sin(a)]);
        }),
      ],
      strokeWidth: 0.12,
    },
  ]);
  fiveBits(kit);
  event(kit, 'baudot', [102, 107.8], { ...STYLE, from: 1871 });
  candles(kit);
  event(kit, 'opera', [108.2, 114], { ...STYLE, from: 1874 });
  exhibition(kit);
  event(kit, 'expo1881', [114.4, 120.8], { ...STYLE, from: 1878 });
  theArc(kit);
  figure(kit, 'ayrton', [121.2, 128], STYLE, [
    { path: [lineOf([-5, 0], [-1, 0]), lineOf([1, 0], [5, 0])], strokeWidth: 0.7 },
    {
      path: flow([
        [-1, 0],
        [-0.5, 0.9],
        [0, 1.15],
        [0.5, 0.9],
        [1, 0],
      ]),
      stroke: '#ffffff',
      strokeWidth: 0.25,
      glow: 1.8,
      glowLevel: 0.8,
    },
  ]);
  nineteenHundred(kit);
  event(kit, 'expo1900', [130, 140.6], { ...STYLE, from: 1881 }, { fadeIn: 0.15 });
};

/** The building as a poster: night-blue mass, gold contour, no tone. Grows out of the lamp. */
const night = (kit) => {
  kit.clip(
    'drawing',
    'poster-mass',
    'facade-light',
    [87.5, 140.6],
    {
      elements: [
        'pavilion',
        'wall',
        'entablature',
        'attic',
        'plinth',
        'porch',
        'band',
        'cornice',
        'balustrade',
        'dome',
        'vault',
        'drum',
      ],
      lines: 'outline',
      look: 'fill',
      order: 'centre-out',
      soft: 0.2,
      colour: NIGHT,
      level: 1,
      progress: 0,
    },
    {
      words: 'Affiche : masse bleu nuit',
      keyframes: {
        progress: keys([0, 0, 'in-out'], [4, 1]),
        level: keys([0, 0.9], [26, 0.9], [27, 0.45], [42, 0.45, 'out'], [42.8, 0.05]),
      },
      region: { elements: ['porch-frieze', 'porch-attic'], inverted: true },
    },
  );
  kit.clip(
    'drawing',
    'poster-line',
    'facade-light',
    [87.5, 131],
    {
      elements: [
        'column',
        'porch-column',
        'pavilion-column',
        'arch',
        'archivolt',
        'gate',
        'statue',
        'group',
        'quadriga',
        'vase',
        'window',
        'cornice',
        'pavilion',
        'dome-rib',
        'rib',
        'dome',
        'vault',
        'lantern',
      ],
      lines: 'outline',
      look: 'stroke',
      order: 'centre-out',
      soft: 0.15,
      colour: '#a87a08',
      width: 0.13,
      glow: 0,
      glowLevel: 0,
      progress: 0,
    },
    {
      words: 'Affiche : contour d’or',
      fadeOut: 1,
      keyframes: {
        progress: keys([0, 0, 'in-out'], [4.5, 1]),
        opacity: keys([0, 0.9], [13, 0.9], [15, 0.45], [32, 0.45], [33.4, 0.2], [40, 0.2]),
      },
    },
  );
};

/** Stems that grow out of the pavilions, whip along entablature and balustrade and open as tulips of amber glass at the porch. */
const whiplash = (kit) => {
  const stems = [
    [
      [4, 0],
      [5, 12],
      [2, 21],
      [12, 26.5],
      [22, 21],
      [31, 15.8],
      [42, 19.6],
      [53, 15.4],
      [64, 19.4],
      [75, 15.8],
      [84, 19.2],
      [89, 17.6],
      [86.6, 16.4],
    ],
    [
      [11, 0],
      [9.5, 10],
      [15, 20],
      [26, 19.4],
      [36.5, 15.3],
      [47.5, 19.7],
      [58.5, 15.2],
      [69, 18.8],
      [75, 18.6],
      [73, 17],
    ],
    [
      [93, 12],
      [88, 6],
      [80, 13],
      [70, 6.5],
      [58, 13.2],
      [47, 6.5],
      [38, 12],
      [33, 10.6],
      [35, 8.6],
    ],
  ];
  for (const [side, flip] of [
    ['l', (x) => x],
    ['r', (x) => 235 - x],
  ]) {
    stems.forEach((stem, i) =>
      kit.clip(
        'light',
        `whiplash-${side}-${i + 1}`,
        'shape',
        [90, 131],
        {
          path: flow(stem.map(([x, y]) => [flip(x), y])),
          stroke: ['#f4b400', '#c98f06', '#7a55f0'][i],
          strokeWidth: [0.72, 0.5, 0.5][i],
          draw: 0,
          glow: 0.7,
          glowLevel: 0.2,
        },
        {
          words: 'Coup de fouet',
          fadeOut: 1.2,
          keyframes: {
            draw: keys([0, 0], [i * 1.2, 0, 'in-out'], [7.5 + i, 1]),
            strokeOpacity: keys([0, 1], [16, 1], [18.5, 0.3], [31, 0.3], [33, 0.08]),
          },
        },
      ),
    );
    stems.forEach((stem, i) => {
      const [x, y] = stem[stem.length - 1];
      kit.clip(
        'light',
        `tulip-${side}-${i + 1}`,
        'shape',
        [96, 131],
        {
          path: flow(
            [
              [0, 1.2],
              [0.9, 0.7],
              [1.1, -0.5],
              [0.5, -1.6],
              [0, -1.1],
              [-0.5, -1.6],
              [-1.1, -0.5],
              [-0.9, 0.7],
            ],
            true,
          ),
          x: flip(x),
          y: y - 0.8,
          stroke: '#f4b400',
          strokeWidth: 0.16,
          fill: '#ffb32e',
          fillOpacity: 0,
          glow: 2,
          glowLevel: 0.5,
        },
        {
          words: 'Tulipe d’ambre',
          fadeOut: 1.2,
          keyframes: {
            fillOpacity: keys([0, 0], [1.5 + i, 0, 'smooth'], [3 + i, 0.9], [10, 0.9], [12.5, 0.35]),
            strokeOpacity: keys([0, 0], [1, 1]),
            glowLevel: keys([0, 0], [1.5 + i, 0], [3 + i, 0.55], [10, 0.55], [12.5, 0.15]),
          },
        },
      );
    });
  }
};

/** Two dynamos behind the colonnade; what they make runs off along the cornices. */
const dynamo = (kit) => {
  onBothWings(kit, 'machines', 'dynamo', [88, 102.2], gramme(), { x: 58, y: 8.6, scale: 1.12 }, INKS.poster, {
    fadeIn: 0.8,
    fadeOut: 0.8,
  });
  kit.clip(
    'front',
    'poster-columns',
    'facade-light',
    [88.6, 101.6],
    { elements: IN_FRONT, lines: 'outline', look: 'fill', colour: '#120f4a', level: 0.9 },
    { words: 'Colonnade devant les dynamos', fadeIn: 0.6, fadeOut: 0.6 },
  );
  for (const [name, x] of [
    ['l', 59.5],
    ['r', 175.5],
  ])
    kit.clip(
      'front',
      `brush-sparks-${name}`,
      'particles',
      [88.6, 102],
      {
        kind: 'sparks',
        count: 60,
        x: x - 0.6,
        y: 11.3,
        width: 1.2,
        height: 0.4,
        speed: 0.6,
        size: 1.4,
        colour: '#dff4ff',
        endColour: '#3a7dd8',
        seed: 11,
      },
      { words: 'Étincelles aux balais', fadeIn: 0.5, fadeOut: 0.5 },
    );
  field(kit);
  kit.clip(
    'light',
    'first-current',
    'facade-light',
    [90, 115],
    {
      elements: ['cornice-left', 'cornice-right', 'cornice-porch'],
      lines: 'axis',
      look: 'lamps',
      order: 'centre-out',
      spacing: 1.1,
      size: 0.3,
      glow: 0.9,
      glowLevel: 0.3,
      colour: '#fff3b0',
      progress: 0,
      soft: 0.02,
      chaseDepth: 0.45,
      chasePeriod: 9,
      chaseSpeed: 12,
    },
    {
      words: 'Le courant court sur la corniche',
      fadeOut: 1.5,
      keyframes: { progress: keys([0, 0], [9, 1]) },
    },
  );
};
/** What an armature cuts through: the lines of force between the poles, over the whole colonnade. */
const field = (kit) =>
  kit.clip(
    'drawing',
    'field-lines',
    'waves',
    [90, 102.2],
    {
      kind: 'field',
      look: 'lines',
      sources: [
        [55.5, 8.6],
        [63.5, 8.6],
        [171.5, 8.6],
        [179.5, 8.6],
      ],
      lines: 18,
      frequency: 0.4,
      colour: '#5fb4ff',
      strokeWidth: 0.22,
      level: 0.9,
      progress: 0,
      clock: 'position',
    },
    {
      words: 'Lignes de force',
      fadeOut: 1,
      region: { elements: ['wing-left', 'wing-right'], inverted: false },
      keyframes: { progress: keys([0, 0, 'out'], [5, 1]) },
    },
  );
