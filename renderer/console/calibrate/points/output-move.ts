import type { Point } from '../../../../core/rig/geometry.ts';
import type { MoveOptions } from '../../../../core/rig/grid-move.ts';
import { ok, type Result } from '../../../../core/result.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { cornersOf, type ControlGrid } from '../../../../core/rig/warp-grid.ts';
import { controlGrid } from '../../../../core/rig/warp-mesh.ts';
import { movedWarp, pinnedWarp } from '../../../../core/rig/warp-move.ts';
import type { WarpRecord } from '../../../../core/rig/warp.schema.ts';
import type { Mode } from '../modes.ts';
import type { Lattice } from './selection.ts';

export type MoveHelp = Omit<MoveOptions, 'by'>;
export type Handles = Lattice & {
  points: readonly Point[];
  /** Index of a handle → index of the control point that the output marks. */
  marks: readonly number[];
};

/** What the hand holds: all control points, or in the mode of corners the four outer ones. */
export const handlesOf = (output: CompiledOutput, mode: Mode): Handles => {
  const grid = controlGrid(output);
  if (output.warp.kind === 'model') return { columns: 0, rows: 0, points: [], marks: [] };
  if (mode !== 'corners') return { ...grid, marks: grid.points.map((_, index) => index) };
  const { columns, rows } = grid;
  const marks = [0, columns - 1, (rows - 1) * columns, rows * columns - 1];
  return { columns: 2, rows: 2, points: outer(grid), marks };
};
const outer = (grid: ControlGrid): Point[] => {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = cornersOf(grid);
  return [upperLeft, upperRight, lowerLeft, lowerRight];
};

/** The output’s warp after a movement of some handles; corners take the whole grid with them. */
export const moved = (
  output: CompiledOutput,
  mode: Mode,
  handles: readonly number[],
  by: Point,
  help: MoveHelp,
): Result<WarpRecord> => {
  if (mode !== 'corners') return movedWarp(output, handles, { ...help, by });
  const [upperLeft, upperRight, lowerLeft, lowerRight] = handlesOf(output, mode).points.map(
    (p, index): Point => (handles.includes(index) ? [p[0] + by[0], p[1] + by[1]] : p),
  );
  return upperLeft && upperRight && lowerLeft && lowerRight
    ? pinnedWarp(output, [upperLeft, upperRight, lowerRight, lowerLeft])
    : ok(output.warp);
};
