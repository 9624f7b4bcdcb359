/** Chapter 4: the parts of a Model T in the order of the line, a press, a lathe and who works at it, gears seen edge-on. */
import { arc, box, flow, lineOf, poly, ring, spokes } from './forms.mjs';

const moveRing = (r, x, y) => ring(r, x, y);
const wheelAt = (x) => [
  moveRing(0.78, x, 0.78),
  moveRing(0.6, x, 0.78),
  ...spokes(0.12, 0.6, 12).map((path) => shifted(path, x, 0.78)),
];
/** Straight path data moved. */
const shifted = (path, x, y) =>
  path.replace(
    /([ML]) (-?[\d.]+) (-?[\d.]+)/g,
    (_, letter, px, py) => `${letter} ${Number(px) + x} ${Number(py) + y}`,
  );

/** Eleven parts, each with its lines and its plates: what the station of that number adds. 4.9 long, 4 high. */
export const MODEL_T = [
  {
    lines: [lineOf([-2.2, 1.02], [2.3, 1.02]), lineOf([-2.2, 1.28], [2.3, 1.28])],
    plates: [box(-2.2, 1.0, 2.3, 1.3)],
  },
  { lines: [arc(0.9, 35, 145, -1.6, 0.35), arc(0.9, 35, 145, 1.7, 0.35)], plates: [] },
  { lines: wheelAt(-1.6), plates: [] },
  { lines: wheelAt(1.7), plates: [] },
  {
    lines: [box(0.7, 1.3, 1.75, 2.05), lineOf([1.05, 1.3], [1.05, 2.05]), lineOf([1.4, 1.3], [1.4, 2.05])],
    plates: [box(0.7, 1.3, 1.75, 2.05)],
  },
  { lines: [box(1.95, 1.2, 2.3, 2.5)], plates: [box(1.95, 1.2, 2.3, 2.5)] },
  {
    lines: [
      poly([
        [0.65, 1.3],
        [1.95, 1.3],
        [1.95, 2.45],
        [0.65, 2.6],
      ]),
    ],
    plates: [
      poly([
        [0.65, 1.3],
        [1.95, 1.3],
        [1.95, 2.45],
        [0.65, 2.6],
      ]),
    ],
  },
  { lines: [lineOf([0.45, 1.6], [-0.1, 2.75]), lineOf([-0.4, 2.62], [0.2, 2.9])], plates: [] },
  {
    lines: [
      poly([
        [-2.35, 1.3],
        [0.65, 1.3],
        [0.65, 2.6],
        [-0.55, 2.6],
        [-0.75, 2.15],
        [-1.2, 2.15],
        [-1.3, 2.9],
        [-2.35, 3.0],
      ]),
      lineOf([-0.75, 1.3], [-0.75, 2.15]),
    ],
    plates: [
      poly([
        [-2.35, 1.3],
        [0.65, 1.3],
        [0.65, 2.6],
        [-0.55, 2.6],
        [-0.75, 2.15],
        [-1.2, 2.15],
        [-1.3, 2.9],
        [-2.35, 3.0],
      ]),
    ],
  },
  {
    lines: [arc(1.02, 10, 165, -1.6, 0.85), arc(1.02, 15, 170, 1.7, 0.85), ring(0.24, 2.5, 2.15)],
    plates: [ring(0.24, 2.5, 2.15)],
  },
  {
    lines: [
      poly([
        [-2.55, 3.85],
        [0.5, 4.05],
        [0.5, 4.2],
        [-2.55, 4.1],
      ]),
      lineOf([0.55, 2.6], [0.4, 4.05]),
      lineOf([-2.2, 3], [-2.3, 3.85]),
    ],
    plates: [
      poly([
        [-2.55, 3.85],
        [0.5, 4.05],
        [0.5, 4.2],
        [-2.55, 4.1],
      ]),
    ],
  },
];
export const built = (count) => ({
  lines: MODEL_T.slice(0, count).flatMap(({ lines }) => lines),
  plates: MODEL_T.slice(0, count).flatMap(({ plates }) => plates),
});

