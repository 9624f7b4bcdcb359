import { blackLift, edgesFactor, leakAt } from './blend.ts';
import { applyHomography } from './homography.ts';
import { masksLight } from './mask.ts';
import type { Wall, WallOutput } from './wall.ts';
import { isInBox, sampleAt, spotAt } from './wall-raster.ts';
import type { Spot } from './wall-raster.ts';
import { extendedToOutput } from './warp-lookup.ts';

/**
 * Each output's part of the light at a place of the wall. Weights are taken at the same wall point by the same code for
 * every output, so their sum is exact for any number and shape of overlaps; what is sampled is distances, and those
 * are normalised after sampling.
 */
/** Length of an output pixel on the wall, metres. */
const pixelLength = ({ raster }: Wall, { coverage }: WallOutput, spot: Spot): number =>
  1 / Math.sqrt(Math.max(1e-12, sampleAt(coverage.footprint, raster, spot)));

const maskAt = (wall: Wall, own: WallOutput, u: number, v: number, spot: Spot): number => {
  const { masks, mesh } = own;
  if (masks.length === 0) return 1;
  const metres = pixelLength(wall, own, spot);
  if (masks.every(({ space }) => space === 'canvas')) return masksLight(masks, [0, 0], [u, v], metres);
  const pixel = extendedToOutput(mesh, u, v);
  if (!pixel) return 0;
  return masksLight(masks, applyHomography(mesh.rasterToUpright, pixel), [u, v], metres);
};

/** Unnormalised weight: distance to the edge, to the output's power, by how fine its pixels are there. */
const weightAt = (wall: Wall, { coverage, depth, output, boxes }: WallOutput, spot: Spot): number => {
  if (!depth || output.blend.kind !== 'auto' || !isInBox(boxes.lit, spot)) return 0;
  const metres = sampleAt(depth, wall.raster, spot);
  if (metres <= 0 || sampleAt(coverage.lit, wall.raster, spot) <= 0) return 0;
  return metres ** output.blend.power * sampleAt(coverage.footprint, wall.raster, spot);
};

/** Light that the venue's masks let through, 0–1. `own`: the output whose pixels make an edge soft. */
export const sharedMaskAt = (wall: Wall, own: WallOutput, u: number, v: number): number => {
  if (wall.masks.length === 0) return 1;
  return masksLight(wall.masks, [0, 0], [u, v], pixelLength(wall, own, spotAt(wall.raster, u, v)));
};

/**
 * This output's part of the light at wall point (u, v), which must lie in its region: blend × masks, linear light.
 * For automatic blends the parts of all outputs add up to the light that the most open mask lets through.
 */
export const shareAt = (wall: Wall, own: WallOutput, u: number, v: number): number => {
  const shared = sharedMaskAt(wall, own, u, v);
  return shared === 0 ? 0 : shared * ownShareAt(wall, own, u, v);
};

const ownShareAt = (wall: Wall, own: WallOutput, u: number, v: number): number => {
  const spot = spotAt(wall.raster, u, v);
  const ownMask = maskAt(wall, own, u, v, spot);
  const { blend, region } = own.output;
  if (blend.kind === 'none') return ownMask;
  if (blend.kind === 'edges') {
    const s = (u - region.x) / region.width;
    const t = 1 - (v - region.y) / region.height;
    return ownMask * edgesFactor(blend, own.output, s, t);
  }
  const ownWeight = weightAt(wall, own, spot) * ownMask;
  let sum = ownWeight;
  let light = ownMask;
  for (const other of own.near.weigh) {
    const weight = weightAt(wall, other, spot);
    if (weight === 0) continue;
    const mask = maskAt(wall, other, u, v, spot);
    sum += weight * mask;
    light = Math.max(light, mask);
  }
  return sum > 0 ? (ownWeight / sum) * light : ownMask;
};

/** Lift of the black level that this output adds where its part of the light is `share`, linear light. */
export const liftAt = (wall: Wall, own: WallOutput, u: number, v: number, share: number): number => {
  if (share === 0 || wall.leak.greatest === wall.leak.smallest) return 0;
  const spot = spotAt(wall.raster, u, v);
  const pixel = pixelLength(wall, own, spot);
  let leak = 0;
  for (const { coverage, output, boxes } of own.near.leak) {
    const { black, blackFeather } = output.colour;
    if (!isInBox(boxes.leak, spot)) continue;
    leak += black * leakAt(sampleAt(coverage.reach, wall.raster, spot), blackFeather, pixel);
  }
  return blackLift(leak, wall.leak.greatest, share);
};

/** Factor on every picture that leaves room for the greatest lift, so that white stays flat too. */
export const headroom = ({ leak }: Wall): number => 1 - (leak.greatest - leak.smallest);
