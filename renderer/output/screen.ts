import type * as THREE from 'three';
import type { Problem } from '../../core/result.ts';
import { after } from '../link/clock.ts';
import { createRenderer } from '../stage/renderer.ts';
import { createNegative } from './negative.ts';
import { createPace, type Pace } from './pace.ts';

/** The page's graphics card: it may be lost and come back, and then everything on it is made anew. */
export type Screen = {
  renderer: THREE.WebGLRenderer;
  pace: Pace;
  isLost(): boolean;
  /** After each picture that was drawn into the window, in the same task. */
  submitted(): void;
  /** Shows nothing. */
  blank(): void;
};
type Options = {
  canvas: HTMLCanvasElement;
  /** The canvas carries its negative: see `negative.ts`. */
  isNegative: boolean;
  report(problem: Problem): void;
  lost(): void;
  restored(): void;
  /** It was not given back in time: this page gets no context any more. */
  gone(): void;
};

/** A graphics card that comes back does so within a second or two. */
const patienceMs = 6000;

export const createScreen = ({ canvas, isNegative, report, lost, restored, gone }: Options): Screen => {
  const renderer = createRenderer(canvas, report);
  const negative = isNegative ? createNegative(renderer) : null;
  const pace = createPace(renderer.getContext());
  let isLost = false;
  let stopWaiting: () => void = () => undefined;
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    isLost = true;
    stopWaiting();
    stopWaiting = after(patienceMs, gone);
    lost();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    isLost = false;
    stopWaiting();
    pace.reset();
    restored();
  });
  return {
    renderer,
    pace,
    isLost: () => isLost,
    submitted() {
      negative?.turn();
      pace.submitted();
    },
    blank() {
      renderer.clear();
      negative?.turn();
    },
  };
};

export const GPU_LOST: Problem = {
  code: 'gpu-lost',
  message: 'The graphics card was lost; the picture comes back with it.',
  path: '',
};
