import { useEffect, type RefObject } from 'react';
import type { GazeDesk } from './use-gaze.ts';

/** Radians a pixel of a drag, and a press of an arrow; Shift takes five times as much. */
const DRAG = 0.004;
const STEP = 0.05;
const FAST = 5;
const ZOOM = 1.15;

type Hands = Pick<GazeDesk, 'orbit' | 'zoom' | 'reset'>;
const KEYS: Readonly<Record<string, (hands: Hands, step: number) => void>> = {
  ArrowLeft: ({ orbit }, step) => orbit(-step, 0),
  ArrowRight: ({ orbit }, step) => orbit(step, 0),
  ArrowUp: ({ orbit }, step) => orbit(0, step),
  ArrowDown: ({ orbit }, step) => orbit(0, -step),
  '+': ({ zoom }) => zoom(ZOOM),
  '=': ({ zoom }) => zoom(ZOOM),
  '-': ({ zoom }) => zoom(1 / ZOOM),
  Home: ({ reset }) => reset(),
};

/** Drag, wheel and keys on the picture; they stay there, since the page's own arrows move its playhead. */
export const useOrbit = (
  canvas: RefObject<HTMLCanvasElement | null>,
  isOn: boolean,
  { orbit, zoom, reset }: Hands,
): void => {
  useEffect(() => {
    const element = canvas.current;
    if (!isOn || !element) return undefined;
    const hands = { orbit, zoom, reset };
    const ended = new AbortController();
    const { signal } = ended;
    const drag = (event: PointerEvent): void => {
      // The building follows the hand: to the right shows more of its left.
      if (event.buttons === 1) orbit(-event.movementX * DRAG, event.movementY * DRAG);
    };
    element.addEventListener('pointermove', drag, { signal });
    element.addEventListener('pointerdown', (event) => element.setPointerCapture(event.pointerId), {
      signal,
    });
    element.addEventListener('dblclick', reset, { signal });
    const turnWheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoom(ZOOM ** (-event.deltaY / 100));
    };
    element.addEventListener('wheel', turnWheel, { signal, passive: false });
    const press = (event: KeyboardEvent): void => {
      const act = KEYS[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      act(hands, STEP * (event.shiftKey ? FAST : 1));
    };
    element.addEventListener('keydown', press, { signal });
    return () => ended.abort();
  }, [canvas, isOn, orbit, zoom, reset]);
};
