import type { Frame } from '../../../core/playback/frame.ts';
import { makeFrame, makeGroup, makeLayer } from '../support/scene.ts';

/** Each layer type at two times or states; `clip` is the parameters, so that a test can put one of them 5 % off. */
export type Scene = { name: string; type: string; at: number; parameters: Record<string, unknown> };

const gear = 'M 3 0 A 3 3 0 0 1 -3 0 A 3 3 0 0 1 3 0 Z M 1 0 A 1 1 0 0 1 -1 0 A 1 1 0 0 1 1 0 Z';
const wheel = { path: gear, x: 10, y: 9, scale: 1.8, strokeWidth: 0.3, stroke: '#e8c27a' };
const engraved = {
  fill: '#6a3a14',
  fillOpacity: 1,
  shade: 'sphere',
  shadeAngle: 120,
  hatch: 0.5,
  hatchTone: 0.8,
  hatchCross: 0.5,
  hatchColour: '#ffd9a0',
};
export const scenes: Scene[] = [
  { name: 'solid', type: 'solid', at: 1, parameters: { colour: '#c05020', level: 0.6 } },
  { name: 'solid-dim', type: 'solid', at: 1, parameters: { colour: '#2060c0', level: 0.2 } },
  {
    name: 'gradient-linear',
    type: 'gradient',
    at: 1,
    parameters: { from: '#ff9040', to: '#102050', angle: 60, length: 22 },
  },
  {
    name: 'gradient-radial',
    type: 'gradient',
    at: 1,
    parameters: { kind: 'radial', from: '#ffffff', to: '#300010', x: 12, y: 7, length: 11, curve: 1.6 },
  },
  { name: 'text', type: 'text', at: 1, parameters: { text: '1868', size: 6, x: 16, y: 6, align: 'centre' } },
  {
    name: 'text-reveal',
    type: 'text',
    at: 1,
    parameters: {
      text: { fr: 'Énergie : été, œuvre\nÀ Noël, ça ira !', en: 'Energy' },
      size: 1.6,
      x: 2,
      y: 10,
      reveal: 0.6,
      outline: 0.15,
      outlineColour: '#803010',
      colour: '#ffe0b0',
    },
  },
  {
    name: 'text-caption',
    type: 'text',
    at: 1,
    parameters: {
      text: 'Zénobe Gramme · 1871\nLa dynamo',
      style: 'caption',
      size: 1.2,
      x: 16,
      y: 5,
      align: 'centre',
    },
  },
  {
    name: 'lamps',
    type: 'facade-light',
    at: 1.3,
    parameters: { look: 'lamps', elements: ['arch'], size: 0.4, spacing: 1, progress: 0.6, twinkle: 0.4 },
  },
  {
    name: 'lamps-all',
    type: 'facade-light',
    at: 2.7,
    parameters: {
      look: 'lamps',
      lines: 'axis',
      size: 0.35,
      order: 'centre-out',
      chaseDepth: 0.7,
      progress: 1,
    },
  },
  {
    name: 'outline-stroke',
    type: 'facade-light',
    at: 1,
    parameters: { width: 0.25, glow: 0.8, progress: 0.5, order: 'along' },
  },
  {
    name: 'outline-up',
    type: 'facade-light',
    at: 1,
    parameters: { width: 0.2, progress: 0.55, order: 'up', soft: 0.3, colour: '#80c0ff' },
  },
  {
    name: 'fill',
    type: 'facade-light',
    at: 1,
    parameters: {
      look: 'fill',
      elements: ['arch', 'cornice'],
      order: 'right-left',
      progress: 0.6,
      soft: 0.5,
    },
  },
  {
    name: 'sparks',
    type: 'particles',
    at: 1.2,
    parameters: { x: 16, y: 4, count: 300, size: 2, spread: 1.2 },
  },
  {
    name: 'steam',
    type: 'particles',
    at: 4,
    parameters: {
      kind: 'steam',
      x: 8,
      y: 2,
      count: 120,
      colour: '#dfe6ee',
      endColour: '#8090a0',
      warm: true,
    },
  },
  {
    name: 'snow',
    type: 'particles',
    at: 6,
    parameters: {
      kind: 'snow',
      y: 18,
      width: 32,
      count: 500,
      size: 1.6,
      colour: '#ffffff',
      endColour: '#c0d0ff',
      warm: true,
    },
  },
  {
    name: 'embers',
    type: 'particles',
    at: 3,
    parameters: { kind: 'embers', x: 6, y: 1, width: 20, count: 250, size: 2.2, warm: true },
  },
  { name: 'shape-engraved', type: 'shape', at: 1, parameters: { ...wheel, ...engraved, x: 16 } },
  {
    name: 'shape-drawn',
    type: 'shape',
    at: 0.4,
    parameters: {
      ...wheel,
      path: 'M 0 0.6 L 3 0.3',
      repeat: 12,
      draw: 0.7,
      glow: 0.6,
      spin: 20,
      dash: 0.8,
      gap: 0.3,
    },
  },
  {
    name: 'shape-row',
    type: 'shape',
    at: 0.3,
    parameters: {
      path: 'M 0 0 L 2 0 L 2 8 L 0 8 Z',
      x: 3,
      y: 2,
      repeat: 8,
      stepX: 3.4,
      fill: '#c07830',
      fillOpacity: 0.7,
      shade: 'cylinder',
      shadeAngle: 180,
      strokeWidth: 0.12,
      stroke: '#ffffff',
      swingY: 1,
    },
  },
];
export const frameOf = (scene: Scene, parameters = scene.parameters): Frame =>
  makeFrame([
    makeGroup([
      makeLayer(scene.type, {
        key: `main-1/clip:${scene.name}`,
        clip: `clip:${scene.name}`,
        position: scene.at,
        free: scene.at,
        parameters,
      }),
    ]),
  ]);
