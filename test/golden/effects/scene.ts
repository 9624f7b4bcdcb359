import type { Frame, FrameEffect, FrameLayer } from '../../../core/playback/frame.ts';
import { inner } from '../layers/scenes/groups.ts';
import { makeFrame, makeGroup, makeLayer } from '../support/scene.ts';

/** One effect on one clip, at seconds of its time; half size, since there are three of each. */
export const SMALL = { width: 160, height: 90 };
export const TIMES = [0.5, 1.5, 2.5];

export const makeEffect = (
  type: string,
  parameters: Record<string, unknown>,
  over: Partial<FrameEffect> = {},
): FrameEffect => ({ id: type, type, parameters, matte: null, ...over });

type Scene = {
  name: string;
  type: string;
  layer: Partial<FrameLayer> & { type: string };
  /** What a group holds. */
  inner?(t: number): FrameLayer[];
  below?: FrameLayer[];
  effects(t: number): FrameEffect[];
};
const text = {
  type: 'text',
  parameters: { text: '1868', size: 9, x: 16, y: 5.5, align: 'centre', colour: '#ffd080' },
};
const lights = { type: 'facade-light', parameters: { width: 0.6, glow: 0, colour: '#ffb050', level: 0.7 } };
const dusk = makeLayer('gradient', {
  key: 'main-1/clip:dusk',
  parameters: { from: '#102040', to: '#000000', angle: 90, length: 18 },
});
const stripes = {
  type: 'gradient',
  parameters: { from: '#ff4020', to: '#20c0ff', x: 4, y: 2, angle: 20, length: 24 },
};
const disc = (t: number): FrameLayer =>
  makeLayer('gradient', {
    key: 'main-1/clip:disc',
    clip: 'clip:disc',
    parameters: { kind: 'radial', toOpacity: 0, x: 4 + t * 8, y: 9, length: 9, curve: 3 },
  });

/** Rings of warm light, and everything that a shader is given. */
export const rings = `uniform float apart; // = 3, 0.5 to 20, metres
uniform int petals;   // = 5, 1 to 12
uniform bool cold;    // = false
uniform vec3 ink;     // = #ff9030
vec4 paint(vec2 at) {
  vec2 d = at - size * 0.5;
  float turn = atan(d.y, d.x) * float(petals);
  float ring = fract(length(d) / apart - time * 0.4 + 0.1 * sin(turn));
  float line = smoothstep(0.0, pixel / apart, ring) - smoothstep(0.3, 0.3 + pixel / apart, ring);
  float grain = 0.0;
  for (int i = 0; i < 3; i++) grain += noise(at * exp2(float(i))) / exp2(float(i) + 1.0);
  vec3 colour = cold ? ink.bgr : ink;
  return vec4(colour * (0.4 + grain), line * (1.0 - position / duration));
}`;

export const scenes: Scene[] = [
  {
    name: 'blur',
    type: 'blur',
    layer: text,
    below: [dusk],
    effects: (t) => [makeEffect('blur', { radius: t * 0.4 })],
  },
  {
    name: 'glow',
    type: 'glow',
    layer: lights,
    effects: (t) => [makeEffect('glow', { radius: 1.2, level: t * 2, threshold: 0.1, colour: '#ff9050' })],
  },
  {
    name: 'colour',
    type: 'colour',
    layer: stripes,
    effects: (t) => [
      makeEffect('colour', {
        contrast: 1.2,
        saturation: 0.9,
        hue: t * 80,
        black: 0.1,
        white: 1.2,
        gamma: 1.2,
        tint: '#ffc080',
        tintAmount: 0.2,
      }),
    ],
  },
  {
    name: 'displace',
    type: 'displace',
    layer: text,
    below: [dusk],
    effects: () => [makeEffect('displace', { amount: 0.9, size: 4, speed: 0.7, clock: 'position' })],
  },
  {
    name: 'waves',
    type: 'displace',
    layer: lights,
    effects: (t) => [
      makeEffect('displace', {
        kind: 'waves',
        amount: t * 0.3,
        size: 5,
        angle: 10,
        speed: 0.5,
        clock: 'position',
      }),
    ],
  },
  {
    name: 'glass',
    type: 'displace',
    layer: stripes,
    effects: (t) => [makeEffect('displace', { kind: 'glass', amount: t * 2, size: 2.5, seed: 4 })],
  },
  {
    name: 'kaleidoscope',
    type: 'kaleidoscope',
    layer: lights,
    effects: (t) => [
      makeEffect('kaleidoscope', { x: 16, y: 9, segments: 8, angle: 20 * t, turn: 10 * t, zoom: 1.2 }),
    ],
  },
  {
    name: 'mask-clip',
    type: 'mask',
    layer: stripes,
    below: [dusk],
    effects: (t) => [makeEffect('mask', { clip: 'clip:disc' }, { matte: disc(t) })],
  },
  {
    name: 'mask-elements',
    type: 'mask',
    layer: stripes,
    effects: (t) => [makeEffect('mask', { elements: ['arch'], feather: t * 0.3, inverted: t > 2 })],
  },
  {
    name: 'shader',
    type: 'shader',
    layer: {
      type: 'shader',
      parameters: { code: rings, x: 2, y: 1, width: 28, height: 15, apart: 5, petals: 7 },
    },
    below: [dusk],
    effects: () => [],
  },
  {
    name: 'group',
    type: 'kaleidoscope',
    layer: { type: 'group', opacity: 0.8, region: { x: 2, y: 1, width: 26, height: 15 } },
    inner,
    below: [makeLayer('solid', { parameters: { colour: '#301008' } })],
    effects: (t) => [
      makeEffect('kaleidoscope', { x: 16, y: 9, segments: 6, angle: 15 * t, zoom: 0.9 }),
      makeEffect('blur', { radius: 0.1 * t }),
    ],
  },
  {
    name: 'chain',
    type: 'blur',
    layer: text,
    below: [dusk],
    effects: (t) => [
      makeEffect('displace', { amount: 0.6, size: 3, clock: 'position' }),
      makeEffect('kaleidoscope', { x: 16, y: 9, segments: 5, angle: 10 * t }),
      makeEffect('glow', { radius: 0.8, level: 2 }),
      makeEffect('mask', { clip: 'clip:disc' }, { matte: disc(t) }),
    ],
  },
];

export const frameOf = ({ name, layer, inner: within, below = [], effects }: Scene, t: number): Frame =>
  makeFrame([
    makeGroup([
      ...below,
      makeLayer(layer.type, {
        key: `main-1/clip:${name}`,
        clip: `clip:${name}`,
        position: t,
        free: t,
        effects: effects(t),
        layers: within?.(t) ?? null,
        ...layer,
      }),
    ]),
  ]);
