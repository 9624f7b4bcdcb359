import { useCallback, useRef, useState } from 'react';
import { dragStep, fittedNumber, type NumberShape } from '../../../core/station/reckon.ts';
import type { Path } from '../../../core/station/form-value.ts';
import { useEscape } from '../escape.ts';
import { useForm } from './form-context.ts';

/**
 * A number dragged by its name: seen at once, said once, when it is let go; Esc leaves it as it was. Shift goes ten times
 * as far, Alt or Ctrl a tenth; either may be pressed on the way and nothing jumps.
 */
type Press = { x: number; from: number; raw: number; isFar: boolean };
const STILL = 3;
const COARSE = 10;
const FINE = 0.1;

/** `step` null: one that fits the field. */
export const useScrub = (shape: NumberShape, path: Path, value: unknown) => {
  const { hand, isReadOnly } = useForm();
  const press = useRef<Press | null>(null);
  const wasDragged = useRef(false);
  const [isScrubbing, setScrubbing] = useState(false);
  const canScrub = hand !== null && !isReadOnly && typeof value === 'number';
  const leave = useRef<() => void>(() => undefined);
  const end = useCallback(() => leave.current(), []);
  useEscape(isScrubbing, end);
  const put = (to: number): void => hand?.show(path, to);
  return {
    canScrub,
    isScrubbing,
    handlers: canScrub
      ? {
          onPointerDown(event: React.PointerEvent): void {
            wasDragged.current = false;
            if (event.button !== 0) return;
            press.current = { x: event.clientX, from: value, raw: value, isFar: false };
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
            const shown = fittedNumber(shape, raw);
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
