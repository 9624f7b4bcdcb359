import { useCallback, useMemo, useState, type RefObject } from 'react';
import { useRoom } from '../../calibrate/board/use-board.ts';
import type { BoardView, Place, Room } from '../../calibrate/board/view-box.ts';
import { atScale, closer, fitted, moved, percentOf, type Sight } from './sight.ts';

/** Where this page looks at the canvas. What nobody has zoomed is seen whole, also when the room changes its size. */
export type SightDesk = {
  sight: Sight;
  /** Of the show's own pixels. */
  percent: number;
  isWhole: boolean;
  put(view: BoardView): void;
  zoom(factor: number, at?: Place): void;
  pan(x: number, y: number): void;
  whole(): void;
  /** 100 %. */
  actual(): void;
};

export const useSight = (
  frame: RefObject<HTMLDivElement | null>,
  { width, height, density }: Room & { density: number },
  /** Pixels around a canvas that is seen whole. */
  margin: number,
): SightDesk => {
  const room = useRoom(frame);
  const [own, put] = useState<BoardView | null>(null);
  const sight = useMemo((): Sight => {
    const canvas = { width, height };
    return { canvas, room, view: own ?? fitted(canvas, room, margin) };
  }, [width, height, room, own, margin]);
  const change = useCallback(
    (next: (now: Sight) => BoardView) =>
      put((was) => {
        const canvas = { width, height };
        return next({ canvas, room, view: was ?? fitted(canvas, room, margin) });
      }),
    [width, height, room, margin],
  );
  return useMemo(
    () => ({
      sight,
      percent: percentOf(sight, density),
      isWhole: own === null,
      put,
      zoom: (factor, at) => change((now) => closer(now, factor, at)),
      pan: (x, y) => change((now) => moved(now, { x, y })),
      whole: () => put(null),
      actual: () => change((now) => atScale(now, density)),
    }),
    [sight, density, own, change],
  );
};
