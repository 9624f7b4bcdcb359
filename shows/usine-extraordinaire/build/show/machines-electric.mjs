/** Chapter 2: the Gramme dynamo, the Jablochkoff candle, the first lamp, Baudot’s dots, three-phase waves. */
import { arc, box, flow, lineOf, poly, ring, spokes } from './forms.mjs';

export const gramme = () => [
  {
    id: 'frame',
    path: [
      poly([
        [-5.6, -7],
        [5.6, -7],
        [5, -6.1],
        [-5, -6.1],
      ]),
      poly([
        [-4.9, -6.1],
        [-3.9, -6.1],
        [-3.6, 6.2],
        [-4.6, 6.2],
      ]),
      poly([
        [4.9, -6.1],
        [3.9, -6.1],
        [3.6, 6.2],
        [4.6, 6.2],
      ]),
      box(-5, 6.2, 5, 7),
    ],
  },
  {
    id: 'magnets',
    path: [
      box(-3.6, 4.0, -0.9, 5.9),
      box(0.9, 4.0, 3.6, 5.9),
      box(-3.6, -5.9, -0.9, -4.0),
      box(0.9, -5.9, 3.6, -4.0),
    ],
    hatch: 0.28,
    hatchColour: '#f4b400',
    hatchTone: 0.4,
    hatchAngle: 90,
  },
  {
    id: 'poles',
    path: [
      `${arc(3.9, 118, 242)} L ${-2.6} ${-2.35} ${arc(3.15, 228, 132).replace('M', 'L')} Z`,
      `${arc(3.9, 62, -62)} L ${2.6} ${-2.35} ${arc(3.15, -48, 48).replace('M', 'L')} Z`,
    ],
    fill: '#3a2bd8',
  },
  { id: 'ring', path: [ring(2.85), ring(1.75)], fillOpacity: 0, strokeWidth: 0.22 },
  {
    id: 'coils',
    path: spokes(1.8, 2.8, 40),
    fillOpacity: 0,
    strokeWidth: 0.13,
    stroke: '#fff3b0',
    spin: -150,
  },
  {
    id: 'hub',
    path: [ring(0.85), ring(0.3), ...spokes(0.85, 1.75, 6)],
    fill: '#0a1140',
    spin: -150,
    strokeWidth: 0.16,
  },
  {
    id: 'brushes',
    path: [lineOf([-0.3, 2.9], [-0.2, 0.95]), lineOf([0.3, -2.9], [0.2, -0.95])],
    stroke: '#7fd6ff',
    strokeWidth: 0.3,
    glow: 1.2,
    glowLevel: 0.7,
  },
];

/** Two carbons and the arc between them, in a milk globe on a post. */
export const candle = () => [
  {
    id: 'post',
    path: [
      poly([
        [-0.22, -9.5],
        [0.22, -9.5],
        [0.14, -1.2],
        [-0.14, -1.2],
      ]),
      poly([
        [-0.7, -10],
        [0.7, -10],
        [0.5, -9.4],
        [-0.5, -9.4],
      ]),
      flow([
        [-0.9, -1.6],
        [-0.3, -1.9],
        [0.3, -1.9],
        [0.9, -1.6],
      ]),
    ],
    strokeWidth: 0.14,
  },
  {
    id: 'globe',
    path: ring(1.05),
    stroke: '#fff3b0',
    fill: '#fff3d6',
    fillOpacity: 0.55,
    strokeWidth: 0.12,
    glow: 2.6,
    glowLevel: 0.75,
  },
  {
    id: 'carbons',
    path: [lineOf([-0.18, -1], [-0.18, 0.35]), lineOf([0.18, -1], [0.18, 0.35])],
    strokeWidth: 0.16,
    stroke: '#0a1140',
    glow: 0,
  },
  {
    id: 'arc',
    path: flow([
      [-0.18, 0.36],
      [0, 0.62],
      [0.18, 0.36],
    ]),
    stroke: '#ffffff',
    strokeWidth: 0.22,
    fillOpacity: 0,
    glow: 1.2,
    glowLevel: 1,
  },
];

/** A clear bulb with a hairpin of carbon. */
export const bulb = () => [
  {
    id: 'glass',
    path: flow(
      [
        [0, 3.4],
        [1.7, 2.7],
        [2.2, 1.2],
        [1.6, -0.4],
        [0.85, -1.7],
        [0.8, -2.4],
        [-0.8, -2.4],
        [-0.85, -1.7],
        [-1.6, -0.4],
        [-2.2, 1.2],
        [-1.7, 2.7],
      ],
      true,
    ),
    stroke: '#7fd6ff',
    strokeOpacity: 0.8,
    fillOpacity: 0,
    strokeWidth: 0.12,
    glow: 0,
  },
  {
    id: 'base',
    path: [
      box(-0.8, -3.6, 0.8, -2.4),
      lineOf([-0.8, -2.8], [0.8, -2.8]),
      lineOf([-0.8, -3.2], [0.8, -3.2]),
      poly([
        [-0.5, -3.6],
        [0.5, -3.6],
        [0.2, -4],
        [-0.2, -4],
      ]),
    ],
    strokeWidth: 0.12,
  },
];
export const hairpin = flow([
  [-0.45, -2.3],
  [-0.5, -0.6],
  [-0.55, 1.1],
  [-0.3, 2.2],
  [0, 2.45],
  [0.3, 2.2],
  [0.55, 1.1],
  [0.5, -0.6],
  [0.45, -2.3],
]);

/** Five-unit code of 1874’s heir (International Telegraph Alphabet No. 2) for the letters that the score is made of. */
const CODE = { F: '10110', R: '01010', I: '01100', S: '10100', E: '10000' };
/** Five rows of holes for a word, `step` apart: marks as discs, spaces as points. */
export const tape = (word, times, step, rise, r) => {
  const marks = [];
  const spaces = [];
  [...word.repeat(times)].forEach((letter, column) => {
    [...CODE[letter]].forEach((bit, row) => {
      (bit === '1' ? marks : spaces).push(ring(bit === '1' ? r : r * 0.25, column * step, row * rise));
    });
  });
  return { marks, spaces };
};

/** A wheel of double cups under a jet. */
export const pelton = () => [
  {
    id: 'wheel',
    path: [ring(2.3), ring(0.4), ...spokes(0.4, 2.3, 8)],
    fillOpacity: 0,
    strokeWidth: 0.2,
    spin: -200,
  },
  {
    id: 'cups',
    path: Array.from({ length: 18 }, (_, i) => {
      const a = (i / 18) * 2 * Math.PI;
      const at = (r, t) => [r * Math.cos(a + t), r * Math.sin(a + t)];
      return flow([at(2.3, 0), at(2.75, -0.1), at(3.15, 0.02), at(2.8, 0.12)]);
    }),
    fillOpacity: 0,
    strokeWidth: 0.16,
    stroke: '#7fd6ff',
    spin: -200,
  },
];
