import { cross } from './geometry.ts';
import type { Point } from './geometry.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';

/**
 * A projective map of the plane, row by row: (x, y) → ((h0·x + h1·y + h2)/w, (h3·x + h4·y + h5)/w) with
 * w = h6·x + h7·y + h8. The scale is free; maps made here have w > 0 over their source quad.
 */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];
export type Quad = readonly [Point, Point, Point, Point];

/** (x·w, y·w, w) before the division: what a vertex needs for true perspective. */
export const applyHomogeneous = (h: Homography, [x, y]: Point): [number, number, number] => [
  h[0] * x + h[1] * y + h[2],
  h[3] * x + h[4] * y + h[5],
  h[6] * x + h[7] * y + h[8],
];
/** The mapped point; not finite on the map's horizon (w = 0). */
export const applyHomography = (h: Homography, p: Point): Point => {
  const [x, y, w] = applyHomogeneous(h, p);
  return [x / w, y / w];
};
/** First b, then a. */
export const composeHomography = (a: Homography, b: Homography): Homography => {
  const at = (row: number, column: number): number =>
    a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!;
  return [at(0, 0), at(0, 1), at(0, 2), at(3, 0), at(3, 1), at(3, 2), at(6, 0), at(6, 1), at(6, 2)];
};
/** The inverse: the adjugate over the determinant, so that w stays positive where the map's was. */
export const invertHomography = (h: Homography): Homography => {
  const [a, b, c, d, e, f, g, k, i] = h;
  const adjugate: Homography = [
    e * i - f * k,
    c * k - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * k - e * g,
    b * g - a * k,
    a * e - b * d,
  ];
  const determinant = a * adjugate[0] + b * adjugate[3] + c * adjugate[6];
  const at = (i: number): number => adjugate[i]! / determinant;
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8)];
};

/** A convex quad (either way round) has four corners that turn the same way; three in a line do not count. */
export const isConvex = (quad: Quad): boolean => {
  const turns = quad.map((p, i) => cross(p, quad[(i + 1) % 4]!, quad[(i + 2) % 4]!));
  const smallest = Math.min(...turns.map(Math.abs));
  const largest = Math.max(...turns.map(Math.abs));
  const isOneWay = turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0);
  return isOneWay && smallest > 1e-9 * largest;
};

/** Unit square (0,0) (1,0) (1,1) (0,1) → quad. P. Heckbert, Fundamentals of Texture Mapping, 1989, §2.2.3. */
const fromUnitSquare = ([p0, p1, p2, p3]: Quad): Homography => {
  const sx = p0[0] - p1[0] + p2[0] - p3[0];
  const sy = p0[1] - p1[1] + p2[1] - p3[1];
  const dx1 = p1[0] - p2[0];
  const dx2 = p3[0] - p2[0];
  const dy1 = p1[1] - p2[1];
  const dy2 = p3[1] - p2[1];
  const denominator = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / denominator;
  const h = (dx1 * sy - sx * dy1) / denominator;
  return [
    p1[0] - p0[0] + g * p1[0],
    p3[0] - p0[0] + h * p3[0],
    p0[0],
    p1[1] - p0[1] + g * p1[1],
    p3[1] - p0[1] + h * p3[1],
    p0[1],
    g,
    h,
    1,
  ];
};

/**
 * The projective map that takes four points to four others, in order. Both quads must be convex, else the map would
 * have its horizon inside the picture: `homography-not-convex`.
 */
export const homographyBetween = (source: Quad, target: Quad): Result<Homography> => {
  if (!isConvex(source) || !isConvex(target))
    return fail(
      'homography-not-convex',
      'Four corners must form a convex quad. Move the one that is inside or across.',
    );
  return ok(composeHomography(fromUnitSquare(target), invertHomography(fromUnitSquare(source))));
};
