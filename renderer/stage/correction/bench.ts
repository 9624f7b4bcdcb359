import * as THREE from 'three';
import { outputSchema } from '../../../core/rig/rig.schema.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { makeCopy, makePerPixel } from './bench-passes.ts';
import { createCorrection } from './correction.ts';
import type { Correction } from './correction.ts';

/** What the correction costs, as a ratio to a plain full-screen copy of the same picture in the same run. */
export type CorrectionBench = {
  /** Median time of the correction over median time of the copy. */
  ratio: number;
  correctionMs: number;
  copyMs: number;
  /** The usual per-pixel shader. */
  perPixelMs: number;
  width: number;
  height: number;
  rounds: number;
  counts: Correction['counts'];
};
const WIDTH = 960;
const HEIGHT = 540;
/** Frames between two looks at the clock, so that its grain does not matter. */
const FRAMES = 4;

const benchOutput = () => ({
  id: 'output:bench',
  ...outputSchema.parse({
    name: 'Bench',
    width: WIDTH,
    height: HEIGHT,
    display: {},
    region: { x: 0, y: 0, width: 32, height: 18 },
    warp: {
      kind: 'corners',
      corners: [
        [0, 0],
        [WIDTH, 0],
        [WIDTH, HEIGHT],
        [0, HEIGHT],
      ],
    },
    blend: { kind: 'auto', power: 1 },
  }),
});

/** `now`: milliseconds of a monotonic clock. Takes about a second on software GL. */
export const benchCorrection = (
  renderer: THREE.WebGLRenderer,
  now: () => number,
  rounds = 9,
): CorrectionBench => {
  const output = benchOutput();
  const beside = { ...output, id: 'output:beside', region: { ...output.region, x: 26 } };
  const correction = createCorrection({
    renderer,
    output,
    outputs: [output, beside],
    venue: PLAIN_VENUE,
    canvas: { width: 58, height: 18 },
    pixelRatio: 1,
  });
  const screen = new THREE.WebGLRenderTarget(WIDTH, HEIGHT);
  renderer.setRenderTarget(correction.target); // a target that nothing was drawn into has no storage to read
  renderer.clear();
  const copy = makeCopy(renderer, correction.target.texture);
  const perPixel = makePerPixel(renderer, correction.target.texture, { width: WIDTH, height: HEIGHT });
  const measure = (draw: () => void): number => timeOf(renderer, screen, now, draw);
  const samples = Array.from({ length: rounds + 2 }, () => ({
    correction: measure(() => correction.render(screen)),
    copy: measure(() => copy.render(screen)),
    perPixel: measure(() => perPixel.render(screen)),
  })).slice(2);
  const correctionMs = median(samples.map((sample) => sample.correction));
  const copyMs = median(samples.map((sample) => sample.copy));
  const perPixelMs = median(samples.map((sample) => sample.perPixel));
  for (const owner of [correction, copy, perPixel, screen]) owner.dispose();
  const { counts } = correction;
  const ratio = correctionMs / copyMs;
  return { ratio, correctionMs, copyMs, perPixelMs, width: WIDTH, height: HEIGHT, rounds, counts };
};

/** Milliseconds a frame, reading one pixel back so that the drawing is done. */
const timeOf = (
  renderer: THREE.WebGLRenderer,
  screen: THREE.WebGLRenderTarget,
  now: () => number,
  draw: () => void,
): number => {
  const pixel = new Uint8Array(4);
  renderer.readRenderTargetPixels(screen, 0, 0, 1, 1, pixel);
  const start = now();
  for (let i = 0; i < FRAMES; i++) draw();
  renderer.readRenderTargetPixels(screen, 0, 0, 1, 1, pixel);
  return (now() - start) / FRAMES;
};

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};
