import type { Point } from '../../../../core/rig/geometry.ts';
import type { Drag, Press, Tool } from '../board/pointers.ts';
import { insideLasso, nearestPoint } from '../../../../core/rig/warp-select.ts';
import { toggled } from './selection.ts';

/** One hand movement of some points: seen at once, kept or dropped at its end. */
export interface Move {
  /** From where it began, units of the board. */
  by(delta: Point): void;
  keep(): void;
  drop(): void;
}
export type PointsHand = {
  points: readonly Point[];
  selection: readonly number[];
  select(points: readonly number[]): void;
  begin(points: readonly number[]): Move | null;
  /** A finger on empty ground draws a lasso in place of moving the view. */
  isLasso: boolean;
  showLasso(outline: readonly Point[] | null): void;
};

/**
 * Press on a point: choose and drag it, or all that are chosen when it is one of them; with Shift it joins or leaves.
 * Press beside: a lasso (mouse, or when it is switched on), which chooses what lies inside; a mere click chooses none.
 */
export const pointsTool =
  (hand: PointsHand): Tool =>
  (press) => {
    const hit = nearestPoint(hand.points, press.at, press.reach * press.unit);
    if (hit === null) return press.isTouch && !hand.isLasso ? null : lassoOf(hand, press);
    if (press.shift) {
      hand.select(toggled(hand.selection, hit));
      return NOTHING;
    }
    const moved = hand.selection.includes(hit) ? hand.selection : [hit];
    if (moved !== hand.selection) hand.select(moved);
    return dragOf(hand, moved, press);
  };

const NOTHING: Drag = { move: () => undefined, end: () => undefined, cancel: () => undefined };
/** CSS pixels that a hand may tremble before a press becomes a drag; a thumb trembles more. */
const tremble = (press: Press): number => (press.isTouch ? 8 : 3) * press.unit;

/** By difference, never to the pointer: a thumb that covers the point does not make it jump. */
const dragOf = (hand: PointsHand, points: readonly number[], start: Press): Drag => {
  let move: Move | null = null;
  let isOver = false;
  return {
    move(press) {
      const delta: Point = [press.at[0] - start.at[0], press.at[1] - start.at[1]];
      if (!move && Math.hypot(...delta) < tremble(start)) return;
      if (!move && !isOver) move = hand.begin(points);
      isOver = move === null;
      move?.by(delta);
    },
    end: () => move?.keep(),
    cancel: () => move?.drop(),
  };
};

const lassoOf = (hand: PointsHand, start: Press): Drag => {
  const outline: Point[] = [start.at];
  return {
    move(press) {
      outline.push(press.at);
      hand.showLasso([...outline]);
    },
    end() {
      hand.showLasso(null);
      const inside = insideLasso(hand.points, outline);
      const isClick = outline.every(
        ([x, y]) => Math.hypot(x - start.at[0], y - start.at[1]) < tremble(start),
      );
      const found = isClick ? [] : inside;
      hand.select(start.shift ? [...new Set([...hand.selection, ...found])] : found);
    },
    cancel: () => hand.showLasso(null),
  };
};
