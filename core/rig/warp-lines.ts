import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { evenly } from './spline.ts';
import { editableGrid, roundedPixel } from './warp-edit.ts';
import { cornersOf } from './warp-grid.ts';
import type { ControlGrid } from './warp-grid.ts';
import type { WarpedOutput } from './warp-mesh.ts';
import { linesOf, movedBetween, relaid, without } from './warp-relay.ts';
import type { Reshaped, Way } from './warp-relay.ts';
import { halved, thinned } from './warp-thin.ts';
import type { WarpRecord } from './warp.schema.ts';

/**
 * Columns and rows of a grid, put in and taken out while the picture stays. What is put in lies on the surface and both
 * kinds of surface nest, so the picture keeps its place to the rounding of a hundredth of a pixel; what is taken out
 * may move it, and `movedPx` says how far. Codes beside those of every edit: `warp-size`, `warp-line`.
 */
type GridWarp = Extract<WarpRecord, { kind: 'grid' }>;

const MOST_LINES = 33;
/** New lines lie on a 128th of the region: the drawn mesh is cut there, and so bends at the line itself. */
const PLACES = 128;
/** So near to another, a hundredth of a pixel of rounding would bend the gap beside by a tenth. */
const NEAREST = 1 / 64;
/** Moved by less than this, the picture stayed. */
const STAYED_PX = 0.05;

/** One more column or row; `at`: its share of the region, 0–1 from the left or the top, to a 128th. */
export const withLine = (output: WarpedOutput, way: Way, at: number): Result<Reshaped> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  const lines = linesOf(grid.value, way);
  if (lines.length >= MOST_LINES) return sizeRefused();
  const place = Math.round(at * PLACES) / PLACES;
  if (!(place > 0 && place < 1) || lines.some((line) => Math.abs(line - place) < NEAREST - 1e-9))
    return fail(
      'warp-line',
      'There is a line already, or the picture ends there. Choose a place between two lines.',
    );
  return relaid(output, grid.value, way, inOrder([...lines, place]));
};

/** One column or row less; the outermost stay. */
export const withoutLine = (output: WarpedOutput, way: Way, index: number): Result<Reshaped> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  const lines = linesOf(grid.value, way);
  if (!Number.isInteger(index) || index < 1 || index > lines.length - 2)
    return fail('warp-line', 'Only a line between the outer ones can be taken out. Choose another.');
  return relaid(output, grid.value, way, without(lines, index));
};

/**
 * A grid of so many columns and rows, over a corner pin too. Evenly spaced where the picture stays so; else new lines
 * halve the widest gaps, and those go whose loss moves least.
 */
export const resizedGrid = (output: WarpedOutput, columns: number, rows: number): Result<Reshaped> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  const isSize = (count: number): boolean => Number.isInteger(count) && count >= 2 && count <= MOST_LINES;
  if (!isSize(columns) || !isSize(rows)) return sizeRefused();
  const wide = resizedAlong(output, grid.value, 'column', columns);
  if (!wide.ok) return wide;
  const between = { ...output, warp: wide.value.warp };
  const widened = editableGrid(between);
  if (!widened.ok) return widened;
  const made = resizedAlong(between, widened.value, 'row', rows);
  return made.ok ? ok({ ...made.value, movedPx: movedBetween(output, made.value.warp) }) : made;
};

/** The corner pin of a grid’s four outer points. */
export const cornerPin = (output: WarpedOutput): Result<Reshaped> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  if (output.warp.kind === 'corners') return ok({ warp: output.warp, movedPx: 0 });
  const [a, b, c, d] = cornersOf(grid.value).map(roundedPixel);
  const warp: WarpRecord = { kind: 'corners', corners: a && b && c && d ? [a, b, c, d] : null };
  return ok({ warp, movedPx: movedBetween(output, warp) });
};

/** Straight or smooth between the points, which stay; a corner pin is neither. */
export const interpolated = (
  output: WarpedOutput,
  interpolation: GridWarp['interpolation'],
): Result<Reshaped> => {
  const grid = editableGrid(output);
  if (!grid.ok) return grid;
  if (output.warp.kind !== 'grid') return ok({ warp: output.warp, movedPx: 0 });
  const warp: WarpRecord = { ...output.warp, interpolation };
  return ok({ warp, movedPx: movedBetween(output, warp) });
};

const sizeRefused = (): ReturnType<typeof fail> =>
  fail('warp-size', `A grid has 2 to ${MOST_LINES} columns and rows.`);
const inOrder = (lines: number[]): number[] => lines.sort((a, b) => a - b);

const resizedAlong = (output: WarpedOutput, grid: ControlGrid, way: Way, count: number): Result<Reshaped> => {
  const lines = linesOf(grid, way);
  if (lines.length === count && output.warp.kind === 'grid') return ok({ warp: output.warp, movedPx: 0 });
  const even = relaid(output, grid, way, evenly(count));
  if (!even.ok || even.value.movedPx < STAYED_PX) return even;
  return relaid(
    output,
    grid,
    way,
    lines.length < count ? halved(lines, count) : thinned(output, grid, way, count),
  );
};
