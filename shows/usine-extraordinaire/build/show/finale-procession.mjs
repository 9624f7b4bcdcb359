/** Finale: the machines of the show, small, along the foot of the building from left to right, oldest first. */
import { bar } from './finale-words.mjs';
import { arc, box, flow, lineOf, poly, ring, spokes } from './forms.mjs';
import { keys } from './kit.mjs';

/** Each about 4 wide and 3.2 high, standing on 0. */
const ICONS = [
  [
    'velocipede',
    [
      ring(1.1, -1.1, 1.1),
      ring(0.85, 1.3, 0.85),
      lineOf([-1.1, 1.1], [-0.8, 2.2], [1.3, 1.0]),
      lineOf([-1.2, 2.5], [-0.5, 2.3]),
    ],
  ],
  [
    'hammer',
    [
      lineOf([-1.7, 0], [-0.7, 3.2], [0.7, 3.2], [1.7, 0]),
      box(-0.5, 1.2, 0.5, 2.2),
      lineOf([0, 2.2], [0, 3.2]),
      box(-0.7, 0, 0.7, 0.7),
    ],
  ],
  [
    'converter',
    [
      'M -1.2 0.9 C -1.5 2.6 -0.6 2.9 0.2 3.2 L 1.1 2.6 C 1.3 2 1.5 1.2 1.1 0.7 C 0.6 0 -0.8 0 -1.2 0.9',
      ring(0.3, -0.1, 1.5),
    ],
  ],
  [
    'tower',
    [
      flow([
        [-1.6, 0],
        [-0.8, 1],
        [-0.3, 2.2],
        [0, 3.4],
        [0.3, 2.2],
        [0.8, 1],
        [1.6, 0],
      ]),
      lineOf([-0.85, 0.95], [0.85, 0.95]),
      lineOf([-0.4, 1.9], [0.4, 1.9]),
      arc(0.85, 165, 15, 0, 0),
    ],
  ],
  [
    'dynamo',
    [
      ring(1.3, 0, 1.6),
      ring(0.7, 0, 1.6),
      ...spokes(0.7, 1.3, 12).map((path) => lift(path, 1.6)),
      lineOf([-1.7, 0], [1.7, 0]),
    ],
  ],
  [
    'bulb',
    [
      'M -0.5 0.6 C -0.6 1.2 -1.3 1.4 -1.3 2.2 C -1.3 3.6 1.3 3.6 1.3 2.2 C 1.3 1.4 0.6 1.2 0.5 0.6 Z',
      'M -0.3 0.7 C -0.8 3 0.8 3 0.3 0.7',
      box(-0.4, 0, 0.4, 0.5),
    ],
  ],
  [
    'flask',
    [
      'M -0.3 2 C -1.5 1.6 -1.6 0 0 0 C 1.6 0 1.5 1.6 0.3 2 L 0.3 2.5 C 0.5 3.3 1.4 3.1 1.6 2.4',
      'M -1.2 0.8 L 1.2 0.8',
    ],
  ],
  [
    'camera',
    [
      box(-1.1, 1.3, 0.6, 2.9),
      ring(0.32, 1.0, 2.1),
      lineOf([-0.9, 1.3], [-1.5, 0]),
      lineOf([0.4, 1.3], [1, 0]),
      lineOf([-0.3, 1.3], [-0.3, 0]),
    ],
  ],
  [
    'plane',
    [
      lineOf([-1.9, 1.4], [1.4, 1.9]),
      flow([
        [-0.4, 2.4],
        [0.6, 2.8],
        [1.6, 2.5],
      ]),
      lineOf([1.5, 1.2], [1.5, 2.6]),
      ring(0.45, 0.9, 0.5),
      lineOf([0.5, 1.7], [0.9, 0.5], [1.2, 1.8]),
      lineOf([-1.9, 1.4], [-2.1, 2.2]),
    ],
  ],
  ['gear', [ring(1.2, 0, 1.5), ring(0.4, 0, 1.5), ...spokes(1.2, 1.6, 12).map((path) => lift(path, 1.5))]],
  [
    'car',
    [
      'M -2 0.6 L -2 1.2 C -1.8 1.8 -1 1.6 -0.8 1.8 C -0.4 2.9 1.2 2.9 1.6 1.6 L 2 1.3 L 2 0.6 Z',
      ring(0.5, -1.2, 0.5),
      ring(0.5, 1.2, 0.5),
    ],
  ],
  [
    'saloon',
    [
      'M -2.4 0.6 C -2.4 1.2 -1.4 1.4 -0.9 1.5 C 0 2.5 1.2 2.3 2.4 1.1 L 2.4 0.6 Z',
      ring(0.45, -1.4, 0.5),
      ring(0.45, 1.4, 0.5),
    ],
  ],
  [
    'concorde',
    [
      poly([
        [-2.6, 1.3],
        [-0.6, 1.5],
        [1.6, 1.6],
        [3.0, 1.3],
        [1.6, 1.25],
        [-0.4, 0.9],
        [-2.2, 0.8],
      ]),
      lineOf([-2.2, 1.4], [-2.6, 2.3], [-1.6, 1.5]),
    ],
  ],
  [
    'card',
    [
      poly([
        [-1.8, 0.6],
        [1.8, 0.6],
        [1.8, 2.8],
        [-1.4, 2.8],
        [-1.8, 2.4],
      ]),
      ...[
        [-1.2, 2.2],
        [-0.4, 1.6],
        [0.4, 2.2],
        [0.4, 1.1],
        [1.2, 1.6],
        [-1.2, 1.1],
      ].map(([x, y]) => lineOf([x, y - 0.2], [x, y + 0.2])),
    ],
  ],
  ['minitel', [box(-1.2, 0.9, 1.2, 3), box(-0.9, 1.3, 0.9, 2.7), 'M -1.2 0.9 L -1.6 0 L 1.6 0 L 1.2 0.9']],
  [
    'arm',
    [
      box(-0.8, 0, 0.8, 0.6),
      lineOf([0, 0.6], [-0.9, 2.3], [1.0, 2.9], [1.5, 2.3]),
      ring(0.25, -0.9, 2.3),
      ring(0.25, 1.0, 2.9),
    ],
  ],
  [
    'train',
    [
      'M -2.6 0.5 L 1.6 0.5 L 2.4 0.9 L 0.9 2.2 L -2.6 2.2 Z',
      lineOf([-2.6, 1.2], [2.1, 1.2]),
      ring(0.3, -1.6, 0.3),
      ring(0.3, 0.8, 0.3),
    ],
  ],
  [
    'page',
    [
      box(-1.4, 0.2, 1.4, 3),
      lineOf([-1, 2.5], [0.6, 2.5]),
      lineOf([-1, 1.9], [1, 1.9]),
      lineOf([-1, 1.4], [0.8, 1.4]),
      lineOf([-1, 0.9], [1, 0.9]),
    ],
  ],
  [
    'helix',
    [
      flow([
        [-1, 0],
        [1, 1],
        [-1, 2.1],
        [1, 3.2],
      ]),
      flow([
        [1, 0],
        [-1, 1],
        [1, 2.1],
        [-1, 3.2],
      ]),
      lineOf([-0.5, 0.2], [0.5, 0.2]),
      lineOf([-0.9, 1], [0.9, 1]),
      lineOf([-0.8, 2.1], [0.8, 2.1]),
    ],
  ],
  [
    'heart',
    [
      'M 0 0.3 C -2.4 1.6 -1.8 3.2 -0.9 3.2 C -0.3 3.2 0 2.8 0 2.4 C 0 2.8 0.3 3.2 0.9 3.2 C 1.8 3.2 2.4 1.6 0 0.3 Z',
    ],
  ],
];
function lift(path, dy) {
  let isX = true;
  return path.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    const value = Number(number) + (isX ? 0 : dy);
    isX = !isX;
    return String(Math.round(value * 100) / 100);
  });
}
const COLOURS = ['#ffc36b', '#fff0b8', '#f1c8a0', '#ff8a4a', '#6fe0ff'];
const GAP = 10;
/** Thirteen metres a second; each icon a clip of its own, so that a designer can change or leave one out. */
export const procession = (kit) => {
  const speed = 13;
  const first = bar(8);
  ICONS.forEach(([name, path], i) => {
    const start = first + (i * GAP) / speed;
    const end = Math.min(start + 243 / speed, bar(20));
    kit.clip(
      'front',
      `walk-${name}`,
      'shape',
      [start, end],
      {
        path,
        x: -4,
        y: 0.35,
        scale: 1.06,
        stroke: COLOURS[Math.floor((i / ICONS.length) * COLOURS.length)],
        strokeWidth: 0.24,
        // Half filled: one light that passes, not the many lines of it.
        fill: COLOURS[Math.floor((i / ICONS.length) * COLOURS.length)],
        fillOpacity: 0.42,
        glow: 0.5,
        glowLevel: 0.2,
      },
      {
        words: `Cortège : ${name}`,
        fadeOut: 0.5,
        keyframes: { x: keys([0, -4], [end - start, -4 + speed * (end - start)]) },
      },
    );
  });
};
