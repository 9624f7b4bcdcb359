import * as THREE from 'three';
import type { FacadeModel } from '../../core/facade/model.ts';
import type { Problem } from '../../core/result.ts';
import type { CompiledRig } from '../../core/rig/rig.document.ts';
import { buildVenue } from '../../core/rig/venue.ts';
import { createCorrection } from '../stage/correction/correction.ts';
import type { LightMode } from '../stage/correction/light.ts';
import type { Rectangle } from '../stage/composite.pass.ts';
import { EncodePass } from '../stage/encode.pass.ts';

/** What a page shows: the area of the canvas that the stage fills, and how it goes to the window. */
export interface Picture {
  readonly region: Rectangle;
  readonly target: THREE.WebGLRenderTarget;
  /** Window pixels. */
  readonly width: number;
  readonly height: number;
  /** `into` null: the window. */
  render(frame: number, into?: THREE.WebGLRenderTarget | null): void;
  dispose(): void;
}
/** One projector's picture. */
export interface OutputPicture extends Picture {
  /** Window pixels an output pixel; 1 on its own projector. */
  readonly pixelRatio: number;
  readonly problems: readonly Problem[];
  /** What it is lit by now; null before the first light map has come. */
  readonly light: 'coarse' | 'full' | null;
  /** Takes another rig, half as fine while something is dragged. false: this output's raster is another one. */
  setRig(rig: CompiledRig, facade: FacadeModel | null, isDragging: boolean): boolean;
}
type Room = { width: number; height: number };
/** Device pixels an output pixel, so that the picture fits the room; 1 on its own projector. */
const fit = (width: number, height: number, room: Room): number => {
  const ratio = Math.min(room.width / width, room.height / height);
  return Math.abs(ratio - 1) < 0.005 ? 1 : ratio;
};

/** One projector's picture, corrected; null when the rig has no such output. */
export const outputPicture = (
  renderer: THREE.WebGLRenderer,
  rig: CompiledRig,
  facade: FacadeModel | null,
  key: string,
  canvas: { width: number; height: number },
  room: Room | null,
  mode: LightMode,
): OutputPicture | null => {
  const output = rig.outputs.find((each) => each.key === key);
  if (!output) return null;
  const pixelRatio = room ? fit(output.width, output.height, room) : 1;
  let light: OutputPicture['light'] = mode === 'exact' ? 'full' : null;
  const correction = createCorrection({
    mode,
    onLight: (isCoarse) => (light = isCoarse ? 'coarse' : 'full'),
    renderer,
    output,
    outputs: rig.outputs,
    venue: buildVenue(rig, facade),
    canvas,
    pixelRatio,
    density: rig.rig.density,
  });
  return {
    get region() {
      return correction.region;
    },
    target: correction.target,
    width: Math.round(output.width * pixelRatio),
    height: Math.round(output.height * pixelRatio),
    pixelRatio,
    get light() {
      return light;
    },
    get problems() {
      return correction.problems;
    },
    setRig(next, model, isDragging) {
      const own = next.outputs.find((each) => each.key === key);
      const isSame = own?.width === output.width && own.height === output.height;
      if (!isSame || next.rig.density !== rig.rig.density) return false;
      correction.setRig(next.outputs, buildVenue(next, model), { coarse: isDragging });
      return true;
    },
    render: (frame, into = null) => correction.render(into, frame),
    dispose: () => correction.dispose(),
  };
};

/** The whole canvas without any rig: the clean feed. */
export const canvasPicture = (
  renderer: THREE.WebGLRenderer,
  canvas: { width: number; height: number },
  size: Room,
): Picture => areaPicture(renderer, { x: 0, y: 0, ...canvas }, size);

/** Any area of the canvas, to be looked at from closer and from farther. */
export interface AreaPicture extends Picture {
  /** From the next draw on; `size` in window pixels. */
  look(region: Rectangle, size: Room): void;
}

export const areaPicture = (renderer: THREE.WebGLRenderer, first: Rectangle, size: Room): AreaPicture => {
  const encode = new EncodePass();
  let region = first;
  const target = new THREE.WebGLRenderTarget(whole(size.width), whole(size.height), {
    type: THREE.HalfFloatType,
    colorSpace: THREE.LinearSRGBColorSpace,
    depthBuffer: false,
  });
  return {
    get region() {
      return region;
    },
    target,
    get width() {
      return target.width;
    },
    get height() {
      return target.height;
    },
    look(next, room) {
      region = next;
      target.setSize(whole(room.width), whole(room.height));
    },
    render: (_frame, into = null) => encode.render(renderer, target.texture, into),
    dispose() {
      target.dispose();
      encode.dispose();
    },
  };
};
const whole = (pixels: number): number => Math.max(1, Math.round(pixels));
