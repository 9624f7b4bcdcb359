/** Chapter 7, what runs: power through a ladder diagram, the train, a station about the dome. */
import { keys } from './kit.mjs';
import { lineOf, ring } from './forms.mjs';
import { place } from './machine.mjs';
import { rung, tgv } from './machines-robots.mjs';
import { sampled } from './motion.mjs';

const WINGS = [
  ['l', 117.5, -1],
  ['r', 117.5, 1],
];
const LEVELS = [5.7, 8.2, 10.7, 13.2];
/** Distances from the façade’s middle; contacts stand in the bays, the coil in the last one. */
const bay = (i) => 29.5 + i * 5.7;
const RUNGS = [
  [
    [bay(1), 'open'],
    [bay(4), 'not'],
    [bay(10), 'coil'],
  ],
  [
    [bay(2), 'open'],
    [bay(6), 'open'],
    [bay(10), 'coil'],
  ],
  [
    [bay(0), 'not'],
    [bay(3), 'open'],
    [bay(7), 'not'],
    [bay(10), 'coil'],
  ],
  [
    [bay(2), 'not'],
    [bay(5), 'open'],
    [bay(10), 'coil'],
  ],
];
/** Rails are the wing’s first and last half bays; power runs outwards from the porch and wakes what stands there. */
export const ladder = (kit) => {
  const span = [359.6, 366.6];
  for (const [name, x, scaleX] of WINGS) {
    const put = (part, parameters, keyframes, more = {}) =>
      kit.clip(
        'machines',
        `ladder-${name}-${part}`,
        'shape',
        span,
        { x, scaleX, ...parameters },
        {
          words: `Diagramme à contacts : ${part}`,
          fadeOut: 1.3,
          keyframes,
          ...more,
        },
      );
    put(
      'plan',
      {
        path: [
          lineOf([25, 4.4], [25, 14.5]),
          lineOf([91.2, 4.4], [91.2, 14.5]),
          ...LEVELS.flatMap((y, i) => rung(y, 25, 91.2, RUNGS[i])),
        ],
        stroke: '#f7f7f2',
        strokeWidth: 0.2,
        draw: 0,
      },
      { draw: keys([0, 0, 'smooth'], [1.4, 1]) },
    );
    LEVELS.forEach((y, i) =>
      put(
        `power-${i + 1}`,
        {
          path: lineOf([25, y], [bay(10) - 1, y]),
          stroke: '#2ec4b6',
          strokeWidth: 0.38,
          draw: 0,
          glow: 1,
          glowLevel: 0.4,
        },
        { draw: keys([0, 0], [1.6 + i * 0.5, 0, 'in'], [3 + i * 0.5, 1]) },
      ),
    );
    LEVELS.forEach((y, i) =>
      put(
        `coil-${i + 1}`,
        {
          path: ring(1.1, bay(10), y),
          fill: '#2ec4b6',
          fillOpacity: 0,
          stroke: '#2ec4b6',
          strokeWidth: 0.3,
          strokeOpacity: 0,
          glow: 1.4,
          glowLevel: 0.25,
        },
        {
          fillOpacity: keys([0, 0], [3 + i * 0.5, 0, 'out'], [3.15 + i * 0.5, 0.9], [7, 0.6]),
          strokeOpacity: keys([0, 0], [3 + i * 0.5, 0, 'out'], [3.15 + i * 0.5, 1]),
        },
      ),
    );
  }
};

/** 117.5 m a second, 235 m in two seconds: the nose enters on the bar at 385 s and is before the middle at 386. Trains don’t stop. */
export const train = (kit) => {
  const span = [384.9, 388.9];
  const speed = 117.5;
  const x = keys([0, -0.1 * speed], [4, 3.9 * speed]);
  place(
    kit,
    'front',
    'tgv',
    span,
    tgv().map((part) => ({ ...part, keys: { x } })),
    { x: 0, y: 0.1, scale: 1 },
    {},
  );
  kit.clip(
    'front',
    'tgv-wind',
    'shape',
    span,
    {
      path: [0.6, 1.7, 2.9].map((y, i) => lineOf([-200 - i * 9, y], [-250 - i * 26, y])),
      y: 0.1,
      stroke: '#ffb07a',
      strokeWidth: 0.16,
      strokeOpacity: 0.7,
    },
    { words: 'Sillage', keyframes: { x } },
  );
  kit.clip(
    'stone',
    'tgv-light',
    'stone',
    span,
    {
      elements: ['plinth', 'column', 'statue', 'steps', 'pedestal', 'wall', 'pavilion', 'porch', 'archivolt'],
      lightX: 0,
      lightY: 2,
      lightHeight: 5,
      lightReach: 16,
      ambient: 0,
      colour: '#ffd9b0',
      level: 1,
      quietLevel: 0.2,
    },
    { words: 'Phares sur la pierre', blend: 'add', keyframes: { lightX: keys([0, 0.3], [4, 4 * speed]) } },
  );
};

