import { multiply, transpose } from './dense.ts';
import type { Matrix } from './dense.ts';

/** Turns in space: rotation vectors (axis × angle, radians, as OpenCV’s Rodrigues) and 3 × 3 matrices. */
export type Vector = readonly [number, number, number];

export const crossOf = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const lengthOf = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
export const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** A zero vector stays one; so does one whose length has no inverse. */
export const unit = (a: Vector): Vector => {
  const length = lengthOf(a);
  return length > 1e-150 ? scaled(a, 1 / length) : a;
};

export const apply = (m: Matrix, v: Vector): Vector => {
  const at = (row: number): number => m[row]![0]! * v[0] + m[row]![1]! * v[1] + m[row]![2]! * v[2];
  return [at(0), at(1), at(2)];
};

/** Rodrigues’ formula. */
export const rotationOf = (vector: Vector): number[][] => {
  const angle = lengthOf(vector);
  const [x, y, z] = unit(vector);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const d = 1 - c;
  return [
    [c + x * x * d, x * y * d - z * s, x * z * d + y * s],
    [y * x * d + z * s, c + y * y * d, y * z * d - x * s],
    [z * x * d - y * s, z * y * d + x * s, c + z * z * d],
  ];
};

/** The inverse, angle 0 … π, by way of the quaternion, so that half turns keep their axis. */
export const vectorOf = (m: Matrix): Vector => {
  const [w, x, y, z] = quaternionOf(m);
  const sine = Math.hypot(x, y, z);
  if (sine < 1e-15) return [0, 0, 0];
  const angle = 2 * Math.atan2(sine, Math.abs(w));
  return scaled([x, y, z], ((w < 0 ? -1 : 1) * angle) / sine);
};

/** S. Shepperd, Quaternion from rotation matrix, 1978: divides by the greatest of the four. */
const quaternionOf = (m: Matrix): [number, number, number, number] => {
  const at = (row: number, column: number): number => m[row]![column]!;
  const diagonal = [at(0, 0), at(1, 1), at(2, 2)];
  const trace = diagonal[0]! + diagonal[1]! + diagonal[2]!;
  const greatest = Math.max(...diagonal);
  if (trace > greatest) {
    const w = Math.sqrt(1 + trace) / 2;
    return [
      w,
      (at(2, 1) - at(1, 2)) / (4 * w),
      (at(0, 2) - at(2, 0)) / (4 * w),
      (at(1, 0) - at(0, 1)) / (4 * w),
    ];
  }
  const i = diagonal.indexOf(greatest);
  const [j, k] = [(i + 1) % 3, (i + 2) % 3];
  const long = Math.sqrt(Math.max(0, 1 + at(i, i) - at(j, j) - at(k, k))) / 2;
  const q: [number, number, number, number] = [(at(k, j) - at(j, k)) / (4 * long), 0, 0, 0];
  q[i + 1] = long;
  q[j + 1] = (at(j, i) + at(i, j)) / (4 * long);
  q[k + 1] = (at(k, i) + at(i, k)) / (4 * long);
  return q;
};

/**
 * The upper triangular K and the orthogonal R of m = K·R, K’s diagonal positive (RQ by Gram–Schmidt from the last
 * row up). Null where m is singular. R is a mirror where det m < 0.
 */
export const splitRq = (m: Matrix): { k: number[][]; r: number[][] } | null => {
  const row = (i: number): Vector => [m[i]![0]!, m[i]![1]!, m[i]![2]!];
  const r3 = unit(row(2));
  const r2 = unit(minus(row(1), scaled(r3, dot3(row(1), r3))));
  const lying = minus(row(0), scaled(r3, dot3(row(0), r3)));
  const r1 = unit(minus(lying, scaled(r2, dot3(row(0), r2))));
  const r = [[...r1], [...r2], [...r3]];
  const k = multiply(m, transpose(r));
  return [0, 1, 2].every((i) => k[i]![i]! > 1e-300) ? { k, r } : null;
};
export const dot3 = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
