import { scaleAt } from './warp-lookup.ts';
import type { WarpMesh } from './warp-mesh.ts';

/** Square pixels of an output per square metre of wall. */
export type Footprint = (u: number, v: number) => number;

/** Samples along each side of the region: a warp's scale changes slowly. */
const CELLS = 24;
const LEAST = 1e-9;

/** Sampled over the region and interpolated; beyond it, that of the nearest place in it. */
export const footprintOf = (mesh: WarpMesh): Footprint => {
  const { region } = mesh;
  const values = samplesOf(mesh);
  return (u, v) => {
    const x = Math.min(1, Math.max(0, (u - region.x) / region.width)) * CELLS;
    const y = Math.min(1, Math.max(0, (v - region.y) / region.height)) * CELLS;
    const i = Math.min(CELLS - 1, Math.floor(x));
    const j = Math.min(CELLS - 1, Math.floor(y));
    const a = j * (CELLS + 1) + i;
    const b = a + CELLS + 1;
    const lower = values[a]! + (values[a + 1]! - values[a]!) * (x - i);
    const upper = values[b]! + (values[b + 1]! - values[b]!) * (x - i);
    return lower + (upper - lower) * (y - j);
  };
};

/** Where the output does not reach (a shadow, behind the horizon): the mean of where it does. */
const samplesOf = (mesh: WarpMesh): Float64Array => {
  const { region } = mesh;
  const values = new Float64Array((CELLS + 1) ** 2).map((_, n) => {
    const u = region.x + ((n % (CELLS + 1)) / CELLS) * region.width;
    const v = region.y + (Math.floor(n / (CELLS + 1)) / CELLS) * region.height;
    return scaleAt(mesh, u, v)?.footprint ?? NaN;
  });
  const known = values.filter((value) => value > LEAST);
  const mean = known.length === 0 ? LEAST : known.reduce((sum, value) => sum + value, 0) / known.length;
  return values.map((value) => (value > LEAST ? value : mean));
};
