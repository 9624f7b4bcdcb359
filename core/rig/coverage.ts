import { depthInBox } from './geometry.ts';
import { applyHomography } from './homography.ts';
import { masksDepth } from './mask.ts';
import type { OutputRecord } from './rig.schema.ts';
import type { Venue } from './venue.ts';
import { extendedToOutput, scaleAt } from './warp-lookup.ts';
import { buildWarpMesh } from './warp-mesh.ts';
import type { WarpMesh } from './warp-mesh.ts';

/** An output as the correction sees it; `id` is its record's id. */
export type LitOutput = OutputRecord & { id: string };
export type MeshedOutput = { output: LitOutput; mesh: WarpMesh };

export const meshOutputs = (outputs: readonly LitOutput[], venue: Venue): MeshedOutput[] =>
  outputs.map((output) => ({ output, mesh: buildWarpMesh(output, output.id, venue) }));

/** A raster over the wall that all outputs of a rig share. Texel (i, j) has its centre at x + (i + ½)·size. */
export type CanvasRaster = { x: number; y: number; width: number; height: number; size: number };
/** Texels around the outermost region, so that every edge has an outside. */
const MARGIN = 3;

/** `resolution`: texels along the longer side of the area that the regions cover. */
export const canvasRaster = (outputs: readonly OutputRecord[], resolution: number): CanvasRaster => {
  const left = Math.min(...outputs.map(({ region }) => region.x));
  const bottom = Math.min(...outputs.map(({ region }) => region.y));
  const right = Math.max(...outputs.map(({ region }) => region.x + region.width));
  const top = Math.max(...outputs.map(({ region }) => region.y + region.height));
  const size = Math.max(right - left, top - bottom) / resolution;
  return {
    x: left - MARGIN * size,
    y: bottom - MARGIN * size,
    width: Math.ceil((right - left) / size) + 2 * MARGIN,
    height: Math.ceil((top - bottom) / size) + 2 * MARGIN,
    size,
  };
};

/** What one output does at each texel of the wall; all arrays width × height, row by row from the lower left. */
export type Coverage = {
  /** Metres inside the area that its whole raster reaches: there it leaks, masked or empty. Exact near the edge. */
  reach: Float32Array;
  /** Metres inside the area that it lights: reach ∧ region ∧ masks. Exact near the edge. */
  lit: Float32Array;
  /** Square pixels per square metre. */
  footprint: Float32Array;
};

export const coverageOf = ({ output, mesh }: MeshedOutput, raster: CanvasRaster): Coverage => {
  const count = raster.width * raster.height;
  const make = (): Float32Array => new Float32Array(count);
  const coverage: Coverage = { reach: make(), lit: make(), footprint: make() };
  for (let j = 0, i = 0; j < raster.height; j++)
    for (let k = 0; k < raster.width; k++, i++) {
      const u = raster.x + (k + 0.5) * raster.size;
      const v = raster.y + (j + 0.5) * raster.size;
      fillTexel(coverage, i, output, mesh, u, v);
    }
  return coverage;
};

const fillTexel = (
  coverage: Coverage,
  i: number,
  output: LitOutput,
  mesh: WarpMesh,
  u: number,
  v: number,
): void => {
  const { region } = mesh;
  const inRegion = depthInBox(u - region.x, v - region.y, region.width, region.height);
  const pixel = extendedToOutput(mesh, u, v);
  const footprint = footprintNear(mesh, u, v);
  const metres = 1 / Math.sqrt(footprint);
  const reach = pixel ? depthInBox(pixel[0], pixel[1], mesh.width, mesh.height) * metres : -FAR;
  coverage.reach[i] = reach;
  coverage.lit[i] = Math.min(inRegion, reach);
  coverage.footprint[i] = footprint;
  if (!pixel || inRegion < 0 || output.masks.length === 0) return;
  const upright = applyHomography(mesh.rasterToUpright, pixel);
  coverage.lit[i] = Math.min(inRegion, reach, masksDepth(output.masks, upright, [u, v], metres));
};
/** Metres by which a place behind the warp's horizon is out of reach. */
const FAR = 1e4;

/** Of the nearest place in the region. */
const footprintNear = (mesh: WarpMesh, u: number, v: number): number => {
  const { region } = mesh;
  const x = Math.min(region.x + region.width, Math.max(region.x, u));
  const y = Math.min(region.y + region.height, Math.max(region.y, v));
  return Math.max(1e-9, scaleAt(mesh, x, y)?.footprint ?? 0);
};

/** Value between texel centres, bilinear; held beyond the raster's edge. */
export const sampleRaster = (values: Float32Array, raster: CanvasRaster, u: number, v: number): number => {
  const x = Math.min(raster.width - 1, Math.max(0, (u - raster.x) / raster.size - 0.5));
  const y = Math.min(raster.height - 1, Math.max(0, (v - raster.y) / raster.size - 0.5));
  const i = Math.min(raster.width - 2, Math.floor(x));
  const j = Math.min(raster.height - 2, Math.floor(y));
  const a = j * raster.width + i;
  const b = a + raster.width;
  const fx = x - i;
  const lower = values[a]! * (1 - fx) + values[a + 1]! * fx;
  const upper = values[b]! * (1 - fx) + values[b + 1]! * fx;
  return lower + (upper - lower) * (y - j);
};
