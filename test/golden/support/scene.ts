import * as THREE from 'three';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { FacadeDocument } from '../../../core/facade/facade.schema.ts';
import type { Frame, FrameGroup, FrameLayer } from '../../../core/playback/frame.ts';
import { EncodePass } from '../../../renderer/stage/encode.pass.ts';
import { createRenderer } from '../../../renderer/stage/renderer.ts';
import { createStage, type Stage, type StageOptions } from '../../../renderer/stage/stage.ts';

/** A small façade, 32 × 18 m, and pictures of it at 320 × 180. */
export const CANVAS = { width: 32, height: 18 };
export const SIZE = { width: 320, height: 180 };
export const WHOLE = { x: 0, y: 0, ...CANVAS };

const element = (key: string, kind: string, outline: string, more: object = {}) => [
  `element:${key}`,
  { name: { fr: key, en: key }, kind, groups: [], surface: 'stone', plane: 'plane:front', outline, ...more },
];
const bays = [0, 1, 2, 3].map((i) => 3 + i * 7);
export const facadeDocument: FacadeDocument = {
  format: 'frise-facade',
  schema: 1,
  records: Object.fromEntries([
    ['facade:test', { title: { fr: 'Essai', en: 'Test' }, ...CANVAS }],
    ['plane:front', { name: 'front', depth: 0 }],
    element('wall', 'wall', 'M 1 0 L 31 0 L 31 14 L 16 17.5 L 1 14 Z'),
    ...bays.map((x, i) =>
      element(`arch-${i + 1}`, 'arch', `M ${x} 1 L ${x} 7 A 2.5 2.5 0 0 0 ${x + 5} 7 L ${x + 5} 1 Z`),
    ),
    element('cornice', 'cornice', 'M 1 12 L 31 12 L 31 13 L 1 13 Z', {
      axis: [
        [1, 12.5],
        [31, 12.5],
      ],
    }),
  ]),
  order: {
    'facade:test': ['wall', 'arch-1', 'arch-2', 'arch-3', 'arch-4', 'cornice'].map((k) => `element:${k}`),
  },
};
export const facade = modelOf(facadeDocument);

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
  ...over,
});
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
  /** sRGB pixels, RGBA, top row first. */
  shoot(frame: Frame, region?: typeof WHOLE, size?: typeof SIZE): Promise<Uint8ClampedArray>;
  dispose(): void;
};
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
    mediaUrl: (id) => `/missing/${id}`,
    mode: 'exact',
    report: (problem) => problems.push(problem),
    ...over,
  });
  const shoot: Studio['shoot'] = async (frame, region = WHOLE, size = SIZE) => {
    await stage.prepare(frame);
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
    return flipped(pixels, size);
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
const flipped = (pixels: Uint8Array, { width, height }: typeof SIZE): Uint8ClampedArray => {
  const out = new Uint8ClampedArray(pixels.length);
  for (let y = 0; y < height; y += 1)
    out.set(pixels.subarray((height - 1 - y) * width * 4, (height - y) * width * 4), y * width * 4);
  return out;
};
