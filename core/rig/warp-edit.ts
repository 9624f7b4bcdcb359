import type { Point } from './geometry.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { uprightSize } from './raster.ts';
import { FAR } from './warp-check.ts';
import type { ControlGrid } from './warp-grid.ts';
import { controlGrid, isWholeGrid, wholePicture } from './warp-mesh.ts';
import type { WarpedOutput } from './warp-mesh.ts';
import type { WarpRecord } from './warp.schema.ts';

/**
 * What every edit of a warp begins and ends with. Edits are pure: output → new warp record, points in upright pixels
 * rounded to a hundredth. They refuse what makes no sense, never what merely folds: a fold is shown in red, and refused
 * when it is saved.
 */

/** Control points that can be moved. Codes: `warp-model`, `rig-grid`. */
export const editableGrid = (output: WarpedOutput): Result<ControlGrid> => {
  const { warp } = output;
  if (warp.kind === 'model')
    return fail(
      'warp-model',
      'This output is drawn by its 3-D calibration. Take up a corner pin or a grid first.',
      'warp',
    );
  if (warp.kind === 'grid' && !isWholeGrid(warp))
    return fail('rig-grid', 'The grid’s points do not make columns × rows. Reset the warp.', 'warp.points');
  return ok(controlGrid(output));
};

/** The same kind of warp with other points, as many as before. Code: `warp-value`. */
export const withPoints = (output: WarpedOutput, points: readonly Point[]): Result<WarpRecord> => {
  const index = points.findIndex((p) => !isReachable(p));
  if (index >= 0) return valueRefused(`warp.points.${index}`);
  const rounded = points.map(roundedPixel);
  const { warp } = output;
  if (warp.kind === 'grid') return ok({ ...warp, points: rounded });
  const [upperLeft, upperRight, lowerLeft, lowerRight] = rounded;
  return upperLeft && upperRight && lowerLeft && lowerRight
    ? ok({ kind: 'corners', corners: [upperLeft, upperRight, lowerRight, lowerLeft] })
    : valueRefused('warp.corners');
};
export const valueRefused = (path: string): ReturnType<typeof fail> =>
  fail('warp-value', 'That is no place near the picture. Type a number of pixels.', path);
export const isReachable = ([x, y]: Point): boolean => Math.abs(x) <= FAR && Math.abs(y) <= FAR;
/** −0 is 0: it would be another byte in the file. */
const hundredth = (value: number): number => Math.round(value * 100) / 100 + 0;
export const roundedPixel = ([x, y]: Point): [number, number] => [hundredth(x), hundredth(y)];

/** Each chosen point once, in order. Code: `warp-point`. */
export const chosenOf = (
  { columns, rows }: Pick<ControlGrid, 'columns' | 'rows'>,
  selection: readonly number[],
): Result<number[]> => {
  const wrong = selection.find((index) => !Number.isInteger(index) || index < 0 || index >= columns * rows);
  if (wrong !== undefined)
    return fail('warp-point', `There is no point ${wrong} in a grid of ${columns} × ${rows}. Select again.`);
  return ok([...new Set(selection)].sort((a, b) => a - b));
};

/** The whole picture, whatever the warp was. */
export const resetWarp = (): WarpRecord => ({ kind: 'corners', corners: null });

/** The warp of one output for another, each of its points at the same share of the upright picture. */
export const copiedWarp = (from: WarpedOutput, to: WarpedOutput): Result<WarpRecord> => {
  const grid = editableGrid(from);
  if (!grid.ok) return grid;
  if (from.warp.kind === 'corners' && from.warp.corners === null) return ok(resetWarp());
  const [old, now] = [uprightSize(from), uprightSize(to)];
  return withPoints(
    from,
    grid.value.points.map(([x, y]) => [(x / old.width) * now.width, (y / old.height) * now.height]),
  );
};

/** Where a corner pin’s points lie when nothing is warped, in the order of its grid. */
export const unwarpedPoints = (output: WarpedOutput): Point[] => {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = wholePicture(output);
  return [upperLeft, upperRight, lowerLeft, lowerRight];
};
