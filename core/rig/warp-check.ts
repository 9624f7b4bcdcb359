import { cross } from './geometry.ts';
import type { Point } from './geometry.ts';
import type { Problem } from '../result.ts';
import type { ControlGrid, Surface } from './warp-grid.ts';

type Shape = { at: Surface; columns: number; rows: number };
/** A turn below this share of the usual one means that three points lie in a line or on one another. */
const FLAT = 1e-4;
const CORNER_NAMES = ['upper left', 'upper right', 'lower left', 'lower right'];
const CORNER_INDEX = [0, 1, 3, 2];

/**
 * Where the picture lies over itself: control points whose cell turns the other way there (fold) or not at all
 * (degenerate); for a curved surface whose cells are sound, the points nearest to a fold between them.
 */
export const foldsOf = (
  grid: ControlGrid,
  shape: Shape,
  path: string,
  kind: 'corners' | 'grid',
): Problem[] => {
  const direct = turnsOf(grid);
  const found = direct.size > 0 || kind === 'corners' ? direct : betweenPoints(grid, shape);
  return [...found].map(([index, isFold]) => problemAt(grid, index, isFold, path, kind));
};

/** Index of a control point → fold (true) or degenerate (false). */
const turnsOf = ({ columns, rows, points }: ControlGrid): Map<number, boolean> => {
  const turns: [number, number][] = [];
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const a = j * columns + i;
      const ring = [a, a + 1, a + columns + 1, a + columns];
      ring.forEach((index, k) => {
        const before = points[ring[(k + 3) % 4]!]!;
        turns.push([index, cross(before, points[index]!, points[ring[(k + 1) % 4]!]!)]);
      });
    }
  return wrongTurns(turns);
};

const wrongTurns = (turns: [number, number][]): Map<number, boolean> => {
  const usual = turns.reduce((sum, [, turn]) => sum + Math.abs(turn), 0) / turns.length;
  const way = Math.sign(turns.reduce((sum, [, turn]) => sum + Math.sign(turn), 0)) || 1;
  const found = new Map<number, boolean>();
  for (const [index, turn] of turns) {
    const isFlat = usual === 0 || Math.abs(turn) < FLAT * usual;
    if (isFlat || Math.sign(turn) !== way) found.set(index, !isFlat || (found.get(index) ?? false));
  }
  return found;
};

const betweenPoints = (grid: ControlGrid, { at, columns, rows }: Shape): Map<number, boolean> => {
  const pixel = (i: number, j: number): Point => {
    const [x, y, w] = at(i / (columns - 1), j / (rows - 1));
    return [x / w, y / w];
  };
  const turns: [number, number][] = [];
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const near =
        Math.round((j / (rows - 1)) * (grid.rows - 1)) * grid.columns +
        Math.round((i / (columns - 1)) * (grid.columns - 1));
      turns.push([near, cross(pixel(i, j), pixel(i + 1, j), pixel(i + 1, j + 1))]);
    }
  return wrongTurns(turns);
};

const problemAt = (
  { columns }: ControlGrid,
  index: number,
  isFold: boolean,
  path: string,
  kind: 'corners' | 'grid',
): Problem => {
  const name =
    kind === 'corners'
      ? `The ${CORNER_NAMES[index]} corner`
      : `Point column ${(index % columns) + 1}, row ${Math.floor(index / columns) + 1}`;
  return {
    code: isFold ? 'warp-fold' : 'warp-degenerate',
    message: isFold
      ? `${name} lies across its neighbours, so the picture folds there. Move it back between them.`
      : `${name} lies on a neighbour or in one line with two. Move it apart.`,
    path: kind === 'corners' ? `${path}.corners.${CORNER_INDEX[index]}` : `${path}.points.${index}`,
  };
};
