import type { Point } from './geometry.ts';

/** How far places are pulled, metres: a displacement and its slopes, known inside a box. */
export type Field = {
  box: Box;
  /** Into `out`: dx, dy, ∂dx/∂x, ∂dy/∂x, ∂dx/∂y, ∂dy/∂y at a place of the box. */
  at(x: number, y: number, out: Float64Array): void;
};
export type Box = { left: number; bottom: number; right: number; top: number };

/** Beyond its box a field stays what it is at the nearest edge, so that nothing runs away where nobody measured. */
const fieldAt = ({ box, at }: Field, [x, y]: Point, out: Float64Array): void => {
  const nearX = Math.min(box.right, Math.max(box.left, x));
  const nearY = Math.min(box.top, Math.max(box.bottom, y));
  at(nearX, nearY, out);
  if (nearX !== x) out[2] = out[3] = 0;
  if (nearY !== y) out[4] = out[5] = 0;
};

const found = new Float64Array(6);

/** Where a place is pulled to. */
export const pulled = (field: Field, p: Point): Point => {
  fieldAt(field, p, found);
  return [p[0] + found[0]!, p[1] + found[1]!];
};
/** How the field turns and stretches there: the Jacobian’s determinant; ≤ 0 where it folds. */
export const stretchAt = (field: Field, p: Point): number => {
  fieldAt(field, p, found);
  return (1 + found[2]!) * (1 + found[5]!) - found[3]! * found[4]!;
};

/** Metres. */
const NEAR_ENOUGH = 1e-6;
const MOST_STEPS = 30;
const LEAST_STRETCH = 0.05;

/** The place that is pulled to `target`: Newton’s method, damped; where the field folds, the best place found. */
export const pulledFrom = (field: Field, target: Point): Point => {
  let p: Point = [target[0], target[1]];
  let error = Infinity;
  let step: Point = [0, 0];
  for (let i = 0, damping = 1; i < MOST_STEPS && damping > 1e-3; i++) {
    const next: Point = [p[0] - damping * step[0], p[1] - damping * step[1]];
    fieldAt(field, next, found);
    const [x, y] = [next[0] + found[0]! - target[0], next[1] + found[1]! - target[1]];
    const length = Math.hypot(x, y);
    if (!(length < error)) {
      damping /= 2;
      continue;
    }
    [p, error, damping] = [next, length, 1];
    if (error < NEAR_ENOUGH) break;
    step = newtonStep(x, y);
  }
  return p;
};
const newtonStep = (x: number, y: number): Point => {
  const [a, c, b, d] = [1 + found[2]!, found[3]!, found[4]!, 1 + found[5]!];
  const stretch = a * d - b * c;
  return stretch < LEAST_STRETCH ? [x, y] : [(d * x - b * y) / stretch, (a * y - c * x) / stretch];
};
