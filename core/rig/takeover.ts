import { distanceTransform } from './distance.ts';
import { boxAbove } from './wall-raster.ts';
import type { TexelBox, WallRaster } from './wall-raster.ts';

/** At each texel the depth of whoever lights it most deeply. */
const deepestOf = (lit: readonly Float32Array[], count: number): Float32Array => {
  const deepest = new Float32Array(count).fill(-Infinity);
  for (const depths of lit)
    for (let i = 0; i < count; i++) if (depths[i]! > deepest[i]!) deepest[i] = depths[i]!;
  return deepest;
};

/** Seeds within this many texels of another's light count as its own: its last half texel is not cut off. */
const TOUCH = 1.5;
const MARGIN = 4;

/**
 * For each output, the distance in metres to the places that it does not light and another does, negative in them. The
 * edge of the whole picture is none of them: nothing takes over there, so the light must not fade. An output that
 * holds all others inside itself has no such place; it takes its own edge, and so shares the light with those inside.
 * `lit`: metres inside what each output lights.
 */
export const takeoverDepths = (lit: readonly Float32Array[], raster: WallRaster): Float32Array[] => {
  const deepest = deepestOf(lit, raster.width * raster.height);
  return lit.map((own) => depthOf(own, deepest, raster));
};

const depthOf = (own: Float32Array, deepest: Float32Array, raster: WallRaster): Float32Array => {
  const floor = -TOUCH * raster.size;
  const depth = own.map((value) => Math.max(Math.min(value, 0), floor));
  const box = grown(boxAbove(own, raster, 0), raster);
  const width = box.right - box.left + 1;
  if (width <= 0) return depth;
  const at = (n: number): number =>
    (box.bottom + Math.floor(n / width)) * raster.width + box.left + (n % width);
  const seeds = seedsOf(own, deepest, raster, width * (box.top - box.bottom + 1), at);
  const { distance, nearest } = distanceTransform(seeds, width, box.top - box.bottom + 1);
  seeds.forEach((seed, n) => {
    const i = at(n);
    if (seed) return;
    const from = nearest[n]!;
    depth[i] = distance[n]! * raster.size + Math.max(from < 0 ? 0 : own[at(from)]!, floor);
  });
  return depth;
};

const seedsOf = (
  own: Float32Array,
  deepest: Float32Array,
  raster: WallRaster,
  count: number,
  at: (n: number) => number,
): Uint8Array => {
  const seeds = new Uint8Array(count);
  for (let n = 0; n < count; n++) {
    const i = at(n);
    const depth = own[i]!;
    const floor = Math.max(depth + 1e-6 * raster.size, -TOUCH * raster.size);
    if (depth <= 0 && deepest[i]! > floor) seeds[n] = 1;
  }
  return seeds.includes(1) ? seeds : seeds.map((_, n) => (own[at(n)]! > 0 ? 0 : 1));
};

const grown = (box: TexelBox, { width, height }: WallRaster): TexelBox => ({
  left: Math.max(0, box.left - MARGIN),
  right: Math.min(width - 1, box.right + MARGIN),
  bottom: Math.max(0, box.bottom - MARGIN),
  top: Math.min(height - 1, box.top + MARGIN),
});