/** The dome is the Earth; the station comes from behind it on the left and crosses before it. */
export const orbit = (kit) => {
  const span = [366, 375];
  const long = span[1] - span[0];
  const point = (a) => [117.5 + 40 * Math.cos(a), 37 + 5.2 * Math.sin(a) + 2.4 * Math.cos(a)];
  const path = (from, to) =>
    lineOf(...Array.from({ length: 49 }, (_, i) => point(from + ((to - from) * i) / 48)));
  const [a0, a1] = [Math.PI, 2 * Math.PI];
  kit.clip(
    'light',
    'earth',
    'stone',
    span,
    {
      elements: ['dome', 'drum', 'lantern'],
      quiet: [],
      inside: 0,
      insideColour: '#1b6fb8',
      lightX: 60,
      lightY: 52,
      lightHeight: 20,
      lightReach: 80,
      ambient: 0.02,
      colour: '#9fd8ff',
      level: 1,
      saturation: 0.4,
    },
    {
      words: 'La coupole, Terre',
      fadeIn: 1.2,
      fadeOut: 1.2,
      keyframes: {
        inside: keys([0, 0.2, 'smooth'], [3, 0.75], [7, 0.75]),
        lightX: keys([0, 60], [long, 170]),
      },
    },
  );
  kit.clip(
    'light',
    'meridians',
    'facade-light',
    span,
    {
      elements: ['dome-ribs', 'dome'],
      lines: 'axis',
      look: 'stroke',
      order: 'centre-out',
      colour: '#2ec4b6',
      width: 0.16,
      glow: 0.5,
      glowLevel: 0.25,
      soft: 0.2,
      progress: 0,
    },
    { words: 'Méridiens', fadeOut: 1.2, keyframes: { progress: keys([0, 0, 'smooth'], [2, 1]) } },
  );
  kit.clip(
    'machines',
    'orbit',
    'shape',
    span,
    { path: path(a0, a1), stroke: '#f7f7f2', strokeWidth: 0.2, dash: 1.4, gap: 0.8, draw: 0 },
    { words: 'Orbite', fadeOut: 1, keyframes: { draw: keys([0, 0, 'smooth'], [2.2, 1]) } },
  );
  const angle = (t) => a0 + (a1 - a0) * Math.max(0, Math.min(1, (t - 1.6) / 6));
  kit.clip(
    'machines',
    'station',
    'shape',
    span,
    {
      path: [
        'M -1.9 -0.34 L 1.9 -0.34 L 1.9 0.34 L -1.9 0.34 Z',
        'M -0.34 -1.6 L 0.34 -1.6 L 0.34 1.6 L -0.34 1.6 Z',
        'M -2.9 0.7 L -1.1 0.7 L -1.1 1.5 L -2.9 1.5 Z',
        'M -2.9 -0.7 L -1.1 -0.7 L -1.1 -1.5 L -2.9 -1.5 Z',
        'M 1.1 0.7 L 2.9 0.7 L 2.9 1.5 L 1.1 1.5 Z',
        'M 1.1 -0.7 L 2.9 -0.7 L 2.9 -1.5 L 1.1 -1.5 Z',
      ],
      fill: '#ff5a00',
      fillOpacity: 1,
      stroke: '#ffffff',
      strokeWidth: 0.16,
      glow: 0.9,
      glowLevel: 0.18,
      spin: 12,
      rotation: 20,
    },
    {
      words: 'Station',
      fadeOut: 0.8,
      keyframes: {
        x: sampled((t) => point(angle(t))[0], long, { tolerance: 0.05 }),
        y: sampled((t) => point(angle(t))[1], long, { tolerance: 0.03 }),
        opacity: keys([0, 0], [1.4, 0], [2, 1]),
      },
    },
  );
};
