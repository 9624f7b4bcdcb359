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
  {
    name: 'gradient-stops',
    type: 'gradient',
    at: 1,
    parameters: {
      from: '#100020',
      to: '#fff0c0',
      angle: 0,
      length: 24,
      // Not in their order, and two in one place: an edge.
      stops: [
        { at: 0.7, colour: '#ff8030', opacity: 1 },
        { at: 0.3, colour: '#a01050', opacity: 0.5 },
        { at: 0.7, colour: '#ffd070', opacity: 1 },
      ],
    },
  },
];
