import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { Live } from '../live.ts';
import type { PointerInput, Pointers } from './pointers.ts';
import { zoomAt, type BoardView, type Room } from './view-box.ts';

/** The board's ties to the browser: its size, its pointers and its wheel. */
type Frame = RefObject<HTMLDivElement | null>;
/** A page that has no size yet (or a test without layout) draws as if it had this one. */
const UNKNOWN: Room = { width: 800, height: 450 };
/** Turned by so much, a wheel zooms by e. */
const WHEEL = 400;

export const useRoom = (frame: Frame): Room => {
  const [room, setRoom] = useState(UNKNOWN);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setRoom({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return room;
};

const inputOf = (frame: HTMLElement, event: PointerEvent): PointerInput => {
  const { left, top } = frame.getBoundingClientRect();
  return {
    id: event.pointerId,
    at: [event.clientX - left, event.clientY - top],
    isTouch: event.pointerType === 'touch',
    isPan: event.pointerType === 'mouse' && event.button > 0,
    shift: event.shiftKey,
    alt: event.altKey,
  };
};
const isOnDrawing = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('svg') !== null;

export const usePointers = (frame: Frame, pointers: Pointers): void => {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const down = (event: PointerEvent): void => {
      if (!isOnDrawing(event)) return;
      element.setPointerCapture?.(event.pointerId);
      pointers.down(inputOf(element, event));
    };
    const move = (event: PointerEvent): void => pointers.move(inputOf(element, event));
    const up = (event: PointerEvent): void => pointers.up(event.pointerId);
    const menu = (event: Event): void => event.preventDefault();
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', pointers.cancel);
    element.addEventListener('contextmenu', menu);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', pointers.cancel);
      element.removeEventListener('contextmenu', menu);
    };
  }, [frame, pointers]);
};

/** Not passive: the page itself must not scroll or zoom under the board. */
export const useWheel = (
  frame: Frame,
  now: Live<{ view: BoardView; fitted: number }>,
  setView: (view: BoardView) => void,
): void => {
  useEffect(() => {
    const element = frame.current;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = element?.getBoundingClientRect() ?? { left: 0, top: 0 };
      const { view, fitted } = now.get();
      const at = [event.clientX - left, event.clientY - top] as const;
      setView(zoomAt(view, at, Math.exp(-event.deltaY / WHEEL), fitted));
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [frame, now, setView]);
};
