import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { createPointers } from '../../calibrate/board/pointers.ts';
import { createLive } from '../../calibrate/live.ts';
import { isTextField } from '../../escape.ts';
import { fitted, kept } from './sight.ts';
import type { SightDesk } from './use-sight.ts';

/**
 * The hand on the picture: the wheel zooms at the pointer (Shift or sideways: moves), the middle button or Space and a drag
 * move, fingers move and pinch, a double click shows all again, keys do the same while the picture has the focus. A mere tap on Space is the page's own: it
 * plays.
 */
type Hand = { desk: SightDesk; onTap: () => void };
/** Turned by so much, a wheel zooms by e; a pinch on a pad comes as a small turn with Ctrl. */
const WHEEL = 400;
const PINCH = 100;
/** A press of an arrow, pixels; Shift takes five times as much. */
const STEP = 40;
const FAST = 5;
const ZOOM = 1.25;

const KEYS: Readonly<Record<string, (desk: SightDesk, step: number) => void>> = {
  ArrowLeft: (desk, step) => desk.pan(step, 0),
  ArrowRight: (desk, step) => desk.pan(-step, 0),
  ArrowUp: (desk, step) => desk.pan(0, step),
  ArrowDown: (desk, step) => desk.pan(0, -step),
  '+': (desk) => desk.zoom(ZOOM),
  '=': (desk) => desk.zoom(ZOOM),
  '-': (desk) => desk.zoom(1 / ZOOM),
  '0': (desk) => desk.whole(),
  Home: (desk) => desk.whole(),
  '1': (desk) => desk.actual(),
};
const isWithModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey;
const isHeld = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[role="button"], [data-held]') !== null;

export const useHand = (frame: RefObject<HTMLDivElement | null>, isOn: boolean, hand: Hand): void => {
  const [now] = useState(() => createLive(hand));
  useLayoutEffect(() => now.set(hand));
  useEffect(() => {
    const element = frame.current;
    if (!element || !isOn) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    const pointers = createPointers({
      view: () => now.get().desk.sight.view,
      setView: (view) => {
        const { desk } = now.get();
        const { canvas, room } = desk.sight;
        const next = kept(view, canvas, room);
        desk.put(next);
        // The next move of this very hand may come before the page has drawn again.
        now.set({ ...now.get(), desk: { ...desk, sight: { ...desk.sight, view: next } } });
      },
      fitted: () => fitted(now.get().desk.sight.canvas, now.get().desk.sight.room).scale,
      tool: () => () => null,
      onDrag: () => undefined,
    });
    const space = holdSpace(element, signal, () => now.get().onTap());
    const inputOf = (event: PointerEvent, isPan: boolean) => {
      const { left, top } = element.getBoundingClientRect();
      return {
        id: event.pointerId,
        at: [event.clientX - left, event.clientY - top] as const,
        isTouch: event.pointerType === 'touch',
        isPan,
        shift: event.shiftKey,
        alt: event.altKey,
      };
    };
    const down = (event: PointerEvent): void => {
      const isTouch = event.pointerType === 'touch';
      const isPan = !isTouch && (event.button === 1 || (event.button === 0 && space.isDown()));
      if (!isPan && (!isTouch || isHeld(event))) return;
      event.preventDefault();
      event.stopPropagation();
      element.setPointerCapture?.(event.pointerId);
      space.use();
      if (isPan) element.dataset['hand'] = 'closed';
      pointers.down(inputOf(event, isPan));
    };
    const up = (event: PointerEvent): void => {
      pointers.up(event.pointerId);
      space.show();
    };
    // First of all: with Space down a handle below the pointer stays where it is.
    element.addEventListener('pointerdown', down, { signal, capture: true });
    // The middle button would else start the browser's own scrolling.
    element.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), {
      signal,
    });
    element.addEventListener('pointermove', (event) => pointers.move(inputOf(event, false)), { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', pointers.cancel, { signal });
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const { desk } = now.get();
      const { left, top } = element.getBoundingClientRect();
      const at = [event.clientX - left, event.clientY - top] as const;
      if (event.shiftKey) desk.pan(-(event.deltaX || event.deltaY), 0);
      else desk.zoom(Math.exp(-event.deltaY / (event.ctrlKey ? PINCH : WHEEL)), at);
    };
    element.addEventListener('wheel', turn, { signal, passive: false });
    const press = (event: KeyboardEvent): void => {
      const act = KEYS[event.key];
      // A handle's arrows are its own.
      if (!act || isWithModifier(event) || !(event.target instanceof HTMLCanvasElement)) return;
      event.preventDefault();
      event.stopPropagation();
      act(now.get().desk, STEP * (event.shiftKey ? FAST : 1));
    };
    element.addEventListener('keydown', press, { signal });
    const again = (event: MouseEvent): void => {
      if (event.target instanceof HTMLCanvasElement) now.get().desk.whole();
    };
    element.addEventListener('dblclick', again, { signal });
    return () => ended.abort();
  }, [frame, isOn, now]);
};

/** Space over the picture is a hand as long as it is down. */
const holdSpace = (element: HTMLElement, signal: AbortSignal, onTap: () => void) => {
  let [isOver, isDown, isUsed] = [false, false, false];
  const show = (): void => {
    if (isDown) element.dataset['hand'] = 'open';
    else delete element.dataset['hand'];
  };
  const leave = (): void => {
    isDown = false;
    show();
  };
  element.addEventListener('pointerenter', () => (isOver = true), { signal });
  element.addEventListener('pointerleave', () => (isOver = false), { signal });
  window.addEventListener('blur', leave, { signal });
  const down = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || !(isOver || isDown) || isWithModifier(event) || isTextField(event.target))
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.repeat) return;
    [isDown, isUsed] = [true, false];
    show();
  };
  const up = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || !isDown) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
    if (!isUsed) onTap();
  };
  window.addEventListener('keydown', down, { signal, capture: true });
  window.addEventListener('keyup', up, { signal, capture: true });
  return {
    isDown: () => isDown,
    /** It moved the picture: letting go does not play. */
    use: () => {
      isUsed = true;
    },
    show,
  };
};
