import { isInside } from '../rig/geometry.ts';
import type { Point } from '../rig/geometry.ts';
import type { FacadeElement } from './model.ts';
import { flattenPath } from './path.ts';

/** A corner of an outline that a person finds again on the building. */
export type OutlineCorner = {
  at: Point;
  /** A place just inside the element there. */
  inside: Point;
};

/** Fine enough that a curve turns by less than a corner from piece to piece. */
const TOLERANCE = 0.002;
/** Metres on both sides of a corner that are straight, and radians that it turns by at least. */
const STRAIGHT = 0.12;
const TURN = 0.45;
const INWARD = 0.03;

/** Drawn metres. An outline that is no path has none. */
export const outlineCorners = ({ outline }: FacadeElement): OutlineCorner[] => {
  const lines = flattenPath(outline, TOLERANCE);
  return lines.ok ? lines.value.flatMap(({ points }) => ringCorners(points)) : [];
};

const ringCorners = (ring: readonly Point[]): OutlineCorner[] =>
  ring.flatMap((at, i) => {
    const before = wayTo(at, ring[(i + ring.length - 1) % ring.length]!);
    const after = wayTo(at, ring[(i + 1) % ring.length]!);
    if (before.length < STRAIGHT || after.length < STRAIGHT) return [];
    const turn = Math.PI - Math.acos(Math.min(1, Math.max(-1, before.x * after.x + before.y * after.y)));
    if (turn < TURN || turn > Math.PI - 0.05) return [];
    const size = Math.hypot(before.x + after.x, before.y + after.y);
    const step = (way: 1 | -1): Point => [
      at[0] + (way * INWARD * (before.x + after.x)) / size,
      at[1] + (way * INWARD * (before.y + after.y)) / size,
    ];
    return [{ at, inside: isInside(step(1), ring) ? step(1) : step(-1) }];
  });

const wayTo = (from: Point, to: Point): { x: number; y: number; length: number } => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return { x: (to[0] - from[0]) / length, y: (to[1] - from[1]) / length, length };
};
