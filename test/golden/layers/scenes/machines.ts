import type { Scene } from '../scene.ts';

const brass = { stroke: '#f0c070', fill: '#6a4018', fillOpacity: 0.9, strokeWidth: 0.15 };
export const machines: Scene[] = [
  {
    name: 'gears',
    type: 'gears',
    at: 0.4,
    times: [0, 1.3, 7.7],
    parameters: {
      ...brass,
      teeth: [18, 12, 24],
      angles: [30, -35],
      module: 0.6,
      x: 7,
      y: 8,
      spin: 40,
      hub: 0.3,
      bore: 0.15,
      hatch: 0.6,
      hatchColour: '#e8b060',
      shade: 'sphere',
      shadeAngle: 120,
    },
  },
  {
    name: 'linkage',
    type: 'linkage',
    at: 0.7,
    times: [0, 2.1, 4.4],
    parameters: { ...brass, kind: 'locomotive', x: 16, y: 6, crank: 1.3, rod: 6.5, bore: 2, bar: 0.6 },
  },
  {
    name: 'linkage-beam',
    type: 'linkage',
    at: 0.7,
    parameters: { ...brass, kind: 'beam', x: 10, y: 6, rod: 6, beam: 5, angle: 40 },
  },
];
