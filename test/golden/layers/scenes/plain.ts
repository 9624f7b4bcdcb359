import type { Scene } from '../scene.ts';

export const plain: Scene[] = [
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
];
