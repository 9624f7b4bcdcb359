import type { Point } from './geometry.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { evenly } from './spline.ts';
import { editableGrid, isReachable, roundedPixel, valueRefused } from './warp-edit.ts';
import type { ControlGrid, Surface } from './warp-grid.ts';
import { isWholeGrid, surfaceOf } from './warp-mesh.ts';
import type { WarpedOutput } from './warp-mesh.ts';
import type { WarpRecord } from './warp.schema.ts';

/** A warp’s surface under other lines. */
export type Reshaped = {
  warp: WarpRecord;
  /** The farthest that any place of the picture moved, output pixels. */
  movedPx: number;
};
export type Way = 'column' | 'row';

export const linesOf = (grid: ControlGrid, way: Way): readonly number[] =>
  way === 'column' ? grid.columnsAt : grid.rowsAt;
export const withLines = (grid: ControlGrid, way: Way, lines: readonly number[]): ControlGrid =>
  way === 'column'
    ? { ...grid, columns: lines.length, columnsAt: lines }
    : { ...grid, rows: lines.length, rowsAt: lines };
export const without = (lines: readonly number[], index: number): number[] =>
  lines.filter((_, i) => i !== index);

/** The same surface under other lines of one way. */
export const relaid = (
  output: WarpedOutput,
  grid: ControlGrid,
  way: Way,
  lines: readonly number[],
): Result<Reshaped> => {
  const { columns, rows, points, columnsAt, rowsAt } = pointsOn(
    surfaceOf(output, grid).at,
    withLines(grid, way, lines),
  );
  if (!points.every(isReachable)) return valueRefused('warp.points');
  const warp: Extract<WarpRecord, { kind: 'grid' }> = {
    kind: 'grid',
    columns,
    rows,
    points: points.map(roundedPixel),
    columnsAt: evenOrNot(columnsAt),
    rowsAt: evenOrNot(rowsAt),
    interpolation: output.warp.kind === 'grid' ? output.warp.interpolation : 'bezier',
  };
  if (!isWholeGrid(warp))
    return fail('warp-line', 'The lines would lie on one another. Take others out first.');
  return ok({ warp, movedPx: movedBetween(output, warp) });
};
export const pointsOn = (at: Surface, grid: ControlGrid): ControlGrid => ({
  ...grid,
  points: grid.rowsAt.flatMap((t) => grid.columnsAt.map((s) => pixelAt(at, s, t))),
});
const evenOrNot = (lines: readonly number[]): number[] | null =>
  evenly(lines.length).every((line, i) => Math.abs(line - lines[i]!) < 1e-9) ? null : [...lines];

export const pixelAt = (at: Surface, s: number, t: number): Point => {
  const [x, y, w] = at(s, t);
  return [x / w, y / w];
};
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

const SAMPLES = 64;
/** The farthest that a place of the picture lies from where it lay, pixels. */
export const movedBetween = (output: WarpedOutput, warp: WarpRecord): number => {
  const [before, after] = [editableGrid(output), editableGrid({ ...output, warp })];
  if (!before.ok || !after.ok) return Infinity;
  const [old, now] = [surfaceOf(output, before.value).at, surfaceOf({ ...output, warp }, after.value).at];
  let farthest = 0;
  for (let j = 0; j <= SAMPLES; j++)
    for (let i = 0; i <= SAMPLES; i++) {
      const [s, t] = [i / SAMPLES, j / SAMPLES];
      farthest = Math.max(farthest, distance(pixelAt(old, s, t), pixelAt(now, s, t)));
    }
  return farthest;
};
