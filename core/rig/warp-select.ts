import { isInside } from './geometry.ts';
import type { Point } from './geometry.ts';
import type { ControlGrid } from './warp-grid.ts';

/** Choosing points of a grid: indices row by row from the top left, always rising, each once. */
type Lattice = Pick<ControlGrid, 'columns' | 'rows'>;
const has = ({ columns, rows }: Lattice, index: number): boolean =>
  Number.isInteger(index) && index >= 0 && index < columns * rows;

/** Its whole row; none for a point that is not there. */
export const rowOf = (lattice: Lattice, index: number): number[] =>
  has(lattice, index)
    ? Array.from(
        { length: lattice.columns },
        (_, i) => Math.floor(index / lattice.columns) * lattice.columns + i,
      )
    : [];
export const columnOf = (lattice: Lattice, index: number): number[] =>
  has(lattice, index)
    ? Array.from({ length: lattice.rows }, (_, j) => (index % lattice.columns) + j * lattice.columns)
    : [];

/** Inside a lasso, closed by itself; in the points’ own unit. */
export const insideLasso = (points: readonly Point[], lasso: readonly Point[]): number[] =>
  points.flatMap((p, index) => (isInside(p, lasso) ? [index] : []));

/** The nearest within reach, or null. */
export const nearestPoint = (points: readonly Point[], at: Point, reach: number): number | null => {
  let [nearest, least]: [number | null, number] = [null, reach];
  points.forEach(([x, y], index) => {
    const distance = Math.hypot(x - at[0], y - at[1]);
    if (distance <= least) [nearest, least] = [index, distance];
  });
  return nearest;
};

/** The next or the one before in reading order, round about. */
export const steppedPoint = ({ columns, rows }: Lattice, index: number, way: 1 | -1): number =>
  (((Math.trunc(index) + way) % (columns * rows)) + columns * rows) % (columns * rows);

export type Direction = 'left' | 'right' | 'up' | 'down';
/** The neighbour that an arrow leads to; at the edge the point itself. */
export const neighbourOf = (lattice: Lattice, index: number, direction: Direction): number => {
  if (!has(lattice, index)) return 0;
  const { columns, rows } = lattice;
  const [i, j] = [index % columns, Math.floor(index / columns)];
  switch (direction) {
    case 'left':
      return i > 0 ? index - 1 : index;
    case 'right':
      return i < columns - 1 ? index + 1 : index;
    case 'up':
      return j > 0 ? index - columns : index;
    case 'down':
      return j < rows - 1 ? index + columns : index;
    default:
      return direction satisfies never;
  }
};
