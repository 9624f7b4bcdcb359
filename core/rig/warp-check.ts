import type { Point } from './geometry.ts';
import type { Problem } from '../result.ts';
import { gapAt } from './spline.ts';
import type { ControlGrid } from './warp-grid.ts';
import type { Lattice } from './warp-lattice.ts';

/**
 * Where a picture lies over itself. `fold`: a control point across its neighbours; `degenerate`: on one, or in a line
 * with two.
 */
export type Fault = 'fold' | 'degenerate';
/** By index of the control point. */
export type Faults = ReadonlyMap<number, Fault>;

/** A turn below this share of the usual one means that three points lie in a line or on one another. */
const FLAT = 1e-4;

/** Control points at which a cell turns the other way round, or not at all. */
export const gridFaults = ({
  columns,
  rows,
  points,
}: Pick<ControlGrid, 'columns' | 'rows' | 'points'>): Faults => {
  const turns = new Turns((columns - 1) * (rows - 1) * 4);
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const a = j * columns + i;
      const ring = [a, a + 1, a + columns + 1, a + columns];
      ring.forEach((index, k) => {
        const [before, at, after] = [
          points[ring[(k + 3) % 4]!]!,
          points[index]!,
          points[ring[(k + 1) % 4]!]!,
        ];
        turns.add(index, at[0] - before[0], at[1] - before[1], after[0] - at[0], after[1] - at[1]);
      });
    }
  return turns.faults();
};

/** The control points nearest to where a surface folds between them. `places`: x, y a vertex of its lattice. */
export const faultsBetween = (
  grid: Pick<ControlGrid, 'columns' | 'columnsAt' | 'rowsAt'>,
  { columns, rows }: Pick<Lattice, 'columns' | 'rows'>,
  places: Float64Array,
): Faults => {
  const turns = new Turns((columns - 1) * (rows - 1) * 2);
  const nearX = Array.from({ length: columns - 1 }, (_, i) =>
    nearest(grid.columnsAt, (i + 0.5) / (columns - 1)),
  );
  const nearY = Array.from({ length: rows - 1 }, (_, j) => nearest(grid.rowsAt, (j + 0.5) / (rows - 1)));
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const near = nearY[j]! * grid.columns + nearX[i]!;
      const a = (j * columns + i) * 2;
      const [b, d] = [a + 2, a + columns * 2];
      const c = d + 2;
      const side = (from: number, to: number, axis: number): number =>
        places[to + axis]! - places[from + axis]!;
      turns.add(near, side(a, b, 0), side(a, b, 1), side(b, c, 0), side(b, c, 1));
      turns.add(near, side(c, d, 0), side(c, d, 1), side(d, a, 0), side(d, a, 1));
    }
  return turns.faults();
};

/** Index of the line nearest to a place. */
const nearest = (lines: readonly number[], place: number): number => {
  const gap = gapAt(lines, place);
  return place - lines[gap]! < lines[gap + 1]! - place ? gap : gap + 1;
};

/** Turns of corners, each with the control point that it speaks for; which way is right is what most do. */
class Turns {
  private count = 0;
  private readonly indices: Int32Array;
  private readonly values: Float64Array;

  constructor(most: number) {
    this.indices = new Int32Array(most);
    this.values = new Float64Array(most);
  }

  /** The turn from the direction (ax, ay) into (bx, by). */
  add(index: number, ax: number, ay: number, bx: number, by: number): void {
    this.indices[this.count] = index;
    this.values[this.count++] = ax * by - ay * bx;
  }

  faults(): Faults {
    const { count, values } = this;
    let [usual, way] = [0, 0];
    for (const value of values) {
      usual += Math.abs(value) / count;
      way += Math.sign(value);
    }
    const least = FLAT * usual;
    const found = new Map<number, Fault>();
    for (let i = 0; i < count; i++) {
      const value = values[i]! * (way < 0 ? -1 : 1);
      if (usual > 0 && value >= least) continue;
      const index = this.indices[i]!;
      if (usual > 0 && value <= -least) found.set(index, 'fold');
      else if (!found.has(index)) found.set(index, 'degenerate');
    }
    return found;
  }
}

const CORNER_NAMES = ['upper left', 'upper right', 'lower left', 'lower right'];
const CORNER_INDEX = [0, 1, 3, 2];

/** Faults of an output's warp in words. `path`: where the warp stands; `lattice`: its surface, cut. */
export const warpFaults = (
  grid: ControlGrid,
  lattice: Lattice,
  path: string,
  kind: 'corners' | 'grid',
): Problem[] => {
  const direct = gridFaults(grid);
  const found = direct.size > 0 || kind === 'corners' ? direct : faultsBetween(grid, lattice, flat(lattice));
  return [...found].map(([index, fault]) =>
    kind === 'corners'
      ? warpProblem(fault, `The ${CORNER_NAMES[index]} corner`, `${path}.corners.${CORNER_INDEX[index]}`)
      : warpProblem(fault, pointName(grid, index), `${path}.points.${index}`),
  );
};

/** Clip space divided: affine to pixels, so that turns compare alike. */
const flat = ({ positions }: Lattice): Float64Array => {
  const places = new Float64Array(positions.length / 2);
  for (let i = 0, k = 0; i < positions.length; i += 4) {
    places[k++] = positions[i]! / positions[i + 3]!;
    places[k++] = positions[i + 1]! / positions[i + 3]!;
  }
  return places;
};

export const pointName = ({ columns }: Pick<ControlGrid, 'columns'>, index: number): string =>
  `Point column ${(index % columns) + 1}, row ${Math.floor(index / columns) + 1}`;

const warpProblem = (fault: Fault, name: string, path: string): Problem =>
  fault === 'fold'
    ? {
        code: 'warp-fold',
        message: `${name} lies across its neighbours, so the picture folds there. Move it back between them.`,
        path,
      }
    : {
        code: 'warp-degenerate',
        message: `${name} lies on a neighbour or in one line with two. Move it apart.`,
        path,
      };

/** So far outside that numbers lose their meaning: a slip of the unit or of a key. Upright pixels. */
export const FAR = 1e6;
/** Points that lie nowhere near a picture. */
export const farPoints = (points: readonly Point[]): number[] =>
  points.flatMap(([x, y], index) => (Math.abs(x) <= FAR && Math.abs(y) <= FAR ? [] : [index]));
