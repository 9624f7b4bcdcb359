import type { Point } from './geometry.ts';
import { evenly, splineAt, splineThrough } from './spline.ts';
import type { Field } from './wall-field.ts';

export type Size = { width: number; height: number };
export type WallGrid = { columns: number; rows: number; points: readonly Point[] };

/** Where point `index` of the lattice lies on the drawing, metres. */
export const restOf = ({ columns, rows }: WallGrid, index: number, facade: Size): Point => [
  ((index % columns) / (columns - 1)) * facade.width,
  (1 - Math.floor(index / columns) / (rows - 1)) * facade.height,
];

/** From the drawing to the wall: smooth through all points. Expects columns × rows points. */
export const gridField = (grid: WallGrid, facade: Size): Field => {
  const { columns, rows, points } = grid;
  const moves = points.map((p, index): Point => {
    const [x, y] = restOf(grid, index, facade);
    return [p[0] - x, p[1] - y];
  });
  const [xs, down] = [
    evenly(columns).map((s) => s * facade.width),
    evenly(rows).map((t) => t * facade.height),
  ];
  const spline = splineThrough(xs, down, moves);
  return {
    box: { left: 0, bottom: 0, right: facade.width, top: facade.height },
    at(x, y, out) {
      splineAt(spline, x, facade.height - y, out);
      out[4]! *= -1;
      out[5]! *= -1;
    },
  };
};
