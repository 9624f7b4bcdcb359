import type { Point } from './geometry.ts';
import { movedPoints } from './grid-move.ts';
import type { MoveOptions } from './grid-move.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { buildWallMap } from './wall-mesh.ts';
import { restOf } from './wall-mesh-grid.ts';
import type { Size } from './wall-mesh-grid.ts';
import type { WallMeshRecord } from './warp.schema.ts';

/**
 * Edits of the wall mesh: record → record, metres, rounded to a tenth of a millimetre. Points are counted as in the
 * record: row by row from the top, or pair by pair. What folds is refused when it is saved, not here. Codes: `wall-point`,
 * `wall-value`, `wall-size`.
 */
const MOST_LINES = 33;
const MOST_PAIRS = 200;
/** Metres: farther away, numbers lose their meaning. */
const FAR = 1e5;

const tenth = (value: number): number => Math.round(value * 1e4) / 1e4 + 0;
const placed = ([x, y]: Point): [number, number] => [tenth(x), tenth(y)];
const isReachable = ([x, y]: Point): boolean => Math.abs(x) <= FAR && Math.abs(y) <= FAR;
const valueRefused = (path: string): ReturnType<typeof fail> =>
  fail('wall-value', 'That is no place near the façade. Type metres.', path);
const pointRefused = (index: number): ReturnType<typeof fail> =>
  fail('wall-point', `The wall mesh has no point ${index}. Select one again.`, 'wall');

/** A grid that pulls as the present correction does at its points. */
export const wallGrid = (
  wall: WallMeshRecord,
  facade: Size,
  columns: number,
  rows: number,
): Result<WallMeshRecord> => {
  const isSize = (count: number): boolean => Number.isInteger(count) && count >= 2 && count <= MOST_LINES;
  if (!isSize(columns) || !isSize(rows))
    return fail('wall-size', `A wall mesh has 2 to ${MOST_LINES} columns and rows.`, 'wall');
  const map = buildWallMap(wall, facade);
  const points = Array.from({ length: columns * rows }, (_, i) =>
    map.toWall(restOf({ columns, rows, points: [] }, i, facade)),
  );
  return points.every(isReachable)
    ? ok({ kind: 'grid', columns, rows, points: points.map(placed) })
    : valueRefused('wall.points');
};

/** Free points in the place of a grid: those of its points that are pulled, and its corners. */
export const wallPairs = (wall: WallMeshRecord, facade: Size): Result<WallMeshRecord> => {
  if (wall.kind === 'none') return ok({ kind: 'points', pairs: [] });
  if (wall.kind === 'points') return ok(wall);
  const { columns, rows } = wall;
  const corners = new Set([0, columns - 1, columns * (rows - 1), columns * rows - 1]);
  const pairs = wall.points
    .map((p, i) => ({ canvas: placed(restOf(wall, i, facade)), wall: p, isCorner: corners.has(i) }))
    .filter(
      ({ canvas, wall: at, isCorner }) =>
        isCorner || canvas[0] !== tenth(at[0]) || canvas[1] !== tenth(at[1]),
    )
    .map(({ canvas, wall: at }) => ({ canvas, wall: at }));
  return pairs.length > MOST_PAIRS
    ? fail(
        'wall-size',
        `Free points are at most ${MOST_PAIRS}; this grid has ${pairs.length}. Keep the grid.`,
        'wall',
      )
    : ok({ kind: 'points', pairs });
};

/** One more free point where the drawing has `canvas`, on the wall where it lies now: nothing moves yet. */
export const withWallPoint = (wall: WallMeshRecord, facade: Size, canvas: Point): Result<WallMeshRecord> => {
  if (!isReachable(canvas)) return valueRefused('wall.pairs');
  if (wall.kind === 'grid')
    return fail('wall-point', 'A grid has its own points. Turn it into free points first.', 'wall');
  const pairs = wall.kind === 'points' ? wall.pairs : [];
  if (pairs.length >= MOST_PAIRS) return fail('wall-size', `Free points are at most ${MOST_PAIRS}.`, 'wall');
  const at = buildWallMap(wall, facade).toWall(canvas);
  return isReachable(at)
    ? ok({ kind: 'points', pairs: [...pairs, { canvas: placed(canvas), wall: placed(at) }] })
    : valueRefused('wall.pairs');
};

export const withoutWallPoint = (wall: WallMeshRecord, index: number): Result<WallMeshRecord> =>
  wall.kind === 'points' && wall.pairs[index]
    ? ok({ kind: 'points', pairs: wall.pairs.filter((_, i) => i !== index) })
    : pointRefused(index);

/** Where the points lie on the wall: what a hand takes hold of. */
export const wallPoints = (wall: WallMeshRecord): readonly Point[] => {
  switch (wall.kind) {
    case 'none':
      return [];
    case 'grid':
      return wall.points;
    case 'points':
      return wall.pairs.map((pair) => pair.wall);
    default:
      return wall satisfies never;
  }
};

/** Moves chosen points on the wall. Free points have no symmetry: it is passed over. */
export const movedWall = (
  wall: WallMeshRecord,
  selection: readonly number[],
  options: MoveOptions,
): Result<WallMeshRecord> => {
  const points = wallPoints(wall);
  const wrong = selection.find((index) => !points[index]);
  if (wrong !== undefined) return pointRefused(wrong);
  if (!isReachable(options.by) || (options.radius !== null && !(options.radius > 0)))
    return valueRefused('wall');
  if (selection.length === 0) return ok(wall);
  const lattice = wall.kind === 'grid' ? wall : { columns: points.length, rows: 1 };
  const symmetry = wall.kind === 'grid' ? options.symmetry : 'none';
  const moved = movedPoints({ columns: lattice.columns, rows: lattice.rows, points }, selection, {
    ...options,
    symmetry,
  });
  return withWallPoints(wall, moved);
};

/** Puts one point where it was typed or measured, wall metres. */
export const typedWallPoint = (wall: WallMeshRecord, index: number, at: Point): Result<WallMeshRecord> => {
  const points = wallPoints(wall);
  if (!points[index]) return pointRefused(index);
  return withWallPoints(
    wall,
    points.map((p, i) => (i === index ? at : p)),
  );
};

const withWallPoints = (wall: WallMeshRecord, points: readonly Point[]): Result<WallMeshRecord> => {
  const far = points.findIndex((p) => !isReachable(p));
  if (far >= 0) return valueRefused(`wall.${far}`);
  switch (wall.kind) {
    case 'none':
      return ok(wall);
    case 'grid':
      return ok({ ...wall, points: points.map(placed) });
    case 'points':
      return ok({
        ...wall,
        pairs: wall.pairs.map((pair, i) => ({ ...pair, wall: placed(points[i] ?? pair.wall) })),
      });
    default:
      return wall satisfies never;
  }
};

/** Chosen points back to where the drawing fits; all of them for null. */
export const resetWall = (
  wall: WallMeshRecord,
  facade: Size,
  selection: readonly number[] | null,
): Result<WallMeshRecord> => {
  if (selection === null) return ok({ kind: 'none' });
  const points = wallPoints(wall);
  const wrong = selection.find((index) => !points[index]);
  if (wrong !== undefined) return pointRefused(wrong);
  const rest = (i: number): Point =>
    wall.kind === 'grid' ? restOf(wall, i, facade) : wall.kind === 'points' ? wall.pairs[i]!.canvas : [0, 0];
  return withWallPoints(
    wall,
    points.map((p, i) => (selection.includes(i) ? rest(i) : p)),
  );
};
