import { columnOf, rowOf, steppedPoint } from '../../../../core/rig/warp-select.ts';

/** Which control points are chosen: indices, row by row from the top left. */
export type Lattice = { columns: number; rows: number };

export const toggled = (selection: readonly number[], index: number): number[] =>
  selection.includes(index) ? selection.filter((each) => each !== index) : [...selection, index];

const sorted = (indices: Iterable<number>): number[] => [...new Set(indices)].sort((a, b) => a - b);

/** The whole rows, or columns, of what is chosen. */
export const widenedToRows = (selection: readonly number[], lattice: Lattice): number[] =>
  sorted(selection.flatMap((index) => rowOf(lattice, index)));
export const widenedToColumns = (selection: readonly number[], lattice: Lattice): number[] =>
  sorted(selection.flatMap((index) => columnOf(lattice, index)));
export const allPoints = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Next in reading order, round about; the first (or last) when nothing is chosen. */
export const stepped = (selection: readonly number[], count: number, way: 1 | -1): number[] => {
  if (count === 0) return [];
  const from = way === 1 ? selection.at(-1) : selection[0];
  if (from === undefined) return [way === 1 ? 0 : count - 1];
  return [steppedPoint({ columns: count, rows: 1 }, from, way)];
};
