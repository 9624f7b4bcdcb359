import * as THREE from 'three';
import { modelOf } from '../../core/facade/model-of.ts';
import { gazeFor } from '../../core/facade/viewpoint.ts';
import type { FacadeDocument } from '../../core/facade/facade.schema.ts';
import { nameOf } from '../../core/ids.ts';
import { frameAt } from '../../core/playback/frame-at.ts';
import type { Frame } from '../../core/playback/frame.ts';
import { planForStill } from '../../core/playback/still.ts';
import type { RenderJob } from '../../core/render/job.ts';
import type { Problem } from '../../core/result.ts';
import { compileRig } from '../../core/rig/rig.document.ts';
import type { RigDocument } from '../../core/rig/rig.schema.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import { canvasPicture, outputPicture, type Picture } from '../output/picture.ts';
import { pageMs } from '../link/clock.ts';
import { publicPicture } from '../output/public-picture.ts';
import { createRenderer } from '../stage/renderer.ts';
import { createStage } from '../stage/stage.ts';
import { createPattern } from '../stage/pattern/pattern.ts';
import { watchMemory } from './gpu-memory.ts';

/** Draws exact stills of a job: every layer has what it needs before it is drawn, so the same bytes come every time. */
export type Studio = {
  show: CompiledShow;
  width: number;
  height: number;
  /** RGBA, top row first. */
  shoot(position: number): Promise<Uint8ClampedArray>;
  /** The same of any frame. */
  shootFrame(frame: Frame): Promise<Uint8ClampedArray>;
  /** What the last frame cost: script of the stage in milliseconds, and what it drew. */
  cost(): DrawCost;
  dispose(): void;
};
export type DrawCost = {
  ms: number;
  drawCalls: number;
  passes: number;
  layers: number;
  textures: number;
  /** Held on the GPU at that frame. */
  textureBytes: number;
  geometryBytes: number;
};
const NO_COST: DrawCost = {
  ms: 0,
  drawCalls: 0,
  passes: 0,
  layers: 0,
  textures: 0,
  textureBytes: 0,
  geometryBytes: 0,
};
/** The host opened and checked the documents before it passed them on. */
export type Documents = { show: ShowDocument; facade: FacadeDocument; rig: RigDocument | null };

export const createStudio = (
  job: RenderJob,
  documents: Documents,
  report: (problem: Problem) => void,
): Studio => {
  const show = { ...compileShow(documents.show, 1), analyses: job.analyses };
  const renderer = createRenderer(document.createElement('canvas'), report);
  const gl = renderer.getContext();
  const memory = gl instanceof WebGL2RenderingContext ? watchMemory(gl) : null;
  const { canvas, seed, language } = show.show;
  const picture = pictureOf(job, documents, renderer, canvas);
  const facade = modelOf(documents.facade);
  const rig = documents.rig ? compileRig(documents.rig) : null;
  const stage = createStage({
    renderer,
    facade,
    canvas,
    seed,
    language: job.language ?? language,
    mediaUrl: (id) => `/media/${nameOf(id)}`,
    mode: 'exact',
    report,
  });
  const pattern =
    job.pattern === null ? null : createPattern(job.pattern, { canvas, facade, rig, own: null });
  const { width, height } = job.width && job.height ? { width: job.width, height: job.height } : picture;
  const signal = new THREE.WebGLRenderTarget(picture.width, picture.height);
  const pixels = new Uint8Array(picture.width * picture.height * 4);
  const read = (): Uint8ClampedArray => {
    picture.render(0, signal);
    renderer.readRenderTargetPixels(signal, 0, 0, picture.width, picture.height, pixels);
    renderer.setRenderTarget(null);
    return framed(pixels, picture, { width, height });
  };
  let last = NO_COST;
  const shootFrame = async (frame: Frame): Promise<Uint8ClampedArray> => {
    // What is made the first time is made ahead on an output, and is no frame's cost.
    await stage.rehearse(frame);
    const from = pageMs();
    stage.draw(frame, picture.region, picture.target);
    const { drawCalls, passes, layers } = stage.info;
    last = {
      ms: pageMs() - from,
      drawCalls,
      passes,
      layers,
      textures: renderer.info.memory.textures,
      textureBytes: memory?.textures() ?? 0,
      geometryBytes: memory?.geometry() ?? 0,
    };
    return read();
  };
  return {
    show,
    width,
    height,
    shootFrame,
    cost: () => last,
    shoot(position) {
      if (!pattern) return shootFrame(frameAt(show, planForStill(show, show.show.main, position), 0));
      pattern.draw(renderer, picture.region, picture.target);
      return Promise.resolve(read());
    },
    dispose() {
      pattern?.dispose();
      stage.dispose();
      picture.dispose();
      signal.dispose();
      renderer.dispose();
    },
  };
};

/** Pixels, where nobody said. */
const PUBLIC_SIZE = { width: 1920, height: 1080 };

const pictureOf = (
  job: RenderJob,
  { rig, facade }: Documents,
  renderer: THREE.WebGLRenderer,
  canvas: { width: number; height: number; density: number },
): Picture => {
  const room = job.width && job.height ? { width: job.width, height: job.height } : null;
  if (job.view) {
    const model = modelOf(facade);
    const gaze = gazeFor(model, job.view);
    if (!gaze.ok) throw new Error(`${gaze.code}: ${gaze.message}`);
    return publicPicture(renderer, model, gaze.value, room ?? PUBLIC_SIZE);
  }
  if (job.output === null) {
    const own = { width: canvas.width * canvas.density, height: canvas.height * canvas.density };
    const scale = room ? Math.min(room.width / own.width, room.height / own.height) : 1;
    return canvasPicture(renderer, canvas, { width: own.width * scale, height: own.height * scale });
  }
  const picture = rig
    ? outputPicture(renderer, compileRig(rig), modelOf(facade), job.output, canvas, room, 'exact')
    : null;
  if (!picture) throw new Error(`output-missing: the rig has no output "${job.output}"`);
  return picture;
};

type Size = { width: number; height: number };
/** Top row first, opaque, in the middle of a black frame: a metre is as high as it is wide whatever was asked for. */
const framed = (pixels: Uint8Array, own: Size, frame: Size): Uint8ClampedArray => {
  const out = new Uint8ClampedArray(frame.width * frame.height * 4);
  const left = Math.floor((frame.width - own.width) / 2);
  const top = Math.floor((frame.height - own.height) / 2);
  for (let y = 0; y < own.height; y += 1) {
    const from = (own.height - 1 - y) * own.width * 4;
    out.set(pixels.subarray(from, from + own.width * 4), ((top + y) * frame.width + left) * 4);
  }
  for (let i = 3; i < out.length; i += 4) out[i] = 255;
  return out;
};
