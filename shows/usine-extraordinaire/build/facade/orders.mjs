/** Columns, statues, vases and the quadriga: what repeats. */
import { closed, levels, open, smooth, spiral } from './paths.mjs';

/** Ionic column on an Attic base, from y0 to y1 (top of the capital): outline, fluting, volutes, base. */
export const column = (x, y0, y1, base) => {
  const top = base * 0.852;
  const capital = base * 0.7;
  const plinth = base * 0.7;
  const neck = y1 - 0.75;
  const shaft = y0 + 0.5;
  const belly = shaft + (neck - shaft) / 3;
  const side = (s) => [
    [x + s * plinth, y0],
    [x + s * plinth, y0 + 0.2],
    [x + s * (plinth - 0.06), y0 + 0.34],
    [x + s * (base / 2 + 0.05), y0 + 0.42],
    [x + (s * base) / 2, shaft],
    [x + (s * base * 1.005) / 2, belly],
    [x + (s * (base * 0.55 + top * 0.45)) / 2, belly + (neck - belly) * 0.5],
    [x + (s * top) / 2, neck],
    [x + s * capital, neck + 0.05],
    [x + s * (capital + 0.03), neck + 0.4],
    [x + s * (capital - 0.02), neck + 0.6],
    [x + s * (capital + 0.04), y1],
  ];
  const flutes = [-0.36, -0.2, 0, 0.2, 0.36].map((u) =>
    open([
      [x + u * base, shaft + 0.12],
      [x + u * (base + (belly - shaft) * 0), belly],
      [x + u * top, neck - 0.12],
    ]),
  );
  const eye = capital - 0.22;
  return {
    outline: closed([...side(-1), ...side(1).reverse()]),
    details: [
      ...flutes,
      spiral(x - eye, neck + 0.27, 0.25, 1.5, Math.PI / 2, 1),
      spiral(x + eye, neck + 0.27, 0.25, 1.5, Math.PI / 2, -1),
      `${levels(x - capital, x + capital, [neck + 0.55])} ${levels(x - top / 2, x + top / 2, [neck - 0.05])}`,
      levels(x - plinth, x + plinth, [y0 + 0.2, y0 + 0.36]),
    ],
    axis: [
      [x, y0 + 0.5],
      [x, neck],
    ],
  };
};

const shape = (points, cx, y0, scale, mirror) =>
  points.map(([px, py]) => [cx + mirror * px * scale, y0 + py * scale]);

const SEATED = [
  [-0.9, 0],
  [0.95, 0],
  [0.95, 1.0],
  [0.85, 1.3],
  [0.8, 1.55],
  [0.5, 1.65],
  [0.62, 2.2],
  [0.42, 2.7],
  [0.16, 2.85],
  [0.2, 3.15],
  [0.06, 3.4],
  [-0.16, 3.4],
  [-0.28, 3.15],
  [-0.18, 2.85],
  [-0.46, 2.68],
  [-0.62, 2.1],
  [-0.52, 1.6],
  [-0.78, 1.4],
  [-0.85, 0.9],
];
/** Seated figure on its pedestal, 1 to 5 m above the pavement. */
export const statue = (x, mirror) => ({
  outline: smooth(shape(SEATED, x, 1.6, 1, mirror), true),
  details: [
    smooth(
      shape(
        [
          [0.5, 1.65],
          [0.1, 1.45],
          [-0.3, 1.5],
          [-0.52, 1.6],
        ],
        x,
        1.6,
        1,
        mirror,
      ),
      false,
    ),
    smooth(
      shape(
        [
          [0.75, 1.4],
          [0.55, 0.8],
          [0.6, 0.1],
        ],
        x,
        1.6,
        1,
        mirror,
      ),
      false,
    ),
    smooth(
      shape(
        [
          [0.2, 1.4],
          [0.05, 0.7],
          [0.1, 0.1],
        ],
        x,
        1.6,
        1,
        mirror,
      ),
      false,
    ),
    smooth(
      shape(
        [
          [-0.4, 1.4],
          [-0.5, 0.7],
          [-0.45, 0.1],
        ],
        x,
        1.6,
        1,
        mirror,
      ),
      false,
    ),
    smooth(
      shape(
        [
          [0.42, 2.6],
          [0.0, 2.2],
          [-0.3, 1.9],
        ],
        x,
        1.6,
        1,
        mirror,
      ),
      false,
    ),
  ],
  axis: [
    [x, 1.6],
    [x, 5],
  ],
});

const GROUP = [
  [-2.6, 0],
  [2.6, 0],
  [2.5, 0.9],
  [2.1, 1.6],
  [2.25, 2.4],
  [1.9, 2.9],
  [1.6, 2.5],
  [1.35, 3.2],
  [1.3, 4.2],
  [1.0, 4.9],
  [0.6, 5.1],
  [0.75, 6.2],
  [1.5, 7.3],
  [1.35, 7.5],
  [0.5, 6.6],
  [0.35, 7.0],
  [0.0, 7.3],
  [-0.35, 7.0],
  [-0.4, 6.5],
  [-0.8, 6.0],
  [-1.0, 5.0],
  [-1.3, 4.0],
  [-1.6, 3.2],
  [-2.0, 3.0],
  [-2.3, 2.4],
  [-2.15, 1.5],
];
/** Sculpted group: a standing figure with a raised arm, two seated at its feet. */
export const group = (x, y0, scale, mirror) => ({
  outline: smooth(shape(GROUP, x, y0, scale, mirror), true),
  details: [
    smooth(
      shape(
        [
          [0.6, 5.1],
          [0.2, 3.6],
          [0.5, 1.8],
          [0.4, 0.2],
        ],
        x,
        y0,
        scale,
        mirror,
      ),
      false,
    ),
    smooth(
      shape(
        [
          [-0.6, 5.4],
          [-0.4, 3.6],
          [-0.7, 1.8],
          [-0.6, 0.2],
        ],
        x,
        y0,
        scale,
        mirror,
      ),
      false,
    ),
    smooth(
      shape(
        [
          [1.6, 2.5],
          [1.3, 1.4],
          [1.5, 0.2],
        ],
        x,
        y0,
        scale,
        mirror,
      ),
      false,
    ),
    smooth(
      shape(
        [
          [-1.7, 2.9],
          [-1.4, 1.5],
          [-1.6, 0.2],
        ],
        x,
        y0,
        scale,
        mirror,
      ),
      false,
    ),
  ],
  axis: [
    [x, y0],
    [x, y0 + 7 * scale],
  ],
});

const VASE = [
  [-0.28, 0],
  [0.28, 0],
  [0.24, 0.14],
  [0.1, 0.26],
  [0.34, 0.55],
  [0.44, 0.95],
  [0.36, 1.12],
  [0.42, 1.22],
  [0, 1.4],
  [-0.42, 1.22],
  [-0.36, 1.12],
  [-0.44, 0.95],
  [-0.34, 0.55],
  [-0.1, 0.26],
  [-0.24, 0.14],
];
export const vase = (x, y0) => ({
  outline: smooth(shape(VASE, x, y0, 1, 1), true),
  details: [levels(x - 0.36, x + 0.36, [y0 + 1.1])],
  axis: [],
});
