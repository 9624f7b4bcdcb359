import type { Picture } from './picture.ts';

/** Comparing parts of pictures, and pictures of other sizes. */

/** Mean difference of all colour channels, of 255. */
export const meanGap = (a: Picture, b: Picture): number => {
  let sum = 0;
  for (let i = 0; i < a.pixels.length; i += 1) if (i % 4 < 3) sum += Math.abs(a.pixels[i]! - b.pixels[i]!);
  return sum / ((a.pixels.length / 4) * 3);
};
/** The greatest difference of a channel, of 255. */
export const mostGap = (a: Picture, b: Picture): number =>
  a.pixels.reduce((most, value, i) => Math.max(most, Math.abs(value - b.pixels[i]!)), 0);
type Cut = { left: number; top: number; width: number; height: number };
export const cutOut = (picture: Picture, { left, top, width, height }: Cut): Picture => ({
  width,
  height,
  pixels: Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => {
    const [x, y] = [(i >> 2) % width, Math.floor((i >> 2) / width)];
    return picture.pixels[((y + top) * picture.width + x + left) * 4 + (i % 4)]!;
  }),
});
/** The mean light of squares of `by` pixels: an edge may be smoothed otherwise, the light must be the same. */
export const reduced = ({ width, height, pixels }: Picture, by: number): Picture => {
  const w = width / by;
  const out = new Uint8ClampedArray((w * height * 4) / by);
  for (let i = 0; i < out.length; i += 1) {
    const [left, top] = [((i >> 2) % w) * by, Math.floor((i >> 2) / w) * by];
    let light = 0;
    for (let k = 0; k < by * by; k += 1)
      light += lightOf(pixels[((top + Math.floor(k / by)) * width + left + (k % by)) * 4 + (i % 4)]!);
    out[i] = codeOf(light / by / by);
  }
  return { width: w, height: height / by, pixels: out };
};
/** IEC 61966-2-1. */
const lights = Float64Array.from({ length: 256 }, (_, code) =>
  code <= 10.31475 ? code / 255 / 12.92 : ((code / 255 + 0.055) / 1.055) ** 2.4,
);
const lightOf = (code: number): number => lights[code]!;
const codeOf = (light: number): number =>
  255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);
