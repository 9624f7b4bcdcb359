import type { Point } from '../../../../core/rig/geometry.ts';
import type { Tool } from '../board/pointers.ts';
import type { Move } from '../points/points-tool.ts';

type Put = (cross: [number, number] | null) => void;

/** The cross-hair on the output is a mark, not an edit: it is simply where it was put. */
export const crossMove = ([x, y]: Point, put: Put): Move => ({
  by: ([dx, dy]) => put([x + dx, y + dy]),
  keep: () => undefined,
  drop: () => put([x, y]),
});

/** Dragged by difference from anywhere on the picture: the thumb never covers it. */
export const crossTool =
  (cross: Point, put: Put): Tool =>
  (start) => {
    const move = crossMove(cross, put);
    return {
      move: ({ at }) => move.by([at[0] - start.at[0], at[1] - start.at[1]]),
      end: move.keep,
      cancel: move.drop,
    };
  };
