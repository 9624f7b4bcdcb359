import type { Scene } from '../scene.ts';

export const particles: Scene[] = [
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
  {
    name: 'swarm',
    type: 'particles',
    at: 4,
    times: [1, 5.5, 30],
    parameters: {
      kind: 'swarm',
      x: 10,
      y: 6,
      width: 12,
      height: 6,
      count: 160,
      size: 2.5,
      warm: true,
      colour: '#ffe080',
      endColour: '#60ff90',
    },
  },
];
