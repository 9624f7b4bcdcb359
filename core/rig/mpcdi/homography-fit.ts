import { cholesky, solveCholesky } from '../dense.ts';
import type { Point } from '../geometry.ts';
import { composeHomography, invertHomography } from '../homography.ts';
import type { Homography } from '../homography.ts';
import type { Sighting } from './warp-map.ts';

/**
 * The homography wall → pixel that fits many sightings best (least algebraic error over coordinates brought to unit
 * size: R. Hartley, In Defense of the Eight-Point Algorithm, 1997). null when they don't span a quad.
 */
export const fitHomography = (sightings: readonly Sighting[]): Homography | null => {
  if (sightings.length < 4) return null;
  const from = unitFrame(sightings.map(({ wall }) => wall));
  const to = unitFrame(sightings.map(({ pixel }) => pixel));
  const [normal, right] = normalEquations(
    sightings.map(({ wall, pixel }) => [scaled(from, wall), scaled(to, pixel)]),
  );
  const lower = cholesky(normal);
  if (lower === null) return null;
  const [a, b, c, d, e, f, g, i] = solveCholesky(lower, right);
  const unit: Homography = [a!, b!, c!, d!, e!, f!, g!, i!, 1];
  return composeHomography(invertHomography(matrixOf(to)), composeHomography(unit, matrixOf(from)));
};

type Frame = { x: number; y: number; scale: number };
const unitFrame = (points: readonly Point[]): Frame => {
  const x = points.reduce((sum, p) => sum + p[0], 0) / points.length;
  const y = points.reduce((sum, p) => sum + p[1], 0) / points.length;
  const size = points.reduce((sum, p) => sum + Math.hypot(p[0] - x, p[1] - y), 0) / points.length;
  return { x, y, scale: size > 0 ? Math.SQRT2 / size : 1 };
};
const scaled = ({ x, y, scale }: Frame, p: Point): Point => [(p[0] - x) * scale, (p[1] - y) * scale];
const matrixOf = ({ x, y, scale }: Frame): Homography => [
  scale,
  0,
  -scale * x,
  0,
  scale,
  -scale * y,
  0,
  0,
  1,
];

const normalEquations = (pairs: [Point, Point][]): [number[][], number[]] => {
  const normal = Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => 0));
  const right = Array.from({ length: 8 }, () => 0);
  const add = (row: number[], value: number): void =>
    row.forEach((a, i) => {
      right[i]! += a * value;
      row.forEach((b, j) => (normal[i]![j]! += a * b));
    });
  for (const [[x, y], [u, v]] of pairs) {
    add([x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    add([0, 0, 0, x, y, 1, -v * x, -v * y], v);
  }
  return [normal, right];
};
