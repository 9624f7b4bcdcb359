import type { Point } from './geometry.ts';
import { applyHomogeneous, applyHomography, homographyBetween } from './homography.ts';
import type { Homography, Quad } from './homography.ts';

/** A homogeneous upright pixel (x·w, y·w, w) for (s, t) of the region: s from the left, t from the top, 0–1. */
export type Surface = (s: number, t: number) => [number, number, number];
export type ControlGrid = { columns: number; rows: number; points: readonly Point[] };

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
export const linearSurface = ({ columns, rows, points }: ControlGrid): Surface => {
  const read = (i: number, j: number, axis: 0 | 1): number => points[j * columns + i]![axis];
  return (s, t) => {
    const i = Math.min(columns - 2, Math.floor(s * (columns - 1)));
    const j = Math.min(rows - 2, Math.floor(t * (rows - 1)));
    const fs = s * (columns - 1) - i;
    const ft = t * (rows - 1) - j;
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
 * A cubic Bézier through equally spaced values whose handles follow from the neighbours (Catmull–Rom). Beyond an end
 * the values go on as a parabola, so that a parabola is met exactly. `position`: 0 … count − 1.
 */
export const splineAt = (count: number, at: (i: number) => number, position: number): number => {
  const i = Math.max(0, Math.min(count - 2, Math.floor(position)));
  const f = position - i;
  const p1 = at(i);
  const p2 = at(i + 1);
  const p0 = i > 0 ? at(i - 1) : beyond(p1, p2, count > 2 ? at(i + 2) : null);
  const p3 = i + 2 < count ? at(i + 2) : beyond(p2, p1, count > 2 ? at(i - 1) : null);
  const b1 = p1 + (p2 - p0) / 6;
  const b2 = p2 - (p3 - p1) / 6;
  const g = 1 - f;
  return g * g * g * p1 + 3 * g * g * f * b1 + 3 * g * f * f * b2 + f * f * f * p2;
};
const beyond = (end: number, next: number, third: number | null): number =>
  third === null ? 2 * end - next : 3 * (end - next) + third;

/**
 * A smooth surface through all points. What is interpolated is the distance from the corner pin that the four outer
 * points make, so a grid laid over a corner pin moves nothing and keeps its perspective; where the outer points make
 * no convex quad, plain points.
 */
export const bezierSurface = (grid: ControlGrid): Surface => {
  const { columns, rows, points } = grid;
  const base = homographyBetween(UNIT, cornersOf(grid));
  const flat = (s: number, t: number): Point => (base.ok ? applyHomography(base.value, [s, t]) : [0, 0]);
  const rest = points.map((p, index): Point => {
    const at = flat((index % columns) / (columns - 1), Math.floor(index / columns) / (rows - 1));
    return [p[0] - at[0], p[1] - at[1]];
  });
  const along = (s: number, t: number, axis: 0 | 1): number =>
    splineAt(
      rows,
      (j) => splineAt(columns, (i) => rest[j * columns + i]![axis], s * (columns - 1)),
      t * (rows - 1),
    );
  return (s, t) => {
    const w = base.ok ? applyHomogeneous(base.value, [s, t])[2] : 1;
    const [x, y] = flat(s, t);
    return [(x + along(s, t, 0)) * w, (y + along(s, t, 1)) * w, w];
  };
};

/** Upper left, upper right, lower right, lower left. */
export const cornersOf = ({ columns, rows, points }: ControlGrid): Quad => [
  points[0]!,
  points[columns - 1]!,
  points[rows * columns - 1]!,
  points[(rows - 1) * columns]!,
];
export { UNIT as UNIT_SQUARE };
