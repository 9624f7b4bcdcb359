import { leakAt } from './blend.ts';
import type { Point } from './geometry.ts';
import { liftAt, shareAt } from './share.ts';
import type { Wall, WallOutput } from './wall.ts';
import { canvasToOutput } from './warp-lookup.ts';
import { sampleAt, spotAt } from './wall-raster.ts';

/** One place of a profile. */
export type SeamSample = {
  /** Metres along the line. */
  along: number;
  /** Each output's part of the light, in the order of the wall's outputs; 0 where it does not fall. */
  shares: number[];
  sum: number;
  /** Leaks of all projectors with their lifts, linear light as a fraction of white: flat when it works. */
  black: number;
};

/** The light along a line across a seam, `count` places from end to end. */
export const seamProfile = (wall: Wall, from: Point, to: Point, count: number): SeamSample[] => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const places = Math.max(2, Math.round(count));
  return Array.from({ length: places }, (_, n) => {
    const t = n / (places - 1);
    const u = from[0] + (to[0] - from[0]) * t;
    const v = from[1] + (to[1] - from[1]) * t;
    return { along: t * length, ...lightAt(wall, u, v) };
  });
};

const lightAt = (wall: Wall, u: number, v: number): Omit<SeamSample, 'along'> => {
  const shares = wall.outputs.map((own) => (falls(own, u, v) ? shareAt(wall, own, u, v) : 0));
  const spot = spotAt(wall.raster, u, v);
  const black = wall.outputs.reduce((sum, own, k) => {
    const reach = sampleAt(own.coverage.reach, wall.raster, spot);
    const pixel = 1 / Math.sqrt(sampleAt(own.coverage.footprint, wall.raster, spot));
    const leak = own.output.colour.black * leakAt(reach, 0, pixel);
    return sum + leak + liftAt(wall, own, u, v, shares[k]!);
  }, 0);
  return { shares, sum: shares.reduce((sum, share) => sum + share, 0), black };
};

const falls = ({ mesh }: WallOutput, u: number, v: number): boolean => {
  const pixel = canvasToOutput(mesh, u, v);
  return (
    pixel !== null && pixel[0] >= 0 && pixel[1] >= 0 && pixel[0] <= mesh.width && pixel[1] <= mesh.height
  );
};
