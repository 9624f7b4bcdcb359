import type { Scene } from '../scene.ts';

export const nets: Scene[] = [
  {
    name: 'network',
    type: 'network',
    at: 1.2,
    times: [0, 0.8, 9.3],
    parameters: {
      x: 2,
      y: 2,
      width: 28,
      height: 14,
      nodes: 30,
      progress: 0.7,
      strokeWidth: 0.25,
      node: 1,
      rest: 0.5,
    },
  },
  {
    name: 'waves-ripples',
    type: 'waves',
    at: 0.7,
    parameters: { wavelength: 5, frequency: 0.6, fall: 12, progress: 0.4, level: 0.9 },
  },
  {
    name: 'waves-field',
    type: 'waves',
    at: 0.7,
    times: [0, 0.9, 2.6],
    parameters: {
      kind: 'field',
      look: 'lines',
      sources: [
        [9, 9],
        [23, 10],
      ],
      frequency: 0.9,
      strokeWidth: 0.3,
      glow: 0.8,
    },
  },
  {
    name: 'waves-trace',
    type: 'waves',
    at: 0.7,
    parameters: { kind: 'trace', lines: 3, pitch: 4, y: 13, wavelength: 7, amplitude: 2.5, strokeWidth: 0.3 },
  },
];
