import type { Point } from './geometry.ts';
import type { Stone } from './stone.ts';
import type { WallRaster } from './wall-raster.ts';

/** A connected piece of stone that no output lights. */
export type DarkPatch = {
  /** m². */
  area: number;
  /** The texel of the patch that is nearest to its middle, wall metres. */
  at: Point;
  box: { x: number; y: number; width: number; height: number };
  /** The façade's element that most of it lies on. */
  element: string;
};

/** The largest first. `isDark`: per texel of the raster. */
export const darkPatches = (
  isDark: Uint8Array,
  raster: WallRaster,
  stone: Stone,
  most: number,
): DarkPatch[] => {
  const isSeen = new Uint8Array(isDark.length);
  const found: number[][] = [];
  isDark.forEach((dark, i) => {
    if (dark && !isSeen[i]) found.push(patchFrom(i, isDark, isSeen, raster));
  });
  found.sort((a, b) => b.length - a.length);
  return found.slice(0, most).map((texels) => describe(texels, raster, stone));
};

/** All dark texels that touch `start` by their sides. */
const patchFrom = (
  start: number,
  isDark: Uint8Array,
  isSeen: Uint8Array,
  { width }: WallRaster,
): number[] => {
  const texels = [start];
  isSeen[start] = 1;
  for (const i of texels) {
    const x = i % width;
    const beside = [i - width, i + width, x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1];
    for (const n of beside) {
      if (!isDark[n] || isSeen[n]) continue;
      isSeen[n] = 1;
      texels.push(n);
    }
  }
  return texels;
};

const describe = (texels: readonly number[], raster: WallRaster, stone: Stone): DarkPatch => {
  const { size, width } = raster;
  const xs = texels.map((i) => i % width);
  const ys = texels.map((i) => Math.floor(i / width));
  const [left, right] = rangeOf(xs);
  const [bottom, top] = rangeOf(ys);
  const best = nearestTo(mean(xs), mean(ys), xs, ys);
  return {
    area: texels.length * size ** 2,
    at: [raster.x + (xs[best]! + 0.5) * size, raster.y + (ys[best]! + 0.5) * size],
    box: {
      x: raster.x + left * size,
      y: raster.y + bottom * size,
      width: (right - left + 1) * size,
      height: (top - bottom + 1) * size,
    },
    element: stone.keys[commonest(texels.map((i) => stone.element[i]!))] ?? '',
  };
};
const nearestTo = (x: number, y: number, xs: readonly number[], ys: readonly number[]): number => {
  const distance = (k: number): number => (xs[k]! - x) ** 2 + (ys[k]! - y) ** 2;
  return xs.reduce((best, _, n) => (distance(n) < distance(best) ? n : best), 0);
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const rangeOf = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
const commonest = (values: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0])[0];
};
