import { multiply, svd } from './dense.ts';
import type { Matrix } from './dense.ts';
import type { Point } from './geometry.ts';
import type { Sight, View } from './pose-view.ts';
import { crossOf, dot3, splitRq } from './rotation.ts';
import type { Vector } from './rotation.ts';

/**
 * Direct linear transform with Hartley’s normalisation: R. Hartley, A. Zisserman, Multiple View Geometry, 2nd ed.,
 * §7.1 (camera) and §4.1 (plane). Both give a first guess that Levenberg–Marquardt takes on.
 */

/** The 3 × 4 matrix that takes world points to pixels, up to scale; needs 6 pairs in general position. */
export const cameraMatrix = (sights: readonly Sight[]): number[][] => {
  const world = normaliser(sights.map((sight) => sight.world));
  const image = normaliser(sights.map((sight) => sight.pixel));
  const rows = sights.flatMap(({ world: X, pixel }) => {
    const p = [...X.map((value, i) => (value - world.mean[i]!) * world.scale), 1];
    return rowsOf(p, normalised(pixel, image));
  });
  return denormalised(svd(rows).vectors.at(-1)!, 4, image, world);
};

/** The 3 × 3 matrix that takes points of a plane to pixels, up to scale, by least squares; needs 4 pairs. */
export const planeMatrix = (plane: readonly Point[], pixels: readonly Point[]): number[][] => {
  const from = normaliser(plane);
  const image = normaliser(pixels);
  const rows = plane.flatMap((p, i) => rowsOf([...normalised(p, from), 1], normalised(pixels[i]!, image)));
  return denormalised(svd(rows).vectors.at(-1)!, 3, image, from);
};

const rowsOf = (p: number[], [x, y]: Point): number[][] => {
  const none = p.map(() => 0);
  return [
    [...p, ...none, ...p.map((value) => -x * value)],
    [...none, ...p, ...p.map((value) => -y * value)],
  ];
};

type Normaliser = { mean: number[]; scale: number };
/** Centroid to the origin, mean distance from it √dimension. */
const normaliser = (points: readonly (readonly number[])[]): Normaliser => {
  const dimension = points[0]!.length;
  const mean = points[0]!.map((_, i) => points.reduce((sum, p) => sum + p[i]!, 0) / points.length);
  const away = points.reduce((sum, p) => sum + Math.hypot(...p.map((value, i) => value - mean[i]!)), 0);
  return { mean, scale: (Math.sqrt(dimension) * points.length) / (away || 1) };
};
const normalised = ([x, y]: Point, { mean, scale }: Normaliser): Point => [
  (x - mean[0]!) * scale,
  (y - mean[1]!) * scale,
];
const denormalised = (values: number[], columns: number, image: Normaliser, from: Normaliser): number[][] => {
  const matrix = [0, 1, 2].map((row) => values.slice(row * columns, (row + 1) * columns));
  const back = [
    [1 / image.scale, 0, image.mean[0]!],
    [0, 1 / image.scale, image.mean[1]!],
    [0, 0, 1],
  ];
  const there = from.mean.map((mean, i) => [
    ...from.mean.map((_, j) => (i === j ? from.scale : 0)),
    -mean * from.scale,
  ]);
  return multiply(multiply(back, matrix), [...there, [...from.mean.map(() => 0), 1]]);
};

/**
 * Camera matrix → view; its skew is dropped. Null where it is none: singular, or a mirror (most of the pairs would lie
 * behind the lens).
 */
export const viewOfMatrix = (matrix: Matrix, sights: readonly Sight[]): View | null => {
  const depth = sights.reduce((sum, { world }) => sum + Math.sign(depthOf(matrix, world)), 0);
  const m = matrix.map((row) => row.map((value) => value * (depth < 0 ? -1 : 1)));
  const split = splitRq(m.map((row) => row.slice(0, 3)));
  if (!split || determinant(split.r) < 0) return null;
  const { k, r } = split;
  const size = k[2]![2]!;
  const [p0, p1, p2] = [m[0]![3]!, m[1]![3]!, m[2]![3]!];
  const z = p2 / size;
  const y = (p1 - k[1]![2]! * z) / k[1]![1]!;
  const x = (p0 - k[0]![2]! * z - k[0]![1]! * y) / k[0]![0]!;
  return {
    focal: [k[0]![0]! / size, k[1]![1]! / size],
    centre: [k[0]![2]! / size, k[1]![2]! / size],
    rotation: r,
    translation: [x, y, z],
  };
};
const depthOf = (matrix: Matrix, [x, y, z]: Vector): number =>
  matrix[2]![0]! * x + matrix[2]![1]! * y + matrix[2]![2]! * z + matrix[2]![3]!;

const determinant = (m: Matrix): number => {
  const row = (i: number): Vector => [m[i]![0]!, m[i]![1]!, m[i]![2]!];
  return dot3(row(0), crossOf(row(1), row(2)));
};
