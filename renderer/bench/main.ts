import { benchCorrection, type CorrectionBench } from '../stage/correction/bench.ts';
import { createRenderer } from '../stage/renderer.ts';
import { benchFrames, type FramesBench, type FramesJob } from './frames.ts';

/** The page behind `frise bench`: nothing but a canvas and what the bench calls. */
declare global {
  interface Window {
    friseBench?: (now: () => number) => CorrectionBench;
    friseFrames?: (job: FramesJob, now: () => number) => Promise<FramesBench>;
  }
}
window.friseFrames = benchFrames;
const canvas = document.getElementById('canvas');
if (canvas instanceof HTMLCanvasElement) {
  canvas.width = 960;
  canvas.height = 540;
  const renderer = createRenderer(canvas, (problem) => {
    throw new Error(problem.message);
  });
  window.friseBench = (now) => benchCorrection(renderer, now);
}
