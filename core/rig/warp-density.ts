import type { Lattice } from './warp-lattice.ts';

const SAMPLES = 16;

/**
 * Greatest number of output pixels per metre of the picture, in any direction anywhere: the larger singular value of
 * the Jacobian, sampled; exact at the corners, where a corner pin has its greatest. `width`, `height`: the raster.
 */
export const densityOf = (
  lattice: Pick<Lattice, 'columns' | 'rows' | 'positions' | 'canvas'>,
  width: number,
  height: number,
): number => {
  let density = 0;
  for (let j = 0; j <= SAMPLES; j++)
    for (let i = 0; i <= SAMPLES; i++)
      for (const side of [0, 1] as const) {
        const found = scaleIn(lattice, i / SAMPLES, j / SAMPLES, side, width, height);
        if (found > density) density = found;
      }
  return Number.isFinite(density) ? density : 0;
};

/** In the lower left (0) or upper right (1) triangle of the cell at (s, t), as if it covered its whole cell. */
const scaleIn = (
  { columns, rows, positions, canvas }: Parameters<typeof densityOf>[0],
  s: number,
  t: number,
  side: 0 | 1,
  width: number,
  height: number,
): number => {
  const i = Math.min(columns - 2, Math.floor(s * (columns - 1)));
  const j = Math.min(rows - 2, Math.floor(t * (rows - 1)));
  const a = j * columns + i;
  const c = a + columns + 1;
  const [beforeX, afterX] = side === 0 ? [a + columns, c] : [a, a + 1];
  const [beforeY, afterY] = side === 0 ? [a, a + columns] : [a + 1, c];
  const right = (array: Float64Array, stride: number, axis: number): number =>
    array[afterX * stride + axis]! - array[beforeX * stride + axis]!;
  const down = (array: Float64Array, stride: number, axis: number): number =>
    array[afterY * stride + axis]! - array[beforeY * stride + axis]!;
  const [fs, ft] = [s * (columns - 1) - i, t * (rows - 1) - j];
  const clip = (axis: number): number =>
    positions[a * 4 + axis]! + fs * right(positions, 4, axis) + ft * down(positions, 4, axis);
  const w = clip(3);
  const slope = (axis: 0 | 1, way: typeof right): number =>
    (way(positions, 4, axis) - (clip(axis) / w) * way(positions, 4, 3)) / w;
  const [xs, xt] = [(slope(0, right) * width) / 2, (slope(0, down) * width) / 2];
  const [ys, yt] = [(slope(1, right) * height) / 2, (slope(1, down) * height) / 2];
  const [us, ut] = [right(canvas, 2, 0), down(canvas, 2, 0)];
  const [vs, vt] = [right(canvas, 2, 1), down(canvas, 2, 1)];
  const area = us * vt - ut * vs;
  if (!(w > 0) || area === 0) return 0;
  const [xu, xv] = [(xs * vt - xt * vs) / area, (xt * us - xs * ut) / area];
  const [yu, yv] = [(ys * vt - yt * vs) / area, (yt * us - ys * ut) / area];
  const half = (xu * xu + xv * xv + yu * yu + yv * yv) / 2;
  return Math.sqrt(half + Math.sqrt(Math.max(0, half * half - (xu * yv - xv * yu) ** 2)));
};
