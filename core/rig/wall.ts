import { blackLift, edgesFactor } from './blend.ts';
import { canvasRaster, coverageOf, meshOutputs, sampleRaster } from './coverage.ts';
import type { CanvasRaster, Coverage, LitOutput, MeshedOutput } from './coverage.ts';
import { distanceTransform } from './distance.ts';
import { applyHomography } from './homography.ts';
import { masksLight } from './mask.ts';
import type { Venue } from './venue.ts';
import { canvasToOutput } from './warp-lookup.ts';

/**
 * The wall as all outputs of a rig light it together. Weights are taken at the same wall point by the same code for
 * every output, so their sum is exact for any number and shape of overlaps; what is sampled is distances, and those
 * are normalised after sampling.
 */
export type WallOutput = MeshedOutput & {
  coverage: Coverage;
  /** Metres to where others must take over: negative there. Null unless its blend is automatic. */
  depth: Float32Array | null;
};
export type Wall = {
  raster: CanvasRaster;
  outputs: WallOutput[];
  /** Σ black where most projectors overlap, and where fewest do. */
  leak: { greatest: number; smallest: number };
};
/** Texels along the wall's longer side: overlaps of a twentieth of the wall get 25, with exact edges. */
export const WALL_RESOLUTION = 512;

export const buildWall = (
  outputs: readonly LitOutput[],
  venue: Venue,
  resolution = WALL_RESOLUTION,
): Wall => {
  const raster = canvasRaster(outputs, resolution);
  const covered = meshOutputs(outputs, venue).map((meshed) => ({
    ...meshed,
    coverage: coverageOf(meshed, raster),
  }));
  const automatic = covered.filter(({ output }) => output.blend.kind === 'auto');
  const wall = covered.map((entry): WallOutput => {
    const others = automatic.filter((other) => other !== entry).map(({ coverage }) => coverage.lit);
    const isAutomatic = entry.output.blend.kind === 'auto';
    return { ...entry, depth: isAutomatic ? depthOf(entry.coverage.lit, others, raster) : null };
  });
  return { raster, outputs: wall, leak: leakRange(wall, raster) };
};

/** Seeds within this many texels of another's light count as its own: its last half texel is not cut off. */
const TOUCH = 1.5;

/**
 * Distance to the places that this output does not light and another does. The edge of the whole picture is none of
 * them: nothing takes over there, so the light must not fade. An output that holds all others inside itself has no
 * such place; it takes its own edge, and so shares the light with those inside.
 */
const depthOf = (own: Float32Array, others: Float32Array[], raster: CanvasRaster): Float32Array => {
  const seeds = new Uint8Array(own.length);
  let isTakenOver = false;
  own.forEach((depth, i) => {
    const floor = Math.max(depth + 1e-6 * raster.size, -TOUCH * raster.size);
    if (depth > 0 || !others.some((other) => other[i]! > floor)) return;
    seeds[i] = 1;
    isTakenOver = true;
  });
  if (!isTakenOver) own.forEach((depth, i) => (seeds[i] = depth > 0 ? 0 : 1));
  const { distance, nearest } = distanceTransform(seeds, raster.width, raster.height);
  const floor = -TOUCH * raster.size;
  return own.map((depth, i) =>
    seeds[i] ? Math.max(depth, floor) : distance[i]! * raster.size + Math.max(own[nearest[i]!] ?? 0, floor),
  );
};

const leakRange = (outputs: WallOutput[], raster: CanvasRaster): Wall['leak'] => {
  let greatest = 0;
  let smallest = Infinity;
  for (let i = 0; i < raster.width * raster.height; i++) {
    const reaching = outputs.filter(({ coverage }) => coverage.reach[i]! > 0);
    if (reaching.length === 0) continue;
    const leak = reaching.reduce((sum, { output }) => sum + output.colour.black, 0);
    greatest = Math.max(greatest, leak);
    smallest = Math.min(smallest, leak);
  }
  return { greatest, smallest: Math.min(smallest, greatest) };
};

/** Length of an output pixel on the wall, metres. */
const pixelLength = (wall: Wall, { coverage }: WallOutput, u: number, v: number): number =>
  1 / Math.sqrt(Math.max(1e-12, sampleRaster(coverage.footprint, wall.raster, u, v)));

const maskAt = (wall: Wall, entry: WallOutput, u: number, v: number): number => {
  const { output, mesh } = entry;
  if (output.masks.length === 0) return 1;
  const pixel = canvasToOutput(mesh, u, v);
  if (!pixel) return 0;
  const upright = applyHomography(mesh.rasterToUpright, pixel);
  return masksLight(output.masks, upright, [u, v], pixelLength(wall, entry, u, v));
};

/** Unnormalised weight: distance to the edge, to the output's power, by how fine its pixels are there. */
const weightAt = (wall: Wall, { coverage, depth, output }: WallOutput, u: number, v: number): number => {
  if (!depth || output.blend.kind !== 'auto') return 0;
  const metres = sampleRaster(depth, wall.raster, u, v);
  if (metres <= 0) return 0;
  return metres ** output.blend.power * sampleRaster(coverage.footprint, wall.raster, u, v);
};

/**
 * This output's part of the light at canvas point (u, v), which must lie in its region: blend × masks, linear light.
 * For automatic blends the parts of all outputs add up to the light that the most open mask lets through.
 */
export const shareAt = (wall: Wall, own: WallOutput, u: number, v: number): number => {
  const ownMask = maskAt(wall, own, u, v);
  const { blend, region } = own.output;
  if (blend.kind === 'none') return ownMask;
  if (blend.kind === 'edges') {
    const s = (u - region.x) / region.width;
    const t = 1 - (v - region.y) / region.height;
    return ownMask * edgesFactor(blend, own.output, s, t);
  }
  const ownWeight = weightAt(wall, own, u, v) * ownMask;
  let sum = ownWeight;
  let light = ownMask;
  for (const other of wall.outputs) {
    const weight = other === own ? 0 : weightAt(wall, other, u, v);
    if (weight === 0) continue;
    const mask = maskAt(wall, other, u, v);
    sum += weight * mask;
    light = Math.max(light, mask);
  }
  return sum > 0 ? (ownWeight / sum) * light : ownMask;
};

/** Lift of the black level that this output adds where its part of the light is `share`, linear light. */
export const liftAt = (wall: Wall, own: WallOutput, u: number, v: number, share: number): number => {
  if (wall.leak.greatest === wall.leak.smallest) return 0;
  const pixel = pixelLength(wall, own, u, v);
  let leak = 0;
  for (const { coverage, output } of wall.outputs) {
    if (output.colour.black === 0) continue;
    const depth = sampleRaster(coverage.reach, wall.raster, u, v);
    leak += output.colour.black * Math.min(1, Math.max(0, depth / pixel + 0.5));
  }
  return blackLift(leak, wall.leak.greatest, share);
};

/** Factor on every picture that leaves room for the greatest lift, so that white stays flat too. */
export const headroom = ({ leak }: Wall): number => 1 - (leak.greatest - leak.smallest);
