import { fail, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { Point } from '../geometry.ts';
import { applyHomography } from '../homography.ts';
import type { Homography } from '../homography.ts';
import type { WarpRecord } from '../warp.schema.ts';
import { fitHomography } from './homography-fit.ts';
import type { Box } from './manifest.ts';
import type { Sighting } from './warp-map.ts';

/**
 * A warp map → our warp: a corner pin where one fits, else a Bézier grid over a box of the wall. What lies beyond the
 * raster's edge is carried on from the nearest place that is seen.
 */
export type FittedWarp = {
  region: Box;
  warp: WarpRecord;
  /** Pixels that a corner pin alone would be off. */ bend: number;
};
/** A corner pin that is so near everywhere is one. */
const PIN_PX = 0.15;
const GRID = 25;
const LEAST_METRES = 1e-3;

/** `columns`: of the map. Code: `mpcdi-warp`. */
export const warpOf = (
  map: readonly (Sighting | null)[],
  columns: number,
  path: string,
): Result<FittedWarp> => {
  const seen = map.filter((each) => each !== null);
  const pin = fitHomography(thinned(seen));
  const region = boxOf(seen.map(({ wall }) => wall));
  const isArea = region.width > LEAST_METRES && region.height > LEAST_METRES;
  if (pin === null || seen.length < 16 || !isArea)
    return fail('mpcdi-warp', `The warp shows too little: ${seen.length} places. Export it again.`, path);
  const bend = Math.max(...thinned(seen).map((one) => Math.hypot(...offBy(pin, one))));
  const corners = at(pin, region, 2);
  if (bend < PIN_PX)
    return ok({
      region,
      bend,
      warp: { kind: 'corners', corners: [corners[0]!, corners[1]!, corners[3]!, corners[2]!] },
    });
  const rest = residuals(map, columns, pin, region);
  const points = at(pin, region, GRID).map((pixel, index): [number, number] => {
    const [dx, dy] = rest(wallAt(region, index, GRID));
    return [round(pixel[0] + dx), round(pixel[1] + dy)];
  });
  return ok({
    region,
    bend,
    warp: {
      kind: 'grid',
      columns: GRID,
      rows: GRID,
      points,
      columnsAt: null,
      rowsAt: null,
      interpolation: 'bezier',
    },
  });
};

const MOST_FITTED = 4000;
const thinned = <T>(items: readonly T[]): T[] => {
  const step = Math.max(1, Math.floor(items.length / MOST_FITTED));
  return items.filter((_, index) => index % step === 0);
};
const round = (value: number): number => Math.round(value * 100) / 100;
const offBy = (pin: Homography, { wall, pixel }: Sighting): [number, number] => {
  const [x, y] = applyHomography(pin, wall);
  return [pixel[0] - x, pixel[1] - y];
};
const boxOf = (points: readonly Point[]): Box => {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  return { x: left, y: bottom, width: right - left, height: top - bottom };
};

/** Lattice point of the region, row by row from the top. */
const wallAt = (region: Box, index: number, side: number): Point => [
  region.x + ((index % side) / (side - 1)) * region.width,
  region.y + (1 - Math.floor(index / side) / (side - 1)) * region.height,
];
const at = (pin: Homography, region: Box, side: number): [number, number][] =>
  Array.from({ length: side * side }, (_, index) => {
    const [x, y] = applyHomography(pin, wallAt(region, index, side));
    return [round(x), round(y)];
  });

type Residual = { wall: Point; off: [number, number] };
type Triangle = readonly [Residual, Residual, Residual];
const BINS = 64;

/** How far the map is from the pin, at any place of the region. */
const residuals = (
  map: readonly (Sighting | null)[],
  columns: number,
  pin: Homography,
  region: Box,
): ((wall: Point) => [number, number]) => {
  const nodes = map.map((one) => (one ? { wall: one.wall, off: offBy(pin, one) } : null));
  const triangles = trianglesOf(nodes, columns);
  const bins = binned(triangles, region);
  return (wall) => {
    const inside = bins(wall).map((triangle) => inTriangle(triangle, wall, INSIDE));
    return inside.find((each) => each !== null) ?? beyond(triangles, wall);
  };
};
const INSIDE = 1e-9;
/** So many times its size a triangle at the edge is carried on; beyond it would only guess. */
const CARRIED = 4;

const beyond = (triangles: readonly Triangle[], wall: Point): [number, number] => {
  const edge = nearest(triangles, wall);
  return edge === null ? [0, 0] : (inTriangle(edge, wall, CARRIED) ?? edge[0].off);
};

const trianglesOf = (nodes: readonly (Residual | null)[], columns: number): Triangle[] =>
  nodes.flatMap((a, index) => {
    const isLast = index % columns === columns - 1;
    const [b, c, d] = [nodes[index + 1], nodes[index + columns], nodes[index + columns + 1]];
    if (isLast || !a || !d) return [];
    return [...(b ? [[a, b, d] as const] : []), ...(c ? [[a, d, c] as const] : [])];
  });

const binned = (triangles: readonly Triangle[], region: Box): ((wall: Point) => Triangle[]) => {
  const bins: Triangle[][] = Array.from({ length: BINS * BINS }, () => []);
  const clamp = (value: number): number => Math.max(0, Math.min(BINS - 1, Math.floor(value * BINS)));
  const column = (x: number): number => clamp((x - region.x) / region.width);
  const row = (y: number): number => clamp((y - region.y) / region.height);
  for (const triangle of triangles) {
    const box = boxOf(triangle.map(({ wall }) => wall));
    for (let j = row(box.y); j <= row(box.y + box.height); j++)
      for (let i = column(box.x); i <= column(box.x + box.width); i++) bins[j * BINS + i]!.push(triangle);
  }
  return ([x, y]) => bins[row(y) * BINS + column(x)]!;
};

/** null: the place lies beyond the triangle by more than `slack` times its size. */
const inTriangle = ([a, b, c]: Triangle, [x, y]: Point, slack: number): [number, number] | null => {
  const area = (p: Point, q: Point): number => (p[0] - x) * (q[1] - y) - (p[1] - y) * (q[0] - x);
  const weights = [area(b.wall, c.wall), area(c.wall, a.wall), area(a.wall, b.wall)];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0 || weights.some((weight) => weight / sum < -slack)) return null;
  const mix = (axis: 0 | 1): number =>
    [a, b, c].reduce((total, { off }, i) => total + (off[axis] * weights[i]!) / sum, 0);
  return [mix(0), mix(1)];
};

const nearest = (triangles: readonly Triangle[], [x, y]: Point): Triangle | null => {
  const far = (triangle: Triangle): number =>
    Math.min(...triangle.map(({ wall }) => (wall[0] - x) ** 2 + (wall[1] - y) ** 2));
  let best: Triangle | null = null;
  let least = Infinity;
  for (const triangle of triangles) {
    const distance = far(triangle);
    if (distance < least) [best, least] = [triangle, distance];
  }
  return best;
};
