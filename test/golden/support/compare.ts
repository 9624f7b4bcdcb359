import type { Picture } from './picture.ts';

/**
 * When two pictures count as the same: at most `share` of the pixels differ by more than `step` of 255 in a channel,
 * and none by more than `most`. One software rasteriser draws the same bytes from run to run; another version of it may
 * round an edge elsewhere.
 */
export type Tolerance = { step: number; share: number; most: number };
export const TOLERANCE: Tolerance = { step: 1, share: 0.0005, most: 24 };

/** `map`: the difference × 8, red where it is beyond the step, else yellow. */
export type Difference = { differing: number; most: number; isSame: boolean; map: Picture };

export const compare = (actual: Picture, expected: Picture, tolerance = TOLERANCE): Difference => {
  const { width, height } = actual;
  if (width !== expected.width || height !== expected.height)
    return { differing: width * height, most: 255, isSame: false, map: actual };
  const map = new Uint8ClampedArray(actual.pixels.length);
  let differing = 0;
  let most = 0;
  for (let i = 0; i < map.length; i += 4) {
    const worst = worstOf(actual, expected, i);
    most = Math.max(most, worst);
    if (worst > tolerance.step) differing += 1;
    map.set([worst * 8, worst > tolerance.step ? 0 : worst * 8, 0, 255], i);
  }
  const isSame = differing <= width * height * tolerance.share && most <= tolerance.most;
  return { differing, most, isSame, map: { width, height, pixels: map } };
};

const worstOf = (a: Picture, b: Picture, i: number): number => {
  let worst = 0;
  for (let c = i; c < i + 3; c += 1) worst = Math.max(worst, Math.abs(a.pixels[c]! - b.pixels[c]!));
  return worst;
};
