import { useEffect, useState, type RefObject } from 'react';
import type { Point } from '../../../../core/show/keys-edit/place-edit.ts';

/** The mouse over the picture, CSS pixels of its room, once a frame; null: elsewhere, or a finger. */
export const usePointer = (frame: RefObject<HTMLDivElement | null>): Point | null => {
  const [place, setPlace] = useState<Point | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    let handle = 0;
    const move = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return;
      const { left, top } = element.getBoundingClientRect();
      const next = { x: event.clientX - left, y: event.clientY - top };
      cancelAnimationFrame(handle);
      handle = requestAnimationFrame(() => setPlace(next));
    };
    const leave = (): void => {
      cancelAnimationFrame(handle);
      setPlace(null);
    };
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    return () => {
      cancelAnimationFrame(handle);
      ended.abort();
    };
  }, [frame]);
  return place;
};
