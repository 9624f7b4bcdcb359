import { footprintOf } from './footprint.ts';
import type { Footprint } from './footprint.ts';
import { depthInBox } from './geometry.ts';
import { applyHomography } from './homography.ts';
import { compileMasks, masksDepth } from './mask.ts';
import type { CompiledMask } from './mask.ts';
import { maskAreas } from './mask-outline.ts';
import type { OutputRecord } from './rig.schema.ts';
import { shadowDepth } from './shadow.ts';
import type { Venue } from './venue.ts';
import type { WallRaster } from './wall-raster.ts';
import { canvasToOutput, extendedToOutput } from './warp-lookup.ts';
import { buildWarpMesh } from './warp-mesh.ts';
import type { WarpMesh } from './warp-mesh.ts';

/** An output as the correction sees it; `id` is its record's id. */
export type LitOutput = OutputRecord & { id: string };

/** What one output does at each texel of the wall; all arrays width × height, row by row from the lower left. */
type Coverage = {
  /** Metres inside the area that its whole raster reaches: there it leaks, masked or empty. Exact near the edge. */
  reach: Float32Array;
  /** Metres inside the area that it lights: reach ∧ region ∧ its own masks. Exact near the edge. */
  lit: Float32Array;
  /** Square pixels per square metre. */
  footprint: Float32Array;
};
/** An output on the wall, by itself: what depends on no other output. */
export type CoveredOutput = {
  output: LitOutput;
  mesh: WarpMesh;
  /** Its own; the venue's are everyone's. */
  masks: readonly CompiledMask[];
  coverage: Coverage;
};

/** Texels and pixels around a mask's edge where depths are exact. */
const EXACT = { texels: 4, pixels: 2 };

export const coverOutput = (output: LitOutput, venue: Venue, raster: WallRaster): CoveredOutput => {
  const mesh = buildWarpMesh(output, output.id, venue);
  const footprint = footprintOf(mesh);
  const pixel = 1 / Math.sqrt(footprint(mesh.region.x, mesh.region.y));
  const masks = compileMasks(maskAreas(output.masks, venue.elements), {
    output: EXACT.pixels + EXACT.texels * raster.size * mesh.density,
    canvas: EXACT.pixels * pixel * 4 + EXACT.texels * raster.size,
  });
  const covered = { output, mesh, masks, coverage: emptyCoverage(raster) };
  fill(covered, raster, footprint);
  if (output.warp.kind === 'model') castShadows(covered, raster);
  return covered;
};

const emptyCoverage = ({ width, height }: WallRaster): Coverage => {
  const make = (): Float32Array => new Float32Array(width * height);
  return { reach: make(), lit: make(), footprint: make() };
};

const fill = (covered: CoveredOutput, raster: WallRaster, footprint: Footprint): void => {
  for (let j = 0, i = 0; j < raster.height; j++)
    for (let k = 0; k < raster.width; k++, i++) {
      const u = raster.x + (k + 0.5) * raster.size;
      const v = raster.y + (j + 0.5) * raster.size;
      fillTexel(covered, i, u, v, footprint(u, v));
    }
};

const fillTexel = (
  { mesh, masks, coverage }: CoveredOutput,
  i: number,
  u: number,
  v: number,
  footprint: number,
): void => {
  const { region } = mesh;
  const metres = 1 / Math.sqrt(footprint);
  const pixel = extendedToOutput(mesh, u, v);
  const reach = pixel ? depthInBox(pixel[0], pixel[1], mesh.width, mesh.height) * metres : -FAR;
  const inRegion = depthInBox(u - region.x, v - region.y, region.width, region.height);
  coverage.reach[i] = reach;
  coverage.lit[i] = Math.min(inRegion, reach);
  coverage.footprint[i] = footprint;
  if (!pixel || inRegion < 0 || masks.length === 0) return;
  const upright = applyHomography(mesh.rasterToUpright, pixel);
  coverage.lit[i] = Math.min(inRegion, reach, masksDepth(masks, upright, [u, v], metres));
};
/** Metres by which a place behind the warp's horizon is out of reach. */
const FAR = 1e4;

/** A calibrated projector knows what the building hides from it: there it neither lights nor leaks. */
const castShadows = ({ mesh, coverage }: CoveredOutput, raster: WallRaster): void => {
  const hidden = coverage.lit.map((depth, i) => {
    if (depth <= 0) return 0;
    const u = raster.x + ((i % raster.width) + 0.5) * raster.size;
    const v = raster.y + (Math.floor(i / raster.width) + 0.5) * raster.size;
    return canvasToOutput(mesh, u, v) ? 0 : 1;
  });
  if (!hidden.includes(1)) return;
  shadowDepth(Uint8Array.from(hidden), raster.width, raster.height).forEach((texels, i) => {
    const depth = texels * raster.size;
    coverage.reach[i] = Math.min(coverage.reach[i]!, depth);
    coverage.lit[i] = Math.min(coverage.lit[i]!, depth);
  });
};
