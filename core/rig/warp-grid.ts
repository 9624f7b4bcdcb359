import type { Point } from './geometry.ts';
import { applyHomogeneous, applyHomography, homographyBetween } from './homography.ts';
import type { Homography, Quad } from './homography.ts';
import { gapAt, splineAt, splineThrough } from './spline.ts';

/** A homogeneous upright pixel (x·w, y·w, w) for (s, t) of the region: s from the left, t from the top, 0–1. */
export type Surface = (s: number, t: number) => [number, number, number];
export type ControlGrid = {
  columns: number;
  rows: number;
  /** Upright pixels, row by row from the top. */
  points: readonly Point[];
  /** s of the columns and t of the rows, rising from 0 to 1. */
  columnsAt: readonly number[];
  rowsAt: readonly number[];
};

const UNIT: Quad = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const lerp = (a: number, b: number, f: number): number => a + (b - a) * f;

export const projectiveSurface =
  (h: Homography): Surface =>
  (s, t) =>
    applyHomogeneous(h, [s, t]);

/** Straight lines between neighbouring points, bilinear inside a cell. */
export const linearSurface = ({ columns, points, columnsAt, rowsAt }: ControlGrid): Surface => {
  const read = (i: number, j: number, axis: 0 | 1): number => points[j * columns + i]![axis];
  return (s, t) => {
    const i = gapAt(columnsAt, s);
    const j = gapAt(rowsAt, t);
    const fs = (s - columnsAt[i]!) / (columnsAt[i + 1]! - columnsAt[i]!);
    const ft = (t - rowsAt[j]!) / (rowsAt[j + 1]! - rowsAt[j]!);
    const along = (axis: 0 | 1): number =>
      lerp(
        lerp(read(i, j, axis), read(i + 1, j, axis), fs),
        lerp(read(i, j + 1, axis), read(i + 1, j + 1, axis), fs),
        ft,
      );
    return [along(0), along(1), 1];
  };
};

/**
 * A smooth surface through all points. What is interpolated is the distance from the corner pin that the four outer
 * points make, so a grid laid over a corner pin moves nothing and keeps its perspective; where the outer points make
 * no convex quad, plain points.
 */
export const bezierSurface = (grid: ControlGrid): Surface => {
  const { columns, points, columnsAt, rowsAt } = grid;
  const made = homographyBetween(UNIT, cornersOf(grid));
  const base: Homography = made.ok ? made.value : NOWHERE;
  const rest = points.map((p, index): Point => {
    const [x, y] = applyHomography(base, [columnsAt[index % columns]!, rowsAt[Math.floor(index / columns)]!]);
    return [p[0] - x, p[1] - y];
  });
  const spline = splineThrough(columnsAt, rowsAt, rest);
  const found = new Float64Array(6);
  return (s, t) => {
    const [x, y, w] = applyHomogeneous(base, [s, t]);
    splineAt(spline, s, t, found);
    return [x + found[0]! * w, y + found[1]! * w, w];
  };
};
/** Every point to the origin, w = 1. */
const NOWHERE: Homography = [0, 0, 0, 0, 0, 0, 0, 0, 1];

/** Upper left, upper right, lower right, lower left. */
export const cornersOf = ({ columns, rows, points }: ControlGrid): Quad => [
  points[0]!,
  points[columns - 1]!,
  points[rows * columns - 1]!,
  points[(rows - 1) * columns]!,
];
export { UNIT as UNIT_SQUARE };
