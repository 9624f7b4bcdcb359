import type { Point } from './geometry.ts';
import type { Field } from './wall-field.ts';
import type { Size } from './wall-mesh-grid.ts';

/**
 * From the wall to the drawing by free points: exact at every pair, smooth between them. First the similarity (shift,
 * turn, scale) and then the affine map that fit best, both held back where points lie close together or in one line,
 * and so say nothing about what is beside them; the rest is a thin-plate spline, r²·ln r, whose linear part is not free
 * but bent out of a plate larger than the façade: points in one line leave nothing undetermined.
 * F. Bookstein, Principal Warps, IEEE PAMI 11(6), 1989.
 */
export type WallPair = { canvas: Point; wall: Point };

/** Pairs nearer than this on the wall are one, in their middle. Metres. */
export const SAME_PLACE = 0.001;
/** Points closer together than this share of the façade’s diagonal hardly turn or scale the whole. */
const NEAR = 0.05;
/** Share of the spread across the line that points lie in, below which they are taken for a line. */
const THIN = 1e-3;
/** The plate, in façade diagonals. */
const PLATE = 4;

export const pointsField = (given: readonly WallPair[], facade: Size): Field => {
  const pairs = distinct(given);
  const diagonal = Math.hypot(facade.width, facade.height);
  const linear = linearPart(pairs, (NEAR * diagonal) ** 2);
  const centres = pairs.map(({ wall }) => wall);
  const rest = pairs.map(({ canvas, wall }): Point => {
    const [x, y] = linear.at(wall);
    return [canvas[0] - wall[0] - x, canvas[1] - wall[1] - y];
  });
  const weights = platePart(centres, rest, PLATE * diagonal);
  return {
    box: {
      left: Math.min(0, ...centres.map(([x]) => x)),
      bottom: Math.min(0, ...centres.map(([, y]) => y)),
      right: Math.max(facade.width, ...centres.map(([x]) => x)),
      top: Math.max(facade.height, ...centres.map(([, y]) => y)),
    },
    at(x, y, out) {
      out.set(linear.at([x, y]), 0);
      out.set(linear.slopes, 2);
      addPlate(centres, weights, PLATE * diagonal, x, y, out);
    },
  };
};

const distinct = (given: readonly WallPair[]): WallPair[] => {
  const heaps: WallPair[][] = [];
  for (const pair of given) {
    const same = heaps.find(([first]) => distance(first!.wall, pair.wall) < SAME_PLACE);
    if (same) same.push(pair);
    else heaps.push([pair]);
  }
  return heaps.map((heap) => ({
    canvas: mean(heap.map(({ canvas }) => canvas)),
    wall: mean(heap.map(({ wall }) => wall)),
  }));
};
const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const mean = (points: readonly Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];

/** `slopes`: ∂dx/∂x, ∂dy/∂x, ∂dx/∂y, ∂dy/∂y. */
type Linear = { at(p: Point): Point; slopes: readonly [number, number, number, number] };
const linearPart = (pairs: readonly WallPair[], hold: number): Linear => {
  const middle = mean(pairs.map(({ wall }) => wall));
  const shift = mean(pairs.map(({ canvas, wall }): Point => [canvas[0] - wall[0], canvas[1] - wall[1]]));
  const sums = { xx: 0, xy: 0, yy: 0, xu: 0, yu: 0, xv: 0, yv: 0 };
  for (const { canvas, wall } of pairs) {
    const [x, y] = [wall[0] - middle[0], wall[1] - middle[1]];
    const [u, v] = [canvas[0] - wall[0] - shift[0], canvas[1] - wall[1] - shift[1]];
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
    sums.xu += x * u;
    sums.yu += y * u;
    sums.xv += x * v;
    sums.yv += y * v;
  }
  const spread = sums.xx + sums.yy;
  const [scale, turn] = [(sums.xu + sums.yv) / (spread + hold), (sums.xv - sums.yu) / (spread + hold)];
  const [a, b] = [sums.xx + THIN * spread + hold, sums.yy + THIN * spread + hold];
  const area = a * b - sums.xy ** 2;
  const along = (xr: number, yr: number): Point => [
    (b * xr - sums.xy * yr) / area,
    (a * yr - sums.xy * xr) / area,
  ];
  const [ux, uy] = along(
    sums.xu - scale * sums.xx + turn * sums.xy,
    sums.yu - scale * sums.xy + turn * sums.yy,
  );
  const [vx, vy] = along(
    sums.xv - turn * sums.xx - scale * sums.xy,
    sums.yv - turn * sums.xy - scale * sums.yy,
  );
  const slopes = [scale + ux, turn + vx, uy - turn, scale + vy] as const;
  return {
    slopes,
    at: ([x, y]) => [
      shift[0] + slopes[0] * (x - middle[0]) + slopes[2] * (y - middle[1]),
      shift[1] + slopes[1] * (x - middle[0]) + slopes[3] * (y - middle[1]),
    ],
  };
};

/** A weight for x and y per centre, then the constant; all 0 where the centres determine nothing. */
const platePart = (centres: readonly Point[], rest: readonly Point[], plate: number): Float64Array => {
  const size = centres.length + 1;
  const rows = centres.map((p, i) => {
    const row = new Float64Array(size + 2).fill(1);
    centres.forEach((q, k) => (row[k] = bump(distance(p, q) / plate)));
    return row.fill(rest[i]![0], size).fill(rest[i]![1], size + 1);
  });
  const closing = new Float64Array(size + 2).fill(1, 0, size - 1);
  return solve([...rows, closing]);
};
const bump = (r: number): number => (r === 0 ? 0 : r * r * Math.log(r));

/** Gauss elimination with row pivots of [A | two right sides]; the solution, two a row. */
const solve = (rows: Float64Array[]): Float64Array => {
  const size = rows.length;
  const found = new Float64Array(size * 2);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const top = rows[k]!;
    if (Math.abs(top[k]!) < 1e-15) return found;
    for (let i = k + 1; i < size; i++) {
      const row = rows[i]!;
      const factor = row[k]! / top[k]!;
      if (factor !== 0) for (let c = k; c < size + 2; c++) row[c]! -= factor * top[c]!;
    }
  }
  for (let i = size - 1; i >= 0; i--)
    for (const side of [0, 1]) {
      let value = rows[i]![size + side]!;
      for (let c = i + 1; c < size; c++) value -= rows[i]![c]! * found[c * 2 + side]!;
      found[i * 2 + side] = value / rows[i]![i]!;
    }
  return found;
};

const addPlate = (
  centres: readonly Point[],
  weights: Float64Array,
  plate: number,
  x: number,
  y: number,
  out: Float64Array,
): void => {
  const last = centres.length * 2;
  out[0]! += weights[last]!;
  out[1]! += weights[last + 1]!;
  for (let i = 0; i < centres.length; i++) {
    const dx = (x - centres[i]![0]) / plate;
    const dy = (y - centres[i]![1]) / plate;
    const square = dx * dx + dy * dy;
    if (square === 0) continue;
    const log = Math.log(square);
    const [value, slope] = [(square * log) / 2, (log + 1) / plate];
    for (const axis of [0, 1]) {
      const weight = weights[i * 2 + axis]!;
      out[axis]! += weight * value;
      out[axis + 2]! += weight * slope * dx;
      out[axis + 4]! += weight * slope * dy;
    }
  }
};
