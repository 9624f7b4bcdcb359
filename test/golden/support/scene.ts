import * as THREE from 'three';
import type { Frame, FrameGroup, FrameLayer } from '../../../core/playback/frame.ts';
import { EncodePass } from '../../../renderer/stage/encode.pass.ts';
import { createRenderer } from '../../../renderer/stage/renderer.ts';
import { createStage, type Stage, type StageOptions } from '../../../renderer/stage/stage.ts';
import { CANVAS, facade } from './facades.ts';
import { upright, type Picture } from './picture.ts';

export const SIZE = { width: 320, height: 180 };
export const WHOLE = { x: 0, y: 0, ...CANVAS };
const media: Record<string, string> = {
  'media:card': new URL('../../fixtures/media/card.png', import.meta.url).href,
  'media:lamp': new URL('../../fixtures/media/lamp.svg', import.meta.url).href,
  'media:film': new URL('../../fixtures/media/film.webm', import.meta.url).href,
  'media:model': new URL('../../fixtures/media/model.glb', import.meta.url).href,
  'media:hap': new URL('../../fixtures/media/hap.mov', import.meta.url).href,
  'media:hap-alpha': new URL('../../fixtures/media/hap-alpha.mov', import.meta.url).href,
  'media:hap-q': new URL('../../fixtures/media/hap-q.mov', import.meta.url).href,
};

export const makeLayer = (type: string, over: Partial<FrameLayer> = {}): FrameLayer => ({
  key: `main-1/clip:${type}`,
  clip: `clip:${type}`,
  type,
  position: 2,
  free: 2,
  duration: 10,
  opacity: 1,
  blend: 'normal',
  region: null,
  parameters: {},
  effects: [],
  layers: null,
  ...over,
});
export const makeSolid = (key: string, colour: string, over: Partial<FrameLayer> = {}): FrameLayer =>
  makeLayer('solid', { key: `main-1/clip:${key}`, parameters: { colour }, ...over });
export const makeGroup = (layers: FrameLayer[], over: Partial<FrameGroup> = {}): FrameGroup => ({
  key: 'main-1',
  timeline: 'timeline:main',
  mix: 'cross',
  blend: 'normal',
  weight: 1,
  layers,
  ...over,
});
export const makeFrame = (groups: FrameGroup[], light = 1): Frame => ({
  at: 0,
  plan: 1,
  position: 0,
  light,
  groups,
});

export type Studio = {
  renderer: THREE.WebGLRenderer;
  stage: Stage;
  problems: { code: string; message: string; path: string }[];
  /** `isPrepared` false: as a page draws, with what is there. */
  shoot(frame: Frame, region?: typeof WHOLE, size?: typeof SIZE, isPrepared?: boolean): Promise<Picture>;
  dispose(): void;
};
/** A page's own GL with a stage in it; `dispose` gives the GL context back too. */
export const makeStudio = (over: Partial<StageOptions> = {}): Studio => {
  const problems: Studio['problems'] = [];
  const canvas = document.createElement('canvas');
  const renderer = createRenderer(canvas, (problem) => problems.push(problem));
  const encode = new EncodePass();
  const stage = createStage({
    renderer,
    facade,
    canvas: CANVAS,
    seed: 1,
    language: 'fr',
    mediaUrl: (id) => media[id] ?? `/missing/${id}`,
    mode: 'exact',
    report: (problem) => problems.push(problem),
    ...over,
  });
  const shoot: Studio['shoot'] = async (frame, region = WHOLE, size = SIZE, isPrepared = true) => {
    if (isPrepared) await stage.prepare(frame);
    const light = new THREE.WebGLRenderTarget(size.width, size.height, {
      type: THREE.HalfFloatType,
      depthBuffer: false,
    });
    const signal = new THREE.WebGLRenderTarget(size.width, size.height, { depthBuffer: false });
    stage.draw(frame, region, light);
    encode.render(renderer, light.texture, signal);
    const pixels = new Uint8Array(size.width * size.height * 4);
    renderer.readRenderTargetPixels(signal, 0, 0, size.width, size.height, pixels);
    light.dispose();
    signal.dispose();
    return upright(pixels, size);
  };
  return {
    renderer,
    stage,
    problems,
    shoot,
    dispose() {
      stage.dispose();
      encode.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
};
