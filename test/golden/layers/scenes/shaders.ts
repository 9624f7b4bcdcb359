import { rings } from '../../effects/scene.ts';
import type { Scene } from '../scene.ts';

export const shaders: Scene[] = [
  {
    name: 'shader',
    type: 'shader',
    at: 1.3,
    parameters: { code: rings, x: 3, y: 2, width: 22, height: 14, apart: 4, cold: true, clock: 'position' },
  },
];
