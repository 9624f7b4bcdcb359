import { useCallback, useRef, useState } from 'react';
import type { Path } from '../../../core/station/form-value.ts';
import { useEscape } from '../escape.ts';
import { useForm } from './form-context.ts';

/** A stop dragged along its run, as a number is by its name: seen at once, said once; far off the run it goes. */
type Options = { path: Path; remove: (index: number) => void };
type Press = { index: number; x: number; y: number; from: number; width: number; to: number | null };
const STILL = 3;
const OFF = 36;

export const useRunDrag = ({ path, remove }: Options) => {
  const { hand, isReadOnly, change } = useForm();
  const press = useRef<Press | null>(null);
  const [dragged, setDragged] = useState<{ index: number; isOff: boolean } | null>(null);
  const leave = useRef<() => void>(() => undefined);
  const cancel = useCallback(() => leave.current(), []);
  useEscape(dragged !== null, cancel);
  const show = (index: number, at: number): void => {
    if (hand) hand.show([...path, index, 'at'], at);
  };
  return {
    leaving: dragged?.isOff === true ? dragged.index : null,
    handlers: (index: number, at: number) => ({
      onPointerDown(event: React.PointerEvent): void {
        if (event.button !== 0 || isReadOnly) return;
        const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
        press.current = { index, x: event.clientX, y: event.clientY, from: at, width, to: null };
        event.currentTarget.setPointerCapture?.(event.pointerId);
        leave.current = () => {
          press.current = null;
          setDragged(null);
          show(index, at);
          hand?.drop();
        };
      },
      onPointerMove(event: React.PointerEvent): void {
        const { current } = press;
        if (!current || current.width === 0) return;
        const [dx, dy] = [event.clientX - current.x, event.clientY - current.y];
        if (current.to === null && Math.hypot(dx, dy) <= STILL) return;
        const to = Number(Math.min(1, Math.max(0, current.from + dx / current.width)).toFixed(3));
        press.current = { ...current, to };
        setDragged({ index, isOff: Math.abs(dy) > OFF });
        show(index, to);
      },
      onPointerUp(event: React.PointerEvent): void {
        const { current } = press;
        press.current = null;
        setDragged(null);
        if (!current || current.to === null) return;
        if (Math.abs(event.clientY - current.y) > OFF) {
          hand?.drop();
          remove(index);
        } else if (hand) hand.keep();
        else change([...path, index, 'at'], current.to);
      },
      onPointerCancel: cancel,
    }),
  };
};