/** Lathe, 5 wide, foot at 0: bed, headstock left, tailstock right. */
export const LATHE = {
  bed: [
    box(-2.5, 0, -1.9, 1.5),
    box(1.8, 0, 2.4, 1.5),
    box(-2.6, 1.5, 2.5, 1.95),
    box(-2.6, 1.95, -1.5, 3.9),
  ],
  tail: [
    poly([
      [1.5, 1.95],
      [2.4, 1.95],
      [2.4, 3.6],
      [2.0, 3.6],
      [1.3, 3.15],
      [1.3, 2.95],
      [1.6, 2.7],
    ]),
  ],
  shell: flow(
    [
      [-1.5, 3.75],
      [0.1, 3.75],
      [0.8, 3.5],
      [1.3, 3.05],
      [0.8, 2.6],
      [0.1, 2.35],
      [-1.5, 2.35],
    ],
    true,
  ),
  swarf: flow(
    Array.from({ length: 26 }, (_, i) => {
      const a = i * 0.9;
      const r = 0.36 - i * 0.006;
      return [0.25 + i * 0.03 + r * Math.cos(a), 2.2 - i * 0.055 + r * Math.sin(a)];
    }),
  ),
};
/** A worker in smock and cap, from behind the lathe: 5.4 high; the arm turns about the shoulder. */
export const WORKER = {
  body: [
    flow(
      [
        [-1.05, 0],
        [1.05, 0],
        [0.72, 2.1],
        [0.82, 3.4],
        [0.55, 4.0],
        [0.18, 4.15],
        [-0.18, 4.15],
        [-0.55, 4.0],
        [-0.82, 3.4],
        [-0.72, 2.1],
      ],
      true,
    ),
    ring(0.44, 0, 4.65),
    flow(
      [
        [-0.58, 4.75],
        [-0.5, 5.25],
        [0, 5.42],
        [0.5, 5.25],
        [0.58, 4.75],
      ],
      true,
    ),
  ],
  arm: [
    poly([
      [-0.2, 0.1],
      [0.22, 0.1],
      [1.25, -1.0],
      [1.95, -0.85],
      [1.95, -1.15],
      [1.2, -1.38],
    ]),
  ],
};

/** A chevron of a double-helical rim, seen edge-on: apex in the middle of the width, `long` across, `thick` along. */
export const chevron = (long, thick, lead) =>
  poly([
    [-thick / 2, long / 2],
    [thick / 2, long / 2],
    [thick / 2 + lead, 0],
    [thick / 2, -long / 2],
    [-thick / 2, -long / 2],
    [lead - thick / 2, 0],
  ]);

/** A tandem and who rides it away, 7.4 long; legs are parts of their own. */
export const TANDEM = {
  wheels: [ring(1.05, -2.6, 1.05), ring(1.05, 2.6, 1.05)],
  frame: [
    lineOf([-2.6, 1.05], [-1.7, 2.35], [0.25, 2.3], [-1.1, 0.95], [-2.6, 1.05]),
    lineOf([-1.7, 2.35], [-1.1, 0.95], [1.0, 0.95], [0.25, 2.3], [1.9, 2.35], [1.0, 0.95]),
    lineOf([2.6, 1.05], [1.95, 2.75], [2.35, 2.85]),
    lineOf([0.25, 2.3], [0.35, 2.75], [0.8, 2.85]),
  ],
  riders: [-1.75, 0.2].flatMap((x, i) => [
    flow(
      [
        [x - 0.35, 2.55],
        [x + 0.35, 2.5],
        [x + 0.95, 3.6],
        [x + 0.75, 4.15],
        [x + 0.3, 4.1],
        [x - 0.2, 3.3],
      ],
      true,
    ),
    ring(0.36, x + 0.85, 4.65),
    poly([
      [x + 0.7, 3.9],
      [x + 1.0, 3.75],
      [x + 1.75 + i * 0.4, 2.95],
      [x + 1.6 + i * 0.4, 2.8],
    ]),
  ]),
};
