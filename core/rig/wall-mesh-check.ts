import type { Point } from './geometry.ts';
import type { Problem } from '../result.ts';
import type { RigRecord } from './rig.schema.ts';
import { evenly } from './spline.ts';
import { pulled, stretchAt } from './wall-field.ts';
import type { Box } from './wall-field.ts';
import { gridField, restOf } from './wall-mesh-grid.ts';
import type { Size, WallGrid } from './wall-mesh-grid.ts';
import { pointsField, SAME_PLACE } from './wall-mesh-points.ts';
import type { WallPair } from './wall-mesh-points.ts';
import { faultsBetween, gridFaults, pointName } from './warp-check.ts';
import type { Fault } from './warp-check.ts';
import type { WallMeshRecord } from './warp.schema.ts';

/**
 * What is wrong with a rig’s wall mesh, each point named. Codes: `rig-grid`, `wall-far`, `wall-fold`,
 * `wall-degenerate`. `path`: the rig’s record.
 */
export const wallProblems = ({ wall, facade }: RigRecord, path: string): Problem[] => {
  const before = known.get(wall);
  if (before?.path === path) return before.problems;
  const problems = findProblems(wall, facade, `${path}.wall`);
  known.set(wall, { path, problems });
  return problems;
};
/** By the record’s identity: while outputs are edited the wall stands still. */
const known = new WeakMap<WallMeshRecord, { path: string; problems: Problem[] }>();

const findProblems = (wall: WallMeshRecord, facade: Size, path: string): Problem[] => {
  switch (wall.kind) {
    case 'none':
      return [];
    case 'grid':
      return gridProblems(wall, facade, `${path}.points`);
    case 'points':
      return pairsProblems(wall.pairs, facade, `${path}.pairs`);
    default:
      return wall satisfies never;
  }
};

const gridProblems = (grid: WallGrid, facade: Size, path: string): Problem[] => {
  const { columns, rows, points } = grid;
  if (points.length !== columns * rows) {
    const message = `${columns} × ${rows} needs ${columns * rows} points; there are ${points.length}.`;
    return [{ code: 'rig-grid', message, path }];
  }
  const far = points.flatMap((p, i) =>
    isFar(p, facade) ? [farProblem(pointName(grid, i), `${path}.${i}`)] : [],
  );
  if (far.length > 0) return far;
  const direct = gridFaults(grid);
  const faults = direct.size > 0 ? direct : faultsOnWall(grid, facade);
  return [...faults].map(([index, fault]) => faultProblem(fault, pointName(grid, index), `${path}.${index}`));
};

/** Lattice cells between two points of a grid. */
const BETWEEN = 4;
const faultsOnWall = (grid: WallGrid, facade: Size): ReturnType<typeof faultsBetween> => {
  const field = gridField(grid, facade);
  const columns = (grid.columns - 1) * BETWEEN + 1;
  const rows = (grid.rows - 1) * BETWEEN + 1;
  const places = new Float64Array(columns * rows * 2);
  for (let i = 0; i < columns * rows; i++)
    places.set(pulled(field, restOf({ columns, rows, points: [] }, i, facade)), i * 2);
  const lines = { columnsAt: evenly(grid.columns), rowsAt: evenly(grid.rows) };
  return faultsBetween({ ...grid, ...lines }, { columns, rows }, places);
};

const pairsProblems = (pairs: readonly WallPair[], facade: Size, path: string): Problem[] => {
  const far = pairs.flatMap(({ wall, canvas }, i) =>
    isFar(wall, facade) || isFar(canvas, facade) ? [farProblem(`Point ${i + 1}`, `${path}.${i}`)] : [],
  );
  if (far.length > 0) return far;
  const twins = pairs.flatMap((pair, i) => (pairs.findIndex((other) => isOn(other, pair)) < i ? [i] : []));
  const faults = twins.length > 0 ? twins : foldedPairs(pairs, facade);
  return faults.map((i) =>
    faultProblem(twins.length > 0 ? 'degenerate' : 'fold', `Point ${i + 1}`, `${path}.${i}`),
  );
};

const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const isOn = (a: WallPair, b: WallPair): boolean =>
  apart(a.wall, b.wall) < SAME_PLACE || apart(a.canvas, b.canvas) < SAME_PLACE;

const SAMPLES = 32;
/** Stretched to less than this share of an area, a place is as good as folded. */
const LEAST_STRETCH = 0.01;

/** The pair nearest to each fold: looked for all over the wall, at the pairs, and halfway to each one’s nearest. */
const foldedPairs = (pairs: readonly WallPair[], facade: Size): number[] => {
  if (pairs.length === 0) return [];
  const field = pointsField(pairs, facade);
  const folded = [...placesIn(field.box), ...placesBetween(pairs)].filter(
    (p) => !(stretchAt(field, p) > LEAST_STRETCH),
  );
  return [...new Set(folded.map((p) => nearestOf(pairs, p)))].sort((a, b) => a - b);
};
const placesIn = ({ left, bottom, right, top }: Box): Point[] =>
  Array.from({ length: (SAMPLES + 1) ** 2 }, (_, i) => [
    left + ((i % (SAMPLES + 1)) / SAMPLES) * (right - left),
    bottom + (Math.floor(i / (SAMPLES + 1)) / SAMPLES) * (top - bottom),
  ]);
const placesBetween = (pairs: readonly WallPair[]): Point[] =>
  pairs.flatMap(({ wall }, index) => {
    const next = pairs[nearestOf(pairs, wall, index)]?.wall ?? wall;
    return [wall, [(wall[0] + next[0]) / 2, (wall[1] + next[1]) / 2]];
  });
const nearestOf = (pairs: readonly WallPair[], p: Point, except = -1): number => {
  let [nearest, least] = [-1, Infinity];
  pairs.forEach(({ wall }, index) => {
    const distance = apart(wall, p);
    if (index !== except && distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
};

/** Façade diagonals beside the drawing, beyond which a point is a slip of the unit. */
const FAR = 3;
const isFar = ([x, y]: Point, { width, height }: Size): boolean => {
  const most = FAR * Math.hypot(width, height);
  return !(x > -most && y > -most && x < width + most && y < height + most);
};
const farProblem = (name: string, path: string): Problem => ({
  code: 'wall-far',
  message: `${name} of the wall mesh lies far beside the façade. Its places are metres.`,
  path,
});
const faultProblem = (fault: Fault, name: string, path: string): Problem =>
  fault === 'fold'
    ? {
        code: 'wall-fold',
        message: `${name} of the wall mesh lies across its neighbours, so the drawing folds there. Move it back between them.`,
        path,
      }
    : {
        code: 'wall-degenerate',
        message: `${name} of the wall mesh lies on another or in one line with two. Move it apart, or take it out.`,
        path,
      };
