import type { Point } from './geometry.ts';
import type { ControlGrid } from './warp-grid.ts';

/** How a movement of some points of a grid takes others along. Units are the points’ own. */
export type MoveOptions = {
  /** The movement of the chosen points; y as the points’ y. */
  by: Point;
  /** Points within this distance of a chosen one follow, less with distance; null: none does. */
  radius: number | null;
  /** Points that mirror the chosen ones in the grid move as a mirror would show it. */
  symmetry: Symmetry;
};
export type Symmetry = 'none' | 'left-right' | 'top-bottom' | 'both';
type Lattice = Pick<ControlGrid, 'columns' | 'rows'>;
type Mirror = { flipX: boolean; flipY: boolean };

const mirrorsOf = (symmetry: Symmetry): Mirror[] => {
  const itself = { flipX: false, flipY: false };
  switch (symmetry) {
    case 'none':
      return [itself];
    case 'left-right':
      return [itself, { flipX: true, flipY: false }];
    case 'top-bottom':
      return [itself, { flipX: false, flipY: true }];
    case 'both':
      return [
        itself,
        { flipX: true, flipY: false },
        { flipX: false, flipY: true },
        { flipX: true, flipY: true },
      ];
    default:
      return symmetry satisfies never;
  }
};
const mirrored = ({ columns, rows }: Lattice, index: number, { flipX, flipY }: Mirror): number => {
  const [i, j] = [index % columns, Math.floor(index / columns)];
  return (flipY ? rows - 1 - j : j) * columns + (flipX ? columns - 1 - i : i);
};

/** The chosen points and their mirror images. */
export const withMirrors = (lattice: Lattice, selection: readonly number[], symmetry: Symmetry): number[] => {
  const all = mirrorsOf(symmetry).flatMap((mirror) =>
    selection.map((index) => mirrored(lattice, index, mirror)),
  );
  return [...new Set(all)].sort((a, b) => a - b);
};

/**
 * The grid’s points after the movement. A point that several mirrors reach (on the axis, or chosen on both sides) takes
 * their mean, so that what is symmetric stays so: a column on the axis moves up and down only.
 */
export const movedPoints = (
  grid: Lattice & Pick<ControlGrid, 'points'>,
  selection: readonly number[],
  { by, radius, symmetry }: MoveOptions,
): Point[] => {
  const pulls = mirrorsOf(symmetry).map((mirror) => ({
    by: [mirror.flipX ? -by[0] : by[0], mirror.flipY ? -by[1] : by[1]] as const,
    hands: new Set(selection.map((index) => mirrored(grid, index, mirror))),
  }));
  return grid.points.map((p, index) => {
    const holds = pulls.filter(({ hands }) => hands.has(index));
    if (holds.length > 0)
      return shifted(
        p,
        holds.map((hold) => ({ ...hold, share: 1 })),
      );
    if (radius === null) return p;
    const near = pulls.map((pull) => ({
      ...pull,
      share: shareOf(nearest(p, grid.points, pull.hands) / radius),
    }));
    return shifted(p, near);
  });
};

/** The mean of the pulls by their shares, as far as the strongest pulls. */
const shifted = (p: Point, pulls: readonly { by: Point; share: number }[]): Point => {
  const strongest = Math.max(...pulls.map(({ share }) => share));
  const sum = pulls.reduce((all, { share }) => all + share, 0);
  if (sum === 0) return p;
  const along = (axis: 0 | 1): number =>
    (pulls.reduce((all, { by, share }) => all + by[axis] * share, 0) / sum) * strongest;
  return [p[0] + along(0), p[1] + along(1)];
};
const nearest = (p: Point, points: readonly Point[], hands: ReadonlySet<number>): number => {
  let least = Infinity;
  for (const index of hands) {
    const hand = points[index];
    if (hand) least = Math.min(least, Math.hypot(hand[0] - p[0], hand[1] - p[1]));
  }
  return least;
};
/** 1 at the hand, 0 from the radius on, level at both. */
const shareOf = (distance: number): number => {
  const x = Math.max(0, 1 - distance);
  return x * x * (3 - 2 * x);
};
