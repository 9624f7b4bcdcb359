import * as THREE from 'three';
import { canvasToOutput } from '../../../core/rig/warp-lookup.ts';
import { PLAIN_VENUE } from '../../../core/rig/venue.ts';
import { buildWarpMesh } from '../../../core/rig/warp-mesh.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { createCorrection } from '../../../renderer/stage/correction/correction.ts';
import type { Correction } from '../../../renderer/stage/correction/correction.ts';
import { upright, type Picture } from '../support/picture.ts';

/** Draws corrections in this page's GL and measures what would fall on the wall. */
type Rgb = readonly [number, number, number];

export const makeRenderer = (): THREE.WebGLRenderer => {
  const renderer = new THREE.WebGLRenderer({ antialias: false });
  renderer.setPixelRatio(1);
  return renderer;
};

/** Fills the picture with one linear light and reads the signal back. */
export const drawFlat = (
  renderer: THREE.WebGLRenderer,
  correction: Correction,
  output: LitOutput,
  light: Rgb,
): Picture => {
  renderer.setRenderTarget(correction.target);
  renderer.setClearColor(new THREE.Color().setRGB(...light, THREE.LinearSRGBColorSpace), 1);
  renderer.clear();
  return readBack(renderer, correction, output);
};

export const readBack = (
  renderer: THREE.WebGLRenderer,
  correction: Correction,
  { width, height }: LitOutput,
): Picture => {
  const target = new THREE.WebGLRenderTarget(width, height);
  correction.render(target);
  const pixels = new Uint8Array(width * height * 4);
  renderer.readRenderTargetPixels(target, 0, 0, width, height, pixels);
  target.dispose();
  return upright(pixels, { width, height });
};

/** Light of one channel at a raster place, bilinear between pixel centres, from the signal by the projector's gamma. */
const lightAt = (
  { width, height, pixels }: Picture,
  x: number,
  y: number,
  channel: number,
  gamma: number,
) => {
  const px = Math.min(width - 1, Math.max(0, x - 0.5));
  const py = Math.min(height - 1, Math.max(0, y - 0.5));
  const i = Math.min(width - 2, Math.floor(px));
  const j = Math.min(height - 2, Math.floor(py));
  const read = (a: number, b: number) => (pixels[(b * width + a) * 4 + channel]! / 255) ** gamma;
  const mix = (b: number) => read(i, b) * (1 - px + i) + read(i + 1, b) * (px - i);
  return mix(j) * (1 - py + j) + mix(j + 1) * (py - j);
};

export type Wall = { columns: number; rows: number; light: Float64Array };
/** What all projectors together throw on the wall, leaks included, at points `step` metres apart inside `area`. */
export const sumOnWall = (
  shots: { output: LitOutput; picture: Picture }[],
  area: { x: number; y: number; width: number; height: number },
  step: number,
  channel: number,
): Wall => {
  const columns = Math.round(area.width / step);
  const rows = Math.round(area.height / step);
  const light = new Float64Array(columns * rows);
  for (const { output, picture } of shots) {
    const mesh = buildWarpMesh(output, output.id, PLAIN_VENUE);
    for (let i = 0; i < light.length; i++) {
      const u = area.x + ((i % columns) + 0.5) * step;
      const v = area.y + (Math.floor(i / columns) + 0.5) * step;
      const at = canvasToOutput(mesh, u, v);
      if (!at || at[0] < 0 || at[0] > picture.width || at[1] < 0 || at[1] > picture.height) continue;
      const gamma = output.colour.gamma[channel as 0]!;
      light[i]! += lightAt(picture, at[0], at[1], channel, gamma) + output.colour.black;
    }
  }
  return { columns, rows, light };
};

/** Least and greatest mean over 5 × 5 points. */
export const blockRange = ({ columns, rows, light }: Wall): { least: number; greatest: number } => {
  let least = Infinity;
  let greatest = -Infinity;
  for (let y = 0; y + 5 <= rows; y++)
    for (let x = 0; x + 5 <= columns; x++) {
      let sum = 0;
      for (let k = 0; k < 25; k++) sum += light[(y + Math.floor(k / 5)) * columns + x + (k % 5)]!;
      least = Math.min(least, sum / 25);
      greatest = Math.max(greatest, sum / 25);
    }
  return { least, greatest };
};

export const shoot = (
  renderer: THREE.WebGLRenderer,
  outputs: readonly LitOutput[],
): ((light: Rgb) => { output: LitOutput; picture: Picture }[]) & { dispose(): void } => {
  const corrections = outputs.map((output) =>
    createCorrection({
      renderer,
      output,
      outputs,
      venue: PLAIN_VENUE,
      canvas: { width: 64, height: 32 },
      pixelRatio: 1,
    }),
  );
  const draw = (light: Rgb) =>
    outputs.map((output, i) => ({ output, picture: drawFlat(renderer, corrections[i]!, output, light) }));
  return Object.assign(draw, { dispose: () => corrections.forEach((correction) => correction.dispose()) });
};
