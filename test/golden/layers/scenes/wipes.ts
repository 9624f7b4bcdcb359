import type { Scene } from '../scene.ts';

export const wipes: Scene[] = [
  {
    name: 'wipe-light',
    type: 'wipe',
    at: 1,
    parameters: {
      act: 'light',
      elements: ['arch', 'cornice'],
      by: 'each',
      order: 'up',
      progress: 0.5,
      soft: 0.4,
      level: 0.8,
    },
  },
  {
    name: 'wipe-angle',
    type: 'wipe',
    at: 1,
    parameters: {
      act: 'light',
      elements: ['arch', 'wall'],
      order: 'angle',
      angle: 40,
      progress: 0.5,
      soft: 0.2,
      edge: 0.8,
      edgeLevel: 0.9,
    },
  },
  {
    name: 'wipe-ring',
    type: 'wipe',
    at: 1,
    parameters: { order: 'ring', x: 12, y: 7, progress: 0.5, soft: 0, edge: 1, edgeLevel: 0.5 },
  },
];
