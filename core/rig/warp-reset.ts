import type { Point } from './geometry.ts';
import { filled } from './grid-fill.ts';
import { applyHomography, homographyBetween } from './homography.ts';
import { ok } from '../result.ts';
import type { Result } from '../result.ts';
import { chosenOf, editableGrid, unwarpedPoints, withPoints } from './warp-edit.ts';
import { cornersOf, UNIT_SQUARE } from './warp-grid.ts';
import type { ControlGrid } from './warp-grid.ts';
import type { WarpedOutput } from './warp-mesh.ts';
import type { WarpRecord } from './warp.schema.ts';

/**
 * Takes a part of a warp back. `pin`: onto the corner pin of the four outer points, which stay; `others`: onto the
 * surface that the other points make. Corners of a corner pin go back to the picture’s. Code: `warp-point`.
 */
export const resetPoints = (
  output: WarpedOutput,
  selection: readonly number[],
  onto: 'pin' | 'others',
): Result<WarpRecord> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  const chosen = chosenOf(grid.value, selection);
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0) return ok(output.warp);
  return withPoints(output, pointsOnto(output, grid.value, new Set(chosen.value), onto));
};

const pointsOnto = (
  output: WarpedOutput,
  grid: ControlGrid,
  chosen: ReadonlySet<number>,
  onto: 'pin' | 'others',
): readonly Point[] => {
  if (output.warp.kind === 'corners') {
    const whole = unwarpedPoints(output);
    return grid.points.map((p, i) => (chosen.has(i) ? whole[i]! : p));
  }
  if (onto === 'others' && chosen.size < grid.points.length) return ontoOthers(grid, chosen);
  const pin = pinOf(grid);
  const outer = new Set(outerPoints(grid));
  return grid.points.map((p, i) => (chosen.has(i) && !outer.has(i) ? pin[i]! : p));
};

const outerPoints = ({ columns, rows }: ControlGrid): number[] => [
  0,
  columns - 1,
  columns * (rows - 1),
  columns * rows - 1,
];
/** Where the pin of the four outer points has every point. */
const pinOf = (grid: ControlGrid): Point[] => {
  const made = homographyBetween(UNIT_SQUARE, cornersOf(grid));
  const [a, b, c, d] = cornersOf(grid);
  return grid.points.map((_, i) => {
    const [s, t] = [grid.columnsAt[i % grid.columns]!, grid.rowsAt[Math.floor(i / grid.columns)]!];
    if (made.ok) return applyHomography(made.value, [s, t]);
    const mixed = (axis: 0 | 1): number =>
      (a[axis] * (1 - s) + b[axis] * s) * (1 - t) + (d[axis] * (1 - s) + c[axis] * s) * t;
    return [mixed(0), mixed(1)];
  });
};

/** A chosen corner bends the pin that distances are taken from; it is straight again after a few rounds. */
const ROUNDS = 4;
const ontoOthers = (grid: ControlGrid, chosen: ReadonlySet<number>): readonly Point[] => {
  const rounds = outerPoints(grid).some((index) => chosen.has(index)) ? ROUNDS : 1;
  let { points } = grid;
  for (let round = 0; round < rounds; round++) {
    const pin = pinOf({ ...grid, points });
    const rest = points.map((p, i): Point => [p[0] - pin[i]![0], p[1] - pin[i]![1]]);
    points = filled(grid, rest, chosen).map((p, i): Point => [p[0] + pin[i]![0], p[1] + pin[i]![1]]);
  }
  return points;
};
