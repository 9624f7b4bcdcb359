import { cholesky, multiply, solveCholesky } from './dense.ts';
import { costOf, missOf, slopesOf } from './pose-view.ts';
import type { Free, Sight, View } from './pose-view.ts';
import { plus, rotationOf } from './rotation.ts';
import type { Vector } from './rotation.ts';

/**
 * Levenberg–Marquardt with Marquardt’s scaling (D. Marquardt, 1963): the view nearby whose squared misses are least.
 */
export type Refined = { view: View; cost: number; isConverged: boolean };
const MOST_STEPS = 120;
/** A step that lowers the cost by less than this part of it ends the search. */
const ENOUGH = 1e-13;

export const refine = (start: View, sights: readonly Sight[], free: Free, most = MOST_STEPS): Refined => {
  let at: Refined = { view: start, cost: costOf(start, sights), isConverged: false };
  if (!Number.isFinite(at.cost)) return at;
  let damping = 1e-3;
  for (let step = 0; step < most && !at.isConverged && damping < 1e12; step++) {
    const { normal, slope } = normalEquations(at.view, sights, free);
    const moved = tryStep(at.view, sights, free, normal, slope, damping);
    if (!moved || moved.cost > at.cost) {
      damping *= 4;
      continue;
    }
    const isEnough = at.cost - moved.cost <= ENOUGH * at.cost + 1e-18;
    at = { ...moved, isConverged: isEnough };
    damping = Math.max(1e-12, damping / 8);
  }
  return { ...at, isConverged: at.isConverged || damping >= 1e12 };
};

export type Normal = { normal: number[][]; slope: number[] };
/** JᵀJ and Jᵀ·miss over all pairs. */
export const normalEquations = (view: View, sights: readonly Sight[], free: Free): Normal => {
  const rows = sights.map((sight) => slopesOf(view, sight, free));
  const n = rows[0]?.[0].length ?? 0;
  const normal = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
  const slope = Array.from({ length: n }, () => 0);
  sights.forEach((sight, i) => {
    const miss = missOf(view, sight) ?? [0, 0];
    rows[i]!.forEach((row, axis) => addRow(normal, slope, row, miss[axis as 0 | 1]));
  });
  return { normal, slope };
};
const addRow = (normal: number[][], slope: number[], row: number[], miss: number): void => {
  for (let i = 0; i < row.length; i++) {
    slope[i]! += row[i]! * miss;
    for (let j = 0; j < row.length; j++) normal[i]![j]! += row[i]! * row[j]!;
  }
};

const tryStep = (
  view: View,
  sights: readonly Sight[],
  free: Free,
  normal: number[][],
  slope: number[],
  damping: number,
): { view: View; cost: number } | null => {
  const damped = normal.map((row, i) => row.map((value, j) => (i === j ? value * (1 + damping) : value)));
  const lower = cholesky(damped);
  if (!lower) return null;
  const moved = moveBy(
    view,
    solveCholesky(lower, slope).map((value) => -value),
    free,
  );
  return { view: moved, cost: costOf(moved, sights) };
};

/** Unknowns in the order of `slopesOf`. */
const moveBy = (view: View, by: number[], { focal, centre }: Free): View => {
  const rest = [...by];
  const growth = { none: 0, both: 1, x: 1, y: 1, each: 2 }[focal];
  const [a = 0, b = 0] = rest.splice(0, growth);
  const [dx = 0, dy = 0] = centre ? rest.splice(0, 2) : [];
  const turn: Vector = [rest[0]!, rest[1]!, rest[2]!];
  const shift: Vector = [rest[3]!, rest[4]!, rest[5]!];
  const x = focal === 'y' ? 0 : a;
  const y = focal === 'each' ? b : focal === 'x' ? 0 : a;
  return {
    focal: [view.focal[0] * Math.exp(x), view.focal[1] * Math.exp(y)],
    centre: [view.centre[0] + dx, view.centre[1] + dy],
    rotation: multiply(rotationOf(turn), view.rotation),
    translation: plus(view.translation, shift),
  };
};
