import type { Point } from '../../../../core/rig/geometry.ts';
import type { Move } from './points-tool.ts';

/** Arrow keys and joystick: many small steps are one movement, kept when the hand rests. */
export interface Nudger {
  by(delta: Point): void;
  /** The key or the stick was let go. */
  rest(): void;
  /** Esc, or the line was lost: it never was. */
  drop(): void;
  isMoving(): boolean;
}

export const createNudger = (begin: () => Move | null): Nudger => {
  let move: Move | null = null;
  let sum: Point = [0, 0];
  const end = (): Move | null => {
    const ended = move;
    move = null;
    sum = [0, 0];
    return ended;
  };
  return {
    by([dx, dy]) {
      move ??= begin();
      if (!move) return;
      sum = [sum[0] + dx, sum[1] + dy];
      move.by(sum);
    },
    rest: () => end()?.keep(),
    drop: () => end()?.drop(),
    isMoving: () => move !== null,
  };
};

/** 0.1 with Alt, 10 with Shift, else 1. */
export const keyStep = ({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }): number =>
  altKey ? 0.1 : shiftKey ? 10 : 1;
const ARROWS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
export const arrowOf = (key: string): Point | null =>
  Object.hasOwn(ARROWS, key) ? (ARROWS[key] ?? null) : null;
