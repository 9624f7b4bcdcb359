import type { Scene } from '../scene.ts';

export const counting: Scene[] = [
  {
    name: 'counter',
    type: 'counter',
    at: 1.2,
    times: [0, 1.93, 4],
    parameters: { kind: 'year', from: 1868, to: 2018, over: 2.5, size: 4, x: 16, y: 7, align: 'centre' },
  },
  {
    name: 'counter-number',
    type: 'counter',
    at: 1.5,
    parameters: {
      to: 9999,
      over: 40,
      ease: 'linear',
      size: 3,
      x: 30,
      y: 7,
      align: 'right',
      after: ' t',
      roll: 0.8,
    },
  },
  {
    name: 'dial',
    type: 'dial',
    at: 1.1,
    times: [0.4, 1.9, 3],
    parameters: { over: 2.5, x: 16, y: 8.4, radius: 7, labelSize: 1, stroke: 0.25, handWidth: 0.6 },
  },
];
