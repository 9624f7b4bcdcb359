/** Chapter 9, 465–472 s: a hand from the left, a cobot from the right; fingertip and tool meet in the middle arch. */
import { ARM, LINKS, solve } from './machines-robots.mjs';
import { flow, ring } from './forms.mjs';
import { journey, sampled } from './motion.mjs';
import { keys } from './kit.mjs';
import { place } from './machine.mjs';

export const TOUCH = 468.5;
const SPAN = [464.9, 472.5];
const LONG = SPAN[1] - SPAN[0];
const POINT = [117.5, 8.4];

/** Fingertip at 0, arm to the left; a pointing hand, 6 long. */
const HAND = flow(
  [
    [-24, 2.0],
    [-14, 1.95],
    [-9, 1.45],
    [-6.6, 1.1],
    [-5.2, 1.3],
    [-3.9, 1.35],
    [-3.1, 1.05],
    [-2.2, 0.86],
    [-1.1, 0.5],
    [-0.2, 0.3],
    [0.02, 0.05],
    [-0.2, -0.14],
    [-1.2, 0.02],
    [-2.1, 0.16],
    [-2.7, 0.16],
    [-2.1, -0.12],
    [-1.75, -0.5],
    [-2.05, -0.86],
    [-2.6, -0.7],
    [-2.4, -1.05],
    [-2.75, -1.4],
    [-3.3, -1.15],
    [-3.3, -1.55],
    [-3.8, -1.78],
    [-4.4, -1.5],
    [-5.2, -1.35],
    [-6.6, -0.95],
    [-9, -1.2],
    [-14, -1.8],
    [-24, -1.9],
  ],
  true,
);
const CUFF = ['M -9.2 1.5 C -8.8 0.5 -8.8 -0.4 -9.2 -1.25', 'M -10 1.65 C -9.6 0.5 -9.6 -0.5 -10 -1.4'];
const THUMB = flow([
  [-5.0, -0.2],
  [-4.0, -0.55],
  [-3.1, -0.42],
  [-2.7, -0.2],
]);
const KNUCKLES = flow([
  [-3.5, 0.95],
  [-3.2, 0.6],
  [-3.3, 0.3],
]);

export const handshake = (kit) => {
  const line = { stroke: '#f5f7fa', strokeWidth: 0.26, glow: 0.5, glowLevel: 0.2 };
  place(
    kit,
    'machines',
    'hand',
    SPAN,
    [
      { id: 'arm', path: HAND, fill: '#0a0f1c', fillOpacity: 0.97 },
      { id: 'lines', path: [THUMB, KNUCKLES, ...CUFF], strokeWidth: 0.18 },
    ].map((part) => ({
      ...part,
      keys: {
        x: keys([0, -30, 'out'], [TOUCH - SPAN[0], 0], [6, 0, 'in'], [LONG, -30]),
        y: keys([0, -1.6, 'smooth'], [TOUCH - SPAN[0], 0], [6, 0, 'in'], [LONG, -1]),
      },
    })),
    { x: POINT[0] - 0.1, y: POINT[1], scale: 1.42 },
    line,
    { fadeIn: 0.5, fadeOut: 0.4, region: { x: 98.5, y: 0, width: 43, height: 16 } },
  );
  robot(kit);
  ringOfLight(kit);
};

/** The cobot stands on the porch’s last pedestal and reaches left: the same solution of the same joints. */
const robot = (kit) => {
  const foot = [235 - 129.9, 3.2];
  const target = [235 - POINT[0] - 0.1, POINT[1]];
  const go = journey(
    [
      [0, foot[0] + 3.4, 7.6, -50],
      [0.6, foot[0] + 3.4, 7.6, -50],
      [TOUCH - SPAN[0], ...target, -6],
      [6, ...target, -6],
      [LONG, foot[0] + 4, 8.4, -40],
    ],
    2.6,
  );
  const pose = (t) => {
    const [x, y, pitch] = go(t);
    return solve([foot[0], foot[1] + LINKS.shoulder], [x, y], pitch, 1);
  };
  const keyed = (pick, tolerance) => sampled((t) => pick(pose(t)), LONG, { every: 0.04, tolerance });
  const fore = { x: keyed((p) => p.elbow[0], 0.02), y: keyed((p) => p.elbow[1], 0.02) };
  const cap = { fill: '#00b88a', fillOpacity: 1, stroke: '#b8ffe8', strokeWidth: 0.14 };
  place(
    kit,
    'machines',
    'cobot',
    SPAN,
    [
      { id: 'base', path: ARM.base, x: foot[0], y: foot[1] },
      {
        id: 'upper',
        path: ARM.upper,
        x: foot[0],
        y: foot[1] + LINKS.shoulder,
        keys: { rotation: keyed((p) => p.upper, 0.25) },
      },
      { id: 'fore', path: ARM.fore, keys: { ...fore, rotation: keyed((p) => p.fore, 0.25) } },
      {
        id: 'tool',
        path: ARM.tool,
        keys: {
          x: keyed((p) => p.wrist[0], 0.02),
          y: keyed((p) => p.wrist[1], 0.02),
          rotation: keyed((p) => p.tool, 0.4),
        },
        fill: '#f5f7fa',
      },
      { id: 'shoulder', path: ring(0.7), x: foot[0], y: foot[1] + LINKS.shoulder, ...cap },
      { id: 'elbow', path: ring(0.6), keys: fore, ...cap },
      {
        id: 'wrist',
        path: ring(0.36),
        keys: { x: keyed((p) => p.wrist[0], 0.02), y: keyed((p) => p.wrist[1], 0.02) },
        ...cap,
      },
    ],
    { x: 235, y: 0, scale: 1, mirror: -1 },
    {
      stroke: '#ffffff',
      strokeWidth: 0.18,
      fill: '#8f9cad',
      fillOpacity: 1,
      shade: 'linear',
      shadeAngle: 100,
      shadeAmount: 0.4,
    },
    { fadeIn: 0.5, fadeOut: 0.4 },
  );
};

const ringOfLight = (kit) => {
  kit.clip(
    'front',
    'touch-point',
    'shape',
    [TOUCH, TOUCH + 3.4],
    {
      path: ring(0.3),
      x: POINT[0],
      y: POINT[1],
      fill: '#ffffff',
      fillOpacity: 1,
      stroke: '#ffffff',
      strokeWidth: 0.1,
      glow: 3.4,
      glowLevel: 0.3,
    },
    {
      words: 'Contact',
      keyframes: {
        opacity: keys([0, 1], [2.4, 0.8, 'smooth'], [3.4, 0]),
        glow: keys([0, 1, 'out'], [0.5, 4.4], [3.4, 2]),
      },
    },
  );
  kit.clip(
    'stone',
    'touch-ring',
    'stone',
    [TOUCH, TOUCH + 3],
    {
      ambient: 0,
      colour: '#000000',
      level: 0.9,
      shadow: 0,
      relief: 1,
      ring: 0,
      ringX: POINT[0],
      ringY: POINT[1],
      ringWidth: 2.2,
      ringLevel: 1.6,
      ringColour: '#6fe8ff',
      quietLevel: 0.3,
    },
    {
      words: 'Anneau de lumière',
      blend: 'add',
      keyframes: { ring: keys([0, 2.5, 'out'], [3, 135]), ringLevel: keys([0, 0.9, 'out'], [3, 0]) },
    },
  );
};
