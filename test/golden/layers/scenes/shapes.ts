import type { Scene } from '../scene.ts';

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
export const shapes: Scene[] = [
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
