import * as THREE from 'three';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { buildLightMap } from '../../../core/rig/light-map.ts';
import type { Venue } from '../../../core/rig/venue.ts';
import { buildWall, WALL_RESOLUTION } from '../../../core/rig/wall.ts';
import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { Problem } from '../../../core/result.ts';
import { CorrectionPass } from './correction.pass.ts';
import type { CanvasRegion } from './correction.pass.ts';
import { READS_PER_PIXEL } from './correction.glsl.ts';

/**
 * The correction of one output: from the stage's picture of a region in linear light to the signal that its projector
 * needs. The light map is the core's reference, uploaded as half float at no more than MAP_SIDE texels a side and
 * filtered: it changes only while a technician works, blends are smooth, and so what tests measure and what a
 * projector shows are the same numbers; a second copy of the weights in shaders would have to be kept equal to them.
 */
export type CorrectionOptions = {
  renderer: THREE.WebGLRenderer;
  /** The record whose picture is drawn; found again by `id` in `setRig`. */
  output: LitOutput;
  /** All outputs of the rig, this one included: they share the light. */
  outputs: readonly LitOutput[];
  venue: Venue;
  /** The façade, metres. */
  canvas: { width: number; height: number };
  /** Device pixels per output pixel: 1 on a projector, less in a preview window. */
  pixelRatio: number;
  /** Most pixels per metre that the stage may be asked for (`rig.density`). */
  density?: number;
};
export interface Correction {
  /** What the stage must draw into `target`: canvas metres, overscan included. */
  readonly region: CanvasRegion;
  /** Half float, linear light, premultiplied; the same object for life, resized by `setRig`. */
  readonly target: THREE.WebGLRenderTarget;
  /** Pixels per metre of `target`. */
  readonly density: number;
  /** Folds and degenerate points of the warp. */
  readonly problems: readonly Problem[];
  readonly counts: { passes: number; reads: number; drawCalls: number };
  /** One draw into a target's viewport (null: the window's). `frame` moves the dither; 0 in exact mode. */
  render(target: THREE.WebGLRenderTarget | null, frame?: number): void;
  /** `coarse`: half size, while something is dragged. Throws `correction-output-missing` when the output is gone. */
  setRig(outputs: readonly LitOutput[], venue: Venue, options?: { coarse: boolean }): void;
  dispose(): void;
}

/** Texels beyond the region, so that filtering at its edge finds a picture. */
const OVERSCAN = 2;
const MAP_SIDE = 1024;
/** Texels that the stage draws at most, as a multiple of the raster's pixels: a steep keystone has few dense ones. */
const TEXEL_BUDGET = 4;

export const createCorrection = (options: CorrectionOptions): Correction => {
  const { renderer, pixelRatio } = options;
  const pass = new CorrectionPass(renderer);
  const target = new THREE.WebGLRenderTarget(1, 1, {
    type: THREE.HalfFloatType,
    colorSpace: THREE.LinearSRGBColorSpace,
    generateMipmaps: false,
  });
  let state = { region: { x: 0, y: 0, width: 1, height: 1 }, density: 1, problems: [] as Problem[] };

  const setRig = (outputs: readonly LitOutput[], venue: Venue, { coarse } = { coarse: false }): void => {
    const wall = buildWall(outputs, venue, coarse ? WALL_RESOLUTION / 2 : WALL_RESOLUTION);
    const own = wall.outputs.find(({ output }) => output.id === options.output.id);
    if (!own) throw new Error(`correction-output-missing: the rig has no ${options.output.id}`);
    const limit = Math.min(4096, renderer.capabilities.maxTextureSize);
    const size = pictureSize(own.mesh, pixelRatio, options.density ?? Infinity, limit);
    target.setSize(size.columns, size.rows);
    pass.setMesh(own.mesh);
    pass.setResponse(own.output.colour.gamma);
    const map = mapSize(own.mesh, pixelRatio, coarse);
    pass.setLight(buildLightMap(wall, own.output.id, map.width, map.height));
    pass.setPicture(target.texture, size.region);
    state = { region: size.region, density: size.density, problems: own.mesh.problems };
  };
  setRig(options.outputs, options.venue);

  return {
    get region() {
      return state.region;
    },
    get density() {
      return state.density;
    },
    get problems() {
      return state.problems;
    },
    target,
    counts: { passes: 1, reads: READS_PER_PIXEL, drawCalls: 1 },
    render: (into, frame = 0) => pass.render(into, frame),
    setRig,
    dispose: () => {
      pass.dispose();
      target.dispose();
    },
  };
};

type PictureSize = { columns: number; rows: number; density: number; region: CanvasRegion };
/** Whole texels over the region, then the overscan, so that an unwarped output is drawn pixel for pixel. */
const pictureSize = (mesh: WarpMesh, pixelRatio: number, cap: number, limit: number): PictureSize => {
  const { region } = mesh;
  const budget = TEXEL_BUDGET * mesh.width * mesh.height * pixelRatio ** 2;
  const density = Math.min(
    mesh.density * pixelRatio,
    cap,
    (limit - 2 * OVERSCAN) / Math.max(region.width, region.height),
    Math.sqrt(budget / (region.width * region.height)),
  );
  const columns = Math.max(1, Math.round(region.width * density - 1e-6));
  const rows = Math.max(1, Math.round(region.height * density - 1e-6));
  const dx = (OVERSCAN * region.width) / columns;
  const dy = (OVERSCAN * region.height) / rows;
  return {
    columns: columns + 2 * OVERSCAN,
    rows: rows + 2 * OVERSCAN,
    density,
    region: {
      x: region.x - dx,
      y: region.y - dy,
      width: region.width + 2 * dx,
      height: region.height + 2 * dy,
    },
  };
};

const mapSize = (mesh: WarpMesh, pixelRatio: number, coarse: boolean): { width: number; height: number } => {
  const side = coarse ? MAP_SIDE / 2 : MAP_SIDE;
  const scale = Math.min(pixelRatio, side / Math.max(mesh.width, mesh.height));
  return {
    width: Math.max(2, Math.round(mesh.width * scale)),
    height: Math.max(2, Math.round(mesh.height * scale)),
  };
};
