import type { Matrix } from './dense.ts';
import type { Point } from './geometry.ts';
import { apply, crossOf, plus } from './rotation.ts';
import type { Vector } from './rotation.ts';

/** A pose while it is solved: as PoseRecord, with the rotation as a matrix. */
export type View = {
  focal: readonly [number, number];
  centre: Point;
  rotation: Matrix;
  translation: Vector;
};
/** A pair as the solver sees it: metres, and pixels of the picture before mirroring. */
export type Sight = { world: Vector; pixel: Point };

/** Which of the projector’s inner numbers are solved; rotation and translation always are. */
export type Free = {
  /** `both`: one focal length for x and y; `one`: only that axis’s, the other is locked. */
  focal: 'none' | 'both' | 'each' | 'x' | 'y';
  centre: boolean;
};
export const unknownsOf = ({ focal, centre }: Free): number =>
  6 + (centre ? 2 : 0) + { none: 0, both: 1, x: 1, y: 1, each: 2 }[focal];

/** Pixels from where the pair’s point should be: seen − picked; null when it lies behind the lens. */
export const missOf = (view: View, { world, pixel }: Sight): Point | null => {
  const [x, y, z] = plus(apply(view.rotation, world), view.translation);
  if (!(z > 0)) return null;
  return [
    (view.focal[0] * x) / z + view.centre[0] - pixel[0],
    (view.focal[1] * y) / z + view.centre[1] - pixel[1],
  ];
};

/** Sum of squared misses, px²; Infinity with a point behind the lens, or where a number is not finite. */
export const costOf = (view: View, sights: readonly Sight[]): number => {
  let sum = 0;
  for (const sight of sights) {
    const miss = missOf(view, sight);
    if (!miss) return Infinity;
    sum += miss[0] ** 2 + miss[1] ** 2;
  }
  return Number.isFinite(sum) ? sum : Infinity;
};

/**
 * Derivatives of both misses of one pair, in the order of the unknowns: log focal lengths, centre, a small turn of the
 * world as the projector sees it (rotation ← exp(turn)·rotation), translation.
 */
export const slopesOf = (view: View, { world }: Sight, free: Free): [number[], number[]] => {
  const turned = apply(view.rotation, world);
  const [x, y, z] = plus(turned, view.translation);
  const [fx, fy] = view.focal;
  const alongX: Vector = [fx / z, 0, (-fx * x) / (z * z)];
  const alongY: Vector = [0, fy / z, (-fy * y) / (z * z)];
  const [ofX, ofY] = focalSlopes(free, (fx * x) / z, (fy * y) / z);
  return [
    [...ofX, ...(free.centre ? [1, 0] : []), ...crossOf(turned, alongX), ...alongX],
    [...ofY, ...(free.centre ? [0, 1] : []), ...crossOf(turned, alongY), ...alongY],
  ];
};

const focalSlopes = ({ focal }: Free, x: number, y: number): [number[], number[]] => {
  switch (focal) {
    case 'none':
      return [[], []];
    case 'both':
      return [[x], [y]];
    case 'each':
      return [
        [x, 0],
        [0, y],
      ];
    case 'x':
      return [[x], [0]];
    case 'y':
      return [[0], [y]];
    default:
      return focal satisfies never;
  }
};
