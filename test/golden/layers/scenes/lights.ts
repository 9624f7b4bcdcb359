import type { Scene } from '../scene.ts';

export const lights: Scene[] = [
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
    name: 'lifted',
    type: 'facade-light',
    at: 1,
    parameters: { elements: ['arch'], width: 0.25, moveX: 2, moveY: 1.5, colour: '#4cc9f0' },
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
];
