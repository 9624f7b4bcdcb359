import * as THREE from 'three';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import type { Venue } from '../../../core/rig/venue.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { Problem } from '../../../core/result.ts';
import { CorrectionPass } from './correction.pass.ts';
import type { CanvasRegion } from './correction.pass.ts';
import { READS_PER_PIXEL } from './correction.glsl.ts';
import { createLight } from './light.ts';
import type { LightMode } from './light.ts';
import { pictureSize } from './picture-size.ts';

/**
 * The correction of one output: from the stage's picture of a region in linear light to the signal that its projector
 * needs. The light map is the core's reference, uploaded as half float at no more than 1024 texels a side and
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
  /** `exact` when left out: the light is there when `setRig` returns. */
  mode?: LightMode;
  /** Live: another light map is drawn with from now on. */
  onLight?: (isCoarse: boolean) => void;
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
  /**
   * One draw into a target's viewport (null: the window's), black before the first light map. `frame` moves the
   * dither; 0 in exact mode. Throws once what a light map failed with; the one before it stays.
   */
  render(target: THREE.WebGLRenderTarget | null, frame?: number): void;
  /**
   * The mesh at once; the light at once too in exact mode, else when the worker has it. `coarse`: half as fine, while
   * something is dragged. Throws `correction-output-missing` when the output is gone.
   */
  setRig(outputs: readonly LitOutput[], venue: Venue, options?: { coarse: boolean }): void;
  dispose(): void;
}

export const createCorrection = (options: CorrectionOptions): Correction => {
  const { renderer, pixelRatio } = options;
  const pass = new CorrectionPass(renderer);
  const light = createLight(options);
  const target = new THREE.WebGLRenderTarget(1, 1, {
    type: THREE.HalfFloatType,
    colorSpace: THREE.LinearSRGBColorSpace,
    generateMipmaps: false,
  });
  let state: State = { region: { x: 0, y: 0, width: 1, height: 1 }, density: 1, problems: [], of: null };

  let bent: Bent | null = null;

  const resize = (mesh: WarpMesh, coarse: boolean): void => {
    // A drag keeps the picture's size: a new target a frame costs more than a few texels too many or too few.
    if (coarse && options.mode === 'live' && isSameRegion(state.of, mesh.pictureRegion)) return;
    const limit = Math.min(4096, renderer.capabilities.maxTextureSize);
    const size = pictureSize(mesh, pixelRatio, options.density ?? Infinity, limit);
    target.setSize(size.columns, size.rows);
    pass.setPicture(target.texture, size.region);
    state = { ...state, region: size.region, density: size.density, of: mesh.pictureRegion };
  };
  const setRig = (outputs: readonly LitOutput[], venue: Venue, { coarse } = { coarse: false }): void => {
    const own = outputs.find(({ id }) => id === options.output.id);
    if (!own) throw new Error(`correction-output-missing: the rig has no ${options.output.id}`);
    const mesh = isSameMesh(bent, { own, venue }) ? bent.mesh : buildWarpMesh(own, own.id, venue);
    resize(mesh, coarse);
    if (mesh !== bent?.mesh) pass.setMesh(mesh);
    bent = { own, venue, mesh };
    pass.setResponse(own.colour.gamma);
    light.setRig(outputs, venue, mesh, coarse);
    state = { ...state, problems: mesh.problems };
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
    render(into, frame = 0) {
      pass.setLight(light.advance());
      pass.render(into, frame);
    },
    setRig,
    dispose: () => {
      light.dispose();
      pass.dispose();
      target.dispose();
    },
  };
};

/** What the mesh was last built from. */
type Bent = { own: LitOutput; venue: Venue; mesh: WarpMesh };
/** Another output is dragged, or only light was edited: documents are never changed in place, so parts tell. */
const isSameMesh = (before: Bent | null, { own, venue }: Omit<Bent, 'mesh'>): before is Bent =>
  before !== null &&
  MESH_PARTS.every((part) => before.own[part] === own[part]) &&
  before.venue.wall === venue.wall &&
  before.venue.solid === venue.solid;
const MESH_PARTS = ['width', 'height', 'rotation', 'mirror', 'region', 'warp'] as const;

/** `of`: the region that the picture was last sized for. */
type State = Pick<Correction, 'region' | 'density' | 'problems'> & { of: CanvasRegion | null };
const isSameRegion = (a: CanvasRegion | null, b: CanvasRegion): boolean =>
  a?.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
