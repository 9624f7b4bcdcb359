import type { Grid } from '../../core/safety/flash.ts';

/** Pixels → the light of each cell, linear, its mean. */
export interface Cells {
  /** `pixels`: sRGB RGBA, top row first. @returns three numbers a cell, the same array each time */
  (pixels: Uint8ClampedArray): Float32Array;
  /** Relative luminance of the whole, 0–1. */
  mean(light: Float32Array): number;
}

/** IEC 61966-2-1. */
const LINEAR = Float32Array.from({ length: 256 }, (_, code) => {
  const value = code / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** `side`: pixels of a cell's side. */
export const createCells = (grid: Grid, { width }: { width: number }, side: number): Cells => {
  const light = new Float32Array(grid.columns * grid.rows * 3);
  const share = 1 / (side * side);
  const cells = (pixels: Uint8ClampedArray): Float32Array => {
    light.fill(0);
    for (let y = 0; y < grid.rows * side; y += 1)
      for (let x = 0; x < grid.columns * side; x += 1) {
        const from = (y * width + x) * 4;
        const to = (Math.floor(y / side) * grid.columns + Math.floor(x / side)) * 3;
        for (let channel = 0; channel < 3; channel += 1)
          light[to + channel] =
            (light[to + channel] ?? 0) + (LINEAR[pixels[from + channel] ?? 0] ?? 0) * share;
      }
    return light;
  };
  const mean = (all: Float32Array): number => {
    let sum = 0;
    for (let at = 0; at < all.length; at += 3)
      sum += 0.2126 * (all[at] ?? 0) + 0.7152 * (all[at + 1] ?? 0) + 0.0722 * (all[at + 2] ?? 0);
    return sum / (all.length / 3);
  };
  return Object.assign(cells, { mean });
};
