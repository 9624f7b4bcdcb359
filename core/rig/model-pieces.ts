import { cutBy, cutByAll, opposite, splitAlong } from './clip.ts';
import type { Corner, Plane, Polygon } from './clip.ts';
import { inflated } from './inflate.ts';
import type { OutputRecord } from './rig.schema.ts';
import type { ModelSight } from './model-sight.ts';

/** A part of the building before the projector. `isLit`: within the output's region; else it only stands in the way. */
export type Piece = { polygon: Polygon; isLit: boolean };

/**
 * Pixels by which lit pieces reach over one another: corners lie on the edges of neighbours, and a graphics card that
 * rounds both to its sixteenths of a pixel leaves pinholes between them.
 */
const LAP = 0.25;
/** Metres before the lens where a projector throws nothing, and pixels around the raster that are kept. */
const NEAR = 0.2;
const AROUND = 4;

/**
 * All that the raster sees, cut at the region's edges. `lines`: x and y of the wall along which lit pieces are cut
 * further, so that the picture's place is right between their corners.
 */
export const piecesOf = (
  sight: ModelSight,
  region: OutputRecord['region'],
  size: { width: number; height: number },
  lines: { xs: readonly number[]; ys: readonly number[] },
): Piece[] => {
  const frame = framePlanes(sight, size);
  const sides: Plane[] = [
    [1, 0, 0, -region.x],
    [-1, 0, 0, region.x + region.width],
    [0, 1, 0, -region.y],
    [0, -1, 0, region.y + region.height],
  ];
  const { vertices: v, triangles } = sight.solid;
  const corner = (i: number): Corner => [v[i * 3]!, v[i * 3 + 1]!, v[i * 3 + 2]!];
  const pieces: Piece[] = [];
  for (let i = 0; i < triangles.length; i += 3) {
    const whole = [corner(triangles[i]!), corner(triangles[i + 1]!), corner(triangles[i + 2]!)];
    const seen = cutByAll(whole, frame);
    if (seen.length >= 3) addPieces(pieces, seen, sides, lines);
  }
  return pieces;
};

/** As they are drawn: lit ones a little larger, so that no pixel between two is left out. */
export const lappedPieces = (sight: ModelSight, pieces: readonly Piece[]): Piece[] =>
  pieces.map(({ polygon, isLit }) => ({ polygon: isLit ? lapped(sight, polygon) : polygon, isLit }));

const lapped = ({ matrix: m }: ModelSight, polygon: Polygon): Polygon => {
  const tilt = m[0]! * m[8]! + m[1]! * m[9]! + m[2]! * m[10]!;
  const focal = Math.sqrt(m[0]! ** 2 + m[1]! ** 2 + m[2]! ** 2 - tilt ** 2);
  const depths = polygon.map(([x, y, z]) => m[8]! * x + m[9]! * y + m[10]! * z + m[11]!);
  return inflated(polygon, (LAP * Math.min(...depths)) / focal);
};

const framePlanes = (
  { matrix: m }: ModelSight,
  { width, height }: { width: number; height: number },
): Plane[] => {
  const row = (i: number): Plane => [m[i * 4]!, m[i * 4 + 1]!, m[i * 4 + 2]!, m[i * 4 + 3]!];
  const [x, y, depth] = [row(0), row(1), row(2)];
  const mix = (a: Plane, ka: number, b: Plane, kb: number): Plane => [
    a[0] * ka + b[0] * kb,
    a[1] * ka + b[1] * kb,
    a[2] * ka + b[2] * kb,
    a[3] * ka + b[3] * kb,
  ];
  return [
    [depth[0], depth[1], depth[2], depth[3] - NEAR],
    mix(x, 1, depth, AROUND),
    mix(x, -1, depth, width + AROUND),
    mix(y, 1, depth, AROUND),
    mix(y, -1, depth, height + AROUND),
  ];
};

const addPieces = (
  pieces: Piece[],
  seen: Polygon,
  sides: readonly Plane[],
  lines: { xs: readonly number[]; ys: readonly number[] },
): void => {
  let rest = seen;
  for (const side of sides) {
    const outside = cutBy(rest, opposite(side));
    rest = cutBy(rest, side);
    if (outside.length >= 3) pieces.push({ polygon: outside, isLit: false });
    if (rest.length < 3) return;
  }
  for (const column of splitAlong(rest, 0, within(lines.xs, rest, 0)))
    for (const polygon of splitAlong(column, 1, within(lines.ys, column, 1)))
      pieces.push({ polygon, isLit: true });
};

const within = (values: readonly number[], polygon: Polygon, axis: 0 | 1): number[] => {
  const along = polygon.map((corner) => corner[axis]);
  const [least, greatest] = [Math.min(...along), Math.max(...along)];
  return values.filter((value) => value > least && value < greatest);
};
