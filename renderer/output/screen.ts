import type * as THREE from 'three';
import type { Problem } from '../../core/result.ts';
import { createRenderer } from '../stage/renderer.ts';
import { createPace, type Pace } from './pace.ts';

/** The page's graphics card: it may be lost and come back, and then everything on it is made anew. */
export type Screen = {
  renderer: THREE.WebGLRenderer;
  pace: Pace;
  isLost(): boolean;
};
type Options = {
  canvas: HTMLCanvasElement;
  report(problem: Problem): void;
  lost(): void;
  restored(): void;
};

export const createScreen = ({ canvas, report, lost, restored }: Options): Screen => {
  const renderer = createRenderer(canvas, report);
  const pace = createPace(renderer.getContext());
  let isLost = false;
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    isLost = true;
    lost();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    isLost = false;
    pace.reset();
    restored();
  });
  return { renderer, pace, isLost: () => isLost };
};

export const GPU_LOST: Problem = {
  code: 'gpu-lost',
  message: 'The graphics card was lost; the picture comes back with it.',
  path: '',
};
