import { cholesky, solveCholesky } from './dense.ts';
import type { Matrix } from './dense.ts';
import { normalEquations } from './pose-refine.ts';
import { unknownsOf } from './pose-view.ts';
import type { Free, Sight, View } from './pose-view.ts';

/** How well the pairs hold a view: one standard deviation each, 0 for what is locked. */
export type Sureness = {
  /** Of the focal length, as a part of it. */
  focal: number;
  /** Of the principal point, pixels. */
  centre: number;
  /** Of the lens’s place, metres. */
  position: number;
};
/** A technician’s cross-hair is no better than this, however well few pairs fit. */
const PICK_PX = 0.5;

/**
 * Covariance s²·(JᵀJ)⁻¹ at the solution, s² from the misses. Null where the pairs do not hold it at all.
 */
export const surenessOf = (
  view: View,
  sights: readonly Sight[],
  free: Free,
  cost: number,
): Sureness | null => {
  const { normal } = normalEquations(view, sights, free);
  const variance = Math.max(PICK_PX ** 2, cost / Math.max(1, 2 * sights.length - unknownsOf(free)));
  const spread = diagonalOfInverse(normal);
  if (!spread) return null;
  const sigma = spread.map((value) => Math.sqrt(value * variance));
  const focals = unknownsOf({ ...free, centre: false }) - 6;
  const at = (from: number, count: number): number => Math.hypot(...sigma.slice(from, from + count));
  return {
    focal: Math.max(0, ...sigma.slice(0, focals)),
    centre: free.centre ? at(focals, 2) : 0,
    position: at(sigma.length - 3, 3),
  };
};

/** Scaled to a unit diagonal first: radians, metres and pixels differ by many powers of ten. */
const diagonalOfInverse = (normal: Matrix): number[] | null => {
  const scale = normal.map((row, i) => 1 / Math.sqrt(row[i]!));
  const lower = cholesky(normal.map((row, i) => row.map((value, j) => value * scale[i]! * scale[j]!)));
  if (!lower || lower.some((row, i) => row[i]! < 1e-7)) return null;
  return normal.map((_, i) => {
    const column = solveCholesky(
      lower,
      normal.map((_row, j) => (i === j ? 1 : 0)),
    );
    return column[i]! * scale[i]! ** 2;
  });
};
