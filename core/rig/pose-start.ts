import { multiply, svd, transpose } from './dense.ts';
import type { Matrix } from './dense.ts';
import type { Point } from './geometry.ts';
import { cameraMatrix, planeMatrix, viewOfMatrix } from './pose-dlt.ts';
import type { Sight, View } from './pose-view.ts';
import { apply, crossOf, dot3, lengthOf, plus, scaled, unit } from './rotation.ts';
import type { Vector } from './rotation.ts';

/**
 * Where the search for a pose may start. A façade is often nearly flat and picks are never exact, so the DLT alone
 * misleads: the homography of the best plane is tried too, with several focal lengths and both ways that a plane may
 * be tilted and look nearly the same (D. Oberkampf, D. DeMenthon, L. Davis, 1996).
 */
/** What is locked; null: solved. Pixels. */
export type Known = {
  focal: readonly [number | null, number | null];
  centre: Point | null;
  /** One focal length for both axes. */
  isSquare: boolean;
  /** The upright picture. */
  width: number;
  height: number;
};
/** How points lie: rms distance from their centroid along three axes at right angles, the longest first. */
export type Spread = { sizes: readonly [number, number, number]; axes: readonly [Vector, Vector, Vector] };

export const spreadOf = (points: readonly Vector[]): Spread => {
  const centre = centroidOf(points);
  const away = points.map((p) => [p[0] - centre[0], p[1] - centre[1], p[2] - centre[2]]);
  const { values, vectors } = svd(away);
  const size = (i: number): number => values[i]! / Math.sqrt(points.length);
  const axis = (i: number): Vector => [vectors[i]![0]!, vectors[i]![1]!, vectors[i]![2]!];
  return { sizes: [size(0), size(1), size(2)], axes: [axis(0), axis(1), crossOf(axis(0), axis(1))] };
};
export const centroidOf = (points: readonly Vector[]): Vector =>
  scaled(
    points.reduce((sum, p) => plus(sum, p), [0, 0, 0]),
    1 / points.length,
  );

/** Throw ratios that are tried where none is locked and the homography tells none. */
const USUAL_THROWS = [0.6, 1.2, 2.4, 5];
/** Relief below this part of the width: the DLT has nothing to hold on to. */
const FLAT = 1e-6;

/** `sights`: their centroid is the origin. */
export const startsOf = (sights: readonly Sight[], known: Known): View[] => {
  const spread = spreadOf(sights.map(({ world }) => world));
  const isDeep = spread.sizes[2] > FLAT * spread.sizes[0];
  const direct = isDeep && sights.length >= 6 ? viewOfMatrix(cameraMatrix(sights), sights) : null;
  return [...(direct ? [lockedTo(direct, known)] : []), ...planeStarts(sights, known, spread.axes)];
};

const lockedTo = (view: View, { focal, centre, isSquare }: Known): View => {
  const mean = Math.sqrt(view.focal[0] * view.focal[1]);
  const [fx, fy] = isSquare ? [mean, mean] : view.focal;
  return { ...view, focal: [focal[0] ?? fx, focal[1] ?? fy], centre: centre ?? view.centre };
};

const planeStarts = (sights: readonly Sight[], known: Known, axes: Spread['axes']): View[] => {
  const centre = known.centre ?? [known.width / 2, known.height / 2];
  const flat = sights.map(({ world }): Point => [dot3(world, axes[0]), dot3(world, axes[1])]);
  const pixels = sights.map(({ pixel }): Point => [pixel[0] - centre[0], pixel[1] - centre[1]]);
  const h = planeMatrix(flat, pixels);
  return focalGuesses(h, known).flatMap(([fx, fy]) => {
    const view = viewOfPlane(h, axes, [fx, fy], centre);
    return view ? [view, tiltedOver(view, axes)] : [];
  });
};

/** Z. Zhang, A flexible new technique for camera calibration, 2000, with one unknown: two conditions, two guesses. */
const focalGuesses = (h: Matrix, { focal, width }: Known): [number, number][] => {
  const locked = focal[0] ?? focal[1];
  if (locked !== null) return [[focal[0] ?? locked, focal[1] ?? locked]];
  const [a, b, c] = [h[0]!, h[1]!, h[2]!];
  const squares = [
    -(a[0]! * a[1]! + b[0]! * b[1]!) / (c[0]! * c[1]!),
    -(a[0]! ** 2 + b[0]! ** 2 - a[1]! ** 2 - b[1]! ** 2) / (c[0]! ** 2 - c[1]! ** 2),
  ];
  const told = squares.map((square) => Math.sqrt(square)).filter((f) => f > 0.05 * width && f < 50 * width);
  return [...told, ...USUAL_THROWS.map((ratio) => ratio * width)].map((f) => [f, f]);
};

/** `h`: plane metres along the first two axes → pixels from the principal point. Null for a plane seen edge-on. */
const viewOfPlane = (
  h: Matrix,
  axes: Spread['axes'],
  focal: readonly [number, number],
  centre: Point,
): View | null => {
  const column = (i: number): Vector => [h[0]![i]! / focal[0], h[1]![i]! / focal[1], h[2]![i]!];
  const size = (lengthOf(column(0)) + lengthOf(column(1))) / 2;
  const way = column(2)[2] < 0 ? -1 : 1;
  if (!(size > 0)) return null;
  const [b1, b2] = [scaled(column(0), way / size), scaled(column(1), way / size)];
  const normal = unit(crossOf(b1, b2));
  const sum = unit(plus(unit(b1), unit(b2)));
  const across = crossOf(normal, sum); // b1 and b2 lie 45° on either side of their sum
  const half = Math.SQRT1_2;
  const r1 = plus(scaled(sum, half), scaled(across, -half));
  const r2 = plus(scaled(sum, half), scaled(across, half));
  const fromPlane = transpose([r1, r2, crossOf(r1, r2)].map((row) => [...row]));
  return {
    focal,
    centre,
    rotation: multiply(
      fromPlane,
      axes.map((axis) => [...axis]),
    ),
    translation: scaled(column(2), way / size),
  };
};

/** The same picture with the plane tilted the other way: mirrored across the line of sight to its middle. */
const tiltedOver = (view: View, axes: Spread['axes']): View => {
  const sight = unit(view.translation);
  const mirrored = (v: Vector): Vector => plus(v, scaled(sight, -2 * dot3(v, sight)));
  const r1 = mirrored(apply(view.rotation, axes[0]));
  const r2 = mirrored(apply(view.rotation, axes[1]));
  const fromPlane = transpose([r1, r2, crossOf(r1, r2)].map((row) => [...row]));
  return {
    ...view,
    rotation: multiply(
      fromPlane,
      axes.map((axis) => [...axis]),
    ),
  };
};
