import type { Point } from './geometry.ts';
import { movedPoints } from './grid-move.ts';
import type { MoveOptions } from './grid-move.ts';
import { applyHomogeneous, homographyBetween } from './homography.ts';
import type { Quad } from './homography.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { chosenOf, editableGrid, isReachable, valueRefused, withPoints } from './warp-edit.ts';
import { cornersOf } from './warp-grid.ts';
import type { WarpedOutput } from './warp-mesh.ts';
import type { WarpRecord } from './warp.schema.ts';

/**
 * Moves chosen points, upright pixels. Codes beside those of every edit: `warp-point`, `warp-value`. Give it the warp
 * from before the drag and the whole way since: rounding then never adds up.
 */
export const movedWarp = (
  output: WarpedOutput,
  selection: readonly number[],
  options: MoveOptions,
): Result<WarpRecord> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  const chosen = chosenOf(grid.value, selection);
  if (!chosen.ok) return chosen;
  const { by, radius } = options;
  if (!isReachable(by) || (radius !== null && !(radius > 0))) return valueRefused('');
  if (chosen.value.length === 0) return ok(output.warp);
  return withPoints(output, movedPoints(grid.value, chosen.value, options));
};

/** Puts one point where it was typed. */
export const typedPoint = (output: WarpedOutput, index: number, at: Point): Result<WarpRecord> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  const chosen = chosenOf(grid.value, [index]);
  if (!chosen.ok) return chosen;
  return withPoints(
    output,
    grid.value.points.map((p, i) => (i === index ? at : p)),
  );
};

/**
 * The corner pin under a grid: puts the four outer points where they are said to be and carries all others along by the
 * projective map between old and new corners. Codes: `homography-not-convex`, `warp-horizon`.
 */
export const pinnedWarp = (output: WarpedOutput, corners: Quad): Result<WarpRecord> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  if (!corners.every(isReachable)) return valueRefused('warp.corners');
  if (output.warp.kind === 'corners') {
    const [upperLeft, upperRight, lowerRight, lowerLeft] = corners;
    return withPoints(output, [upperLeft, upperRight, lowerLeft, lowerRight]);
  }
  const map = homographyBetween(cornersOf(grid.value), corners);
  if (!map.ok) return map;
  const carried = grid.value.points.map((p) => applyHomogeneous(map.value, p));
  const behind = carried.findIndex(([, , w]) => !(w > 0));
  if (behind >= 0)
    return fail(
      'warp-horizon',
      'So steep a pin would throw points of the grid behind its horizon. Move the corners less.',
      `warp.points.${behind}`,
    );
  return withPoints(
    output,
    carried.map(([x, y, w]): Point => [x / w, y / w]),
  );
};
