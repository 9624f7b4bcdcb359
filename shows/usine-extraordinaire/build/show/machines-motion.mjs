/** Chapter 3: flask, wheels, riders, cinématographe and crowd, phial, Jamais Contente, Blériot XI. */
import { flow, lineOf, ring, spokes } from './forms.mjs';
import { keys } from './kit.mjs';

/** Spoked wheel of radius r with its tyre. */
export const wheel = (r, speed) => [
  { id: 'tyre', path: [ring(r), ring(r - 0.55)], fillOpacity: 0, strokeWidth: 0.2 },
  {
    id: 'bolts',
    path: Array.from({ length: 17 }, (_, i) =>
      ring(
        0.13,
        (r - 0.28) * Math.cos((i / 17) * 2 * Math.PI),
        (r - 0.28) * Math.sin((i / 17) * 2 * Math.PI),
      ),
    ),
    fillOpacity: 0,
    strokeWidth: 0.1,
    spin: speed,
  },
  {
    id: 'spokes',
    path: [...spokes(0.45, r - 0.55, 24), ring(0.45), ring(0.15)],
    fillOpacity: 0,
    strokeWidth: 0.09,
    spin: speed,
  },
];

/** Torpedo, 12 long, driver waist-up on top. Moves along the plinth by x keys. */
export const jamaisContente = (x0, x1, from, length, total) => {
  const move = (offset) =>
    keys(
      [0, x0 + offset, 'hold'],
      [from, x0 + offset],
      [from + length, x1 + offset, 'hold'],
      [total, x1 + offset],
    );
  const fixed = (id, path, more = {}) => ({ id, path, x: x0, keys: { x: move(0) }, ...more });
  return [
    fixed(
      'driver',
      [
        flow([
          [-1.0, 2.7],
          [-0.9, 3.9],
          [-0.3, 4.5],
          [0.35, 4.3],
          [0.5, 3.6],
          [0.7, 2.7],
        ]),
        ring(0.42, -0.1, 4.95),
        lineOf([0.3, 3.9], [1.5, 3.2], [1.7, 2.7]),
      ],
      { fill: '#14100a' },
    ),
    fixed(
      'body',
      [
        flow(
          [
            [-6.2, 1.75],
            [-4, 2.6],
            [-1, 3.0],
            [2, 2.95],
            [4.6, 2.5],
            [6.4, 1.75],
            [4.6, 1.0],
            [2, 0.6],
            [-1, 0.55],
            [-4, 0.95],
          ],
          true,
        ),
      ],
      { fill: '#2b3a46', shade: 'cylinder' },
    ),
    fixed(
      'seams',
      [
        lineOf([-5, 1.75], [5.2, 1.75]),
        flow([
          [-3, 0.75],
          [-2.8, 1.75],
          [-3, 2.75],
        ]),
        flow([
          [3, 0.75],
          [3.2, 1.75],
          [3, 2.8],
        ]),
      ],
      { strokeWidth: 0.1, fillOpacity: 0 },
    ),
    fixed('wheels', [
      ring(0.75, -3.6, 0.75),
      ring(0.45, -3.6, 0.75),
      ring(0.75, 3.6, 0.75),
      ring(0.45, 3.6, 0.75),
    ]),
    fixed('wind', [lineOf([-8, 1], [-26, 1]), lineOf([-7.4, 2], [-38, 2]), lineOf([-8.4, 3.1], [-22, 3.1])], {
      strokeOpacity: 0.55,
      fillOpacity: 0,
      strokeWidth: 0.12,
    }),
  ];
};

/** Blériot XI from the side, 17 units long, nose to +x. */
export const bleriot = () => [
  {
    id: 'lattice',
    path: [
      lineOf([-8, 0.5], [2, 0.9]),
      lineOf([-8, -0.1], [2, -0.9]),
      ...Array.from({ length: 7 }, (_, i) =>
        lineOf([-7.6 + i * 1.2, 0.5 + i * 0.04], [-6.4 + i * 1.2, -0.25 - i * 0.08]),
      ),
      ...Array.from({ length: 8 }, (_, i) =>
        lineOf([-7.6 + i * 1.2, 0.5 + i * 0.04], [-7.6 + i * 1.2, -0.15 - i * 0.08]),
      ),
    ],
    fillOpacity: 0,
    strokeWidth: 0.12,
  },
  {
    id: 'nose',
    path: [
      flow(
        [
          [1.2, 1.0],
          [3.2, 1.15],
          [5.6, 0.85],
          [6.2, 0.2],
          [5.8, -0.7],
          [3.4, -1.0],
          [1.2, -0.95],
        ],
        true,
      ),
      ...[60, 90, 120].map((a) =>
        lineOf(
          [5.6, 0.6],
          [5.6 + 1.1 * Math.cos((a * Math.PI) / 180), 0.6 + 1.1 * Math.sin((a * Math.PI) / 180)],
        ),
      ),
    ],
  },
  {
    id: 'wing',
    path: flow(
      [
        [0.6, 1.55],
        [2.4, 2.2],
        [5.0, 1.95],
        [5.4, 1.7],
        [3.4, 1.75],
        [0.6, 1.35],
      ],
      true,
    ),
    fill: '#e9d8a6',
    fillOpacity: 0.85,
  },
  {
    id: 'tail',
    path: [
      flow(
        [
          [-8.6, -0.4],
          [-7, -0.1],
          [-5.6, -0.45],
          [-7, -0.6],
        ],
        true,
      ),
      flow(
        [
          [-9.4, 1.4],
          [-8.4, 1.5],
          [-8.0, 0.6],
          [-8.1, -0.2],
          [-9.2, 0.1],
        ],
        true,
      ),
    ],
  },
  {
    id: 'pilot',
    path: [
      ring(0.42, 1.1, 1.75),
      flow([
        [0.5, 1.0],
        [0.7, 1.5],
        [1.3, 1.5],
        [1.6, 1.0],
      ]),
    ],
    fill: '#14100a',
  },
  {
    id: 'cabane',
    path: [
      lineOf([2.2, 1.0], [2.9, 3.3], [3.6, 1.1]),
      lineOf([2.9, 3.3], [-4, 0.7]),
      lineOf([2.9, 3.3], [5.2, 1.9]),
      lineOf([3.2, -1], [4, -2.9], [4.8, -0.9]),
      ring(0.85, 4, -3.1),
      lineOf([3.2, -3.1], [4.8, -3.1]),
    ],
    fillOpacity: 0,
    strokeWidth: 0.13,
  },
  {
    // Turning, it is a pale disc: blades that one could count would flash.
    id: 'propeller',
    path: flow(
      Array.from({ length: 16 }, (_, k) => [
        0.34 * Math.cos((k / 8) * Math.PI),
        2.5 * Math.sin((k / 8) * Math.PI),
      ]),
      true,
    ),
    x: 6.6,
    y: 0.2,
    fill: '#e9d8a6',
    fillOpacity: 0.3,
    strokeOpacity: 0.5,
    strokeWidth: 0.2,
  },
];
