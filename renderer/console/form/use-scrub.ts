import { useCallback, useRef, useState } from 'react';
import { dragStep, fittedNumber, type NumberShape } from '../../../core/station/reckon.ts';
import type { Path } from '../../../core/station/form-value.ts';
import { useEscape } from '../escape.ts';
import { useForm } from './form-context.ts';

/**
 * A number dragged by its name: seen at once, said once, when it is let go; Esc leaves it as it was. Shift goes ten times
 * as far, Alt or Ctrl a tenth; either may be pressed on the way and nothing jumps. Numbers that differ are dragged by a
 * difference, "+=0.5", which each of them takes as far as it goes.
 */
type Press = { x: number; from: number; raw: number; isFar: boolean };
const STILL = 3;
const COARSE = 10;
const FINE = 0.1;

const difference = (by: number): string => `${by < 0 ? '-' : '+'}=${Math.abs(by)}`;

export const useScrub = (shape: NumberShape, path: Path, value: unknown, isNumber: boolean) => {
  const { hand, isReadOnly, isMixed } = useForm();
  const press = useRef<Press | null>(null);
  const wasDragged = useRef(false);
  const [isScrubbing, setScrubbing] = useState(false);
  const isApart = isMixed(path) && typeof value !== 'number';
  const start = typeof value === 'number' ? value : isApart ? 0 : null;
  const canScrub = isNumber && hand !== null && !isReadOnly && start !== null;
  const leave = useRef<() => void>(() => undefined);
  const end = useCallback(() => leave.current(), []);
  useEscape(isScrubbing, end);
  const put = (to: number): void => hand?.show(path, isApart ? difference(to) : to);
  return {
    canScrub,
    isScrubbing,
    handlers: canScrub
      ? {
          onPointerDown(event: React.PointerEvent): void {
            wasDragged.current = false;
            if (event.button !== 0) return;
            press.current = { x: event.clientX, from: start, raw: start, isFar: false };
            event.currentTarget.setPointerCapture?.(event.pointerId);
            const { current } = press;
            leave.current = () => {
              press.current = null;
              setScrubbing(false);
              put(current.from);
              hand?.drop();
            };
          },
          onPointerMove(event: React.PointerEvent): void {
            const { current } = press;
            if (!current) return;
            const by = event.clientX - current.x;
            if (!current.isFar && Math.abs(by) <= STILL) return;
            const factor = (event.shiftKey ? COARSE : 1) * (event.altKey || event.ctrlKey ? FINE : 1);
            const raw = current.raw + by * dragStep(shape, current.from) * factor;
            // Behind a limit the hand needs no way back.
            const shown = fittedNumber(isApart ? { ...shape, min: null, max: null } : shape, raw);
            press.current = {
              ...current,
              x: event.clientX,
              raw: shape.isWhole && Math.abs(shown - raw) < 1 ? raw : shown,
              isFar: true,
            };
            wasDragged.current = true;
            setScrubbing(true);
            put(shown);
          },
          onPointerUp(): void {
            const { current } = press;
            press.current = null;
            setScrubbing(false);
            if (current?.isFar) hand?.keep();
          },
          onPointerCancel: end,
          onClick(event: React.MouseEvent): void {
            // The press that ends a drag is not one on the name, which would go into the field.
            if (wasDragged.current) event.preventDefault();
          },
        }
      : {},
  };
};
