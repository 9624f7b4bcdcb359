import type { Point } from './geometry.ts';
import type { ControlGrid } from './warp-grid.ts';

/** How much the fill would rather stay near 0 than bend: enough to be determined anywhere. */
const STIFF = 1e-6;
const NEAR_ENOUGH = 1e-6;

/**
 * Values at the chosen points of a lattice, so that its rows and columns bend as little as they can through all other
 * points: the least sum of squared second differences, by conjugate gradients. Where the others say nothing, 0.
 */
export const filled = (
  grid: Pick<ControlGrid, 'columns' | 'rows' | 'columnsAt' | 'rowsAt'>,
  values: readonly Point[],
  chosen: ReadonlySet<number>,
): Point[] => {
  const rods = rodsOf(grid);
  const axes = [0, 1].map((axis) =>
    filledAxis(
      rods,
      Float64Array.from(values, (p) => p[axis as 0]),
      chosen,
    ),
  );
  return values.map((p, i) => (chosen.has(i) ? [axes[0]![i]!, axes[1]![i]!] : p));
};

/** Three neighbours in a row or column and their weights in a second difference. */
type Rod = { at: readonly [number, number, number]; by: readonly [number, number, number] };
const rodsOf = ({ columns, rows, columnsAt, rowsAt }: Parameters<typeof filled>[0]): Rod[] => {
  const rods: Rod[] = [];
  const add = (at: Rod['at'], lines: readonly number[], i: number): void => {
    const [before, after] = [lines[i]! - lines[i - 1]!, lines[i + 1]! - lines[i]!];
    const share = before / (before + after);
    rods.push({ at, by: [1 - share, -1, share] });
  };
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const a = j * columns + i;
      if (i > 0 && i < columns - 1) add([a - 1, a, a + 1], columnsAt, i);
      if (j > 0 && j < rows - 1) add([a - columns, a, a + columns], rowsAt, j);
    }
  return rods;
};

const filledAxis = (
  rods: readonly Rod[],
  values: Float64Array,
  chosen: ReadonlySet<number>,
): Float64Array => {
  const found = values.map((value, i) => (chosen.has(i) ? 0 : value));
  const slope = slopeOf(rods, found, chosen);
  let rest = slope.map((value) => -value);
  let way = rest.slice();
  let size = squared(rest);
  for (let i = 0; i < 4 * chosen.size + 50 && size > NEAR_ENOUGH ** 2; i++) {
    const bent = slopeOf(rods, way, chosen);
    const step = size / way.reduce((sum, value, k) => sum + value * bent[k]!, 0);
    way.forEach((value, k) => (found[k]! += step * value));
    rest = rest.map((value, k) => value - step * bent[k]!);
    const next = squared(rest);
    way = way.map((value, k) => rest[k]! + (next / size) * value);
    size = next;
  }
  return found;
};
const squared = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

/** Slope of half the sum of squares at the chosen points; linear in `values`. */
const slopeOf = (rods: readonly Rod[], values: Float64Array, chosen: ReadonlySet<number>): Float64Array => {
  const slope = new Float64Array(values.length);
  for (const { at, by } of rods) {
    const bend = values[at[0]]! * by[0] + values[at[1]]! * by[1] + values[at[2]]! * by[2];
    for (const k of [0, 1, 2] as const) slope[at[k]]! += by[k] * bend;
  }
  return slope.map((value, i) => (chosen.has(i) ? value + STIFF * values[i]! : 0));
};
