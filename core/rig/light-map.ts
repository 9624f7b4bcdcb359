import { packHalf } from './half-float.ts';
import { finish } from './steps.ts';
import type { Steps } from './steps.ts';
import { headroom, liftAt, shareAt } from './share.ts';
import type { Wall } from './wall.ts';
import { outputLookup } from './warp-lookup.ts';

/**
 * The light map of one output: per raster texel the factor k for red, green and blue (blend × masks × brightness ×
 * gain) and the lift β, all in linear light: `light = picture·k + β`.
 */
export type LightMap = {
  width: number;
  height: number;
  /** k red, k green, k blue, β; row by row from the top. */
  values: Float32Array;
};

/** `id`: the output's record; `width`, `height`: texels, which may be fewer than the raster's pixels. */
export const buildLightMap = (wall: Wall, id: string, width: number, height: number): LightMap =>
  finish(lightMapSteps(wall, id, width, height));

/** Rows a step: a few milliseconds of work. */
const ROWS = 8;
export function* lightMapSteps(wall: Wall, id: string, width: number, height: number): Steps<LightMap> {
  const values = new Float32Array(width * height * 4);
  const own = wall.outputs.find(({ output }) => output.id === id);
  if (!own) return { width, height, values };
  const isLit = new Uint8Array(width * height);
  const lookup = outputLookup(own.mesh);
  const { brightness, gain } = own.output.colour;
  const factors = gain.map((value) => value * brightness * headroom(wall));
  for (let j = 0, i = 0; j < height; j++) {
    if (j % ROWS === 0) yield;
    for (let k = 0; k < width; k++, i++) {
      const at = lookup(((k + 0.5) / width) * own.mesh.width, ((j + 0.5) / height) * own.mesh.height);
      if (!at) continue;
      const share = shareAt(wall, own, at[0], at[1]);
      isLit[i] = 1;
      for (let channel = 0; channel < 3; channel++) values[i * 4 + channel] = factors[channel]! * share;
      values[i * 4 + 3] = liftAt(wall, own, at[0], at[1], share);
    }
  }
  const map = { width, height, values };
  spread(map, spread(map, isLit));
  return map;
}

/** Gives dark texels beside lit ones their neighbours' mean: linear filtering must not pull the mesh's edge down. */
const spread = ({ width, height, values }: LightMap, isLit: Uint8Array): Uint8Array => {
  const next = isLit.slice();
  for (let i = 0; i < isLit.length; i++) {
    if (isLit[i]) continue;
    const x = i % width;
    const y = Math.floor(i / width);
    const sum = [0, 0, 0, 0];
    let count = 0;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const n = i + dy * width + dx;
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height || !isLit[n]) continue;
        count++;
        for (let c = 0; c < 4; c++) sum[c]! += values[n * 4 + c]!;
      }
    if (count === 0) continue;
    next[i] = 1;
    for (let c = 0; c < 4; c++) values[i * 4 + c] = sum[c]! / count;
  }
  return next;
};

/** For a half-float texture. */
export const packLightMap = ({ values }: LightMap): Uint16Array<ArrayBuffer> => packHalf(values);
