import type { Point } from './geometry.ts';
import { invertHomography } from './homography.ts';
import type { Homography } from './homography.ts';
import { minus } from './rotation.ts';
import type { Vector } from './rotation.ts';
import { frontAt } from './solid.ts';
import type { Solid } from './solid.ts';
import { firstHit } from './solid-ray.ts';

/** The building as a calibrated projector sees it; plain data. */
export type ModelSight = {
  solid: Solid;
  /** World metres → (x·depth, y·depth, depth), raster pixels: 3 × 4, row by row. */
  matrix: readonly number[];
  /** Raster pixel → the way of its ray, as long as one metre of depth. */
  rays: Homography;
  /** Where the lens is. */
  lens: Vector;
};

export const sightOf = (solid: Solid, matrix: readonly number[], lens: Vector): ModelSight => {
  const m = (i: number): number => matrix[i]!;
  const inner: Homography = [m(0), m(1), m(2), m(4), m(5), m(6), m(8), m(9), m(10)];
  return { solid, matrix, lens, rays: invertHomography(inner) };
};

const rowAt = (m: readonly number[], row: number, x: number, y: number, z: number, one: 0 | 1): number =>
  m[row * 4]! * x + m[row * 4 + 1]! * y + m[row * 4 + 2]! * z + m[row * 4 + 3]! * one;

/** Where the front of the building at wall point (u, v) lies in the raster, hidden or not; null behind the lens. */
export const placeOf = ({ solid, matrix }: ModelSight, u: number, v: number): Point | null => {
  const front = frontAt(solid, u, v);
  if (!front) return null;
  const depth = rowAt(matrix, 2, u, v, front.z, 1);
  if (!(depth > 0)) return null;
  return [rowAt(matrix, 0, u, v, front.z, 1) / depth, rowAt(matrix, 1, u, v, front.z, 1) / depth];
};

/** Metres from a surface that still belong to it: rounding, and planes that lie on one another. */
const SKIN = 2e-3;

/** Whether something stands between the lens and the front of the building at (u, v), or it faces away from it. */
export const isHidden = ({ solid, lens }: ModelSight, u: number, v: number): boolean => {
  const front = frontAt(solid, u, v);
  if (!front) return true;
  const at: Vector = [u, v, front.z];
  const way = minus(lens, at);
  if (way[2] - front.slopeX * way[0] - front.slopeY * way[1] <= 0) return true;
  return firstHit(solid, at, way, SKIN / Math.hypot(...way), 1) !== null;
};

/** What a raster pixel falls on: world metres; null where it meets nothing. */
export const worldAt = ({ solid, rays, lens }: ModelSight, x: number, y: number): Vector | null => {
  const way: Vector = [
    rays[0] * x + rays[1] * y + rays[2],
    rays[3] * x + rays[4] * y + rays[5],
    rays[6] * x + rays[7] * y + rays[8],
  ];
  const t = firstHit(solid, lens, way, 1e-6, 1e6);
  return t === null ? null : [lens[0] + way[0] * t, lens[1] + way[1] * t, lens[2] + way[2] * t];
};

/** Derivatives of the raster pixel by u and v on the front surface at (u, v): [xu, yu, xv, yv]; null as `placeOf`. */
export const slopesAt = (
  { solid, matrix: m }: ModelSight,
  u: number,
  v: number,
): [number, number, number, number] | null => {
  const front = frontAt(solid, u, v);
  if (!front) return null;
  const depth = rowAt(m, 2, u, v, front.z, 1);
  if (!(depth > 0)) return null;
  const along = (row: 0 | 1, x: number, y: number, z: number): number =>
    (rowAt(m, row, x, y, z, 0) - (rowAt(m, row, u, v, front.z, 1) / depth) * rowAt(m, 2, x, y, z, 0)) / depth;
  return [
    along(0, 1, 0, front.slopeX),
    along(1, 1, 0, front.slopeX),
    along(0, 0, 1, front.slopeY),
    along(1, 0, 1, front.slopeY),
  ];
};
