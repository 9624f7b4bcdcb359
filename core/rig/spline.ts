import type { Point } from './geometry.ts';

/**
 * A smooth surface through a lattice of points: a cubic spline along rows and columns, continuous in its second
 * derivative, with “not-a-knot” ends. Such splines nest: with a further row of points taken from the surface itself it
 * is the same surface, which is what lets a grid be subdivided without moving the picture. Handles that only look at
 * two neighbours (Catmull–Rom) do not. C. de Boor, A Practical Guide to Splines, 1978, ch. IV and XVII.
 */
export type Spline = {
  /** Where the columns and rows of points lie, rising; each ≥ 2. */
  xs: readonly number[];
  ys: readonly number[];
  /** Per point: value, second derivative along the row, along the column, along both; x and y of each. */
  nodes: Float64Array;
};
const STRIDE = 8;

/** `points`: row by row, as many as xs × ys. */
export const splineThrough = (
  xs: readonly number[],
  ys: readonly number[],
  points: readonly Point[],
): Spline => {
  const row = xs.length * STRIDE;
  const nodes = new Float64Array(row * ys.length);
  points.forEach((p, i) => nodes.set(p, i * STRIDE));
  for (const axis of [0, 1]) {
    for (let j = 0; j < ys.length; j++) bend(nodes, j * row + axis, STRIDE, xs, 2);
    for (let i = 0; i < xs.length; i++)
      for (const part of [0, 2]) bend(nodes, i * STRIDE + axis + part, row, ys, 4);
  }
  return { xs, ys, nodes };
};

/**
 * Writes the second derivatives of the values at `from`, `step` apart, `offset` behind each value: Thomas’ algorithm
 * over the inner knots, the ends eliminated by the third derivative being continuous at the second knot.
 */
const bend = (
  nodes: Float64Array,
  from: number,
  step: number,
  knots: readonly number[],
  offset: number,
): void => {
  const last = knots.length - 1;
  if (last < 2) return;
  const value = (i: number): number => nodes[from + i * step]!;
  const write = (i: number, bent: number): void => void (nodes[from + i * step + offset] = bent);
  const read = (i: number): number => nodes[from + i * step + offset]!;
  const gap = (i: number): number => knots[i + 1]! - knots[i]!;
  const turn = (i: number): number =>
    6 * ((value(i + 1) - value(i)) / gap(i) - (value(i) - value(i - 1)) / gap(i - 1));
  if (last === 2) {
    const bent = turn(1) / (3 * (gap(0) + gap(1)));
    for (const i of [0, 1, 2]) write(i, bent);
    return;
  }
  const [first, end] = [gap(0) / gap(1), gap(last - 1) / gap(last - 2)];
  const above: number[] = [];
  for (let i = 1; i < last; i++) {
    let [lower, middle, upper] = [gap(i - 1), 2 * (gap(i - 1) + gap(i)), gap(i)];
    if (i === 1) [lower, middle, upper] = [0, middle + lower * (1 + first), upper - lower * first];
    if (i === last - 1) [lower, middle, upper] = [lower - upper * end, middle + upper * (1 + end), 0];
    const pivot = middle - lower * (above[i - 1] ?? 0);
    above[i] = upper / pivot;
    write(i, (turn(i) - (lower === 0 ? 0 : lower * read(i - 1))) / pivot);
  }
  for (let i = last - 2; i >= 1; i--) write(i, read(i) - above[i]! * read(i + 1));
  write(0, (1 + first) * read(1) - first * read(2));
  write(last, (1 + end) * read(last - 1) - end * read(last - 2));
};

/** The gap that `x` lies in; the first or last beyond the ends. */
export const gapAt = (knots: readonly number[], x: number): number => {
  const most = knots.length - 2;
  let i = Math.floor(((x - knots[0]!) / (knots[most + 1]! - knots[0]!)) * (most + 1));
  i = Math.max(0, Math.min(most, i));
  while (i < most && x >= knots[i + 1]!) i++;
  while (i > 0 && x < knots[i]!) i--;
  return i;
};

/**
 * Value and slopes at (x, y), into `out`: x, y, ∂x/∂x, ∂y/∂x, ∂x/∂y, ∂y/∂y. Beyond the lattice the outermost piece
 * goes on.
 */
export const splineAt = ({ xs, ys, nodes }: Spline, x: number, y: number, out: Float64Array): void => {
  const [i, j] = [gapAt(xs, x), gapAt(ys, y)];
  const [width, height] = [xs[i + 1]! - xs[i]!, ys[j + 1]! - ys[j]!];
  const [right, down] = [(x - xs[i]!) / width, (y - ys[j]!) / height];
  out.fill(0, 0, 6);
  for (let q = 0; q < 2; q++)
    for (let p = 0; p < 2; p++) {
      const f = p === 0 ? 1 - right : right;
      const g = q === 0 ? 1 - down : down;
      const a = ((f * f * f - f) * width * width) / 6;
      const b = ((g * g * g - g) * height * height) / 6;
      const [wayX, wayY] = [p === 0 ? -1 / width : 1 / width, q === 0 ? -1 / height : 1 / height];
      const slopeX = ((3 * f * f - 1) * width * width * wayX) / 6;
      const slopeY = ((3 * g * g - 1) * height * height * wayY) / 6;
      const at = ((j + q) * xs.length + i + p) * STRIDE;
      for (let axis = at; axis < at + 2; axis++) {
        const along = g * nodes[axis]! + b * nodes[axis + 4]!;
        const bent = g * nodes[axis + 2]! + b * nodes[axis + 6]!;
        const alongDown = wayY * nodes[axis]! + slopeY * nodes[axis + 4]!;
        const bentDown = wayY * nodes[axis + 2]! + slopeY * nodes[axis + 6]!;
        out[axis - at]! += f * along + a * bent;
        out[axis - at + 2]! += wayX * along + slopeX * bent;
        out[axis - at + 4]! += f * alongDown + a * bentDown;
      }
    }
};

/** `count` knots from 0 to 1, evenly. */
export const evenly = (count: number): number[] => Array.from({ length: count }, (_, i) => i / (count - 1));
