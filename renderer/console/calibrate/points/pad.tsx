import { useCallback, useEffect, useRef, useState } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import { useEscape } from '../../escape.ts';
import { useWords } from '../../use-link.ts';
import { arrowOf } from './nudge.ts';
import type { Nudger } from './nudge.ts';

/** Pixels (or centimetres) of one step; the finest is what a projector still shows. */
const STEPS = [10, 1, 0.1] as const;
/** CSS pixels from the middle to the rim that the knob's middle reaches. */
const RADIUS = 58;
const DEAD = 0.18;

/**
 * Deflection 0–1 → steps a second: two at first, so that a single step can be told, forty at the rim. Under the dead
 * zone nothing moves.
 */
export const stepRate = (deflection: number): number => {
  if (deflection < DEAD) return 0;
  const share = Math.min(1, (deflection - DEAD) / (1 - DEAD));
  return 2 + 38 * share ** 2;
};
const INSTANT = 1;

type Props = {
  nudger: Nudger;
  step: number;
  onStep: (step: number) => void;
  disabled: boolean;
  onNext: () => void;
  unit?: 'px' | 'cm';
  nextLabel?: string;
};

/** The thumb's way to move a point without looking: push, and let go. */
export const Pad = ({ nudger, step, onStep, disabled, onNext, unit = 'px', nextLabel }: Props) => {
  const t = useWords();
  return (
    <section className="pad">
      <fieldset className="steps">
        <legend>{t('stepSize')}</legend>
        {STEPS.map((each) => (
          <button key={each} type="button" aria-pressed={each === step} onClick={() => onStep(each)}>
            {`${each} ${unit}`}
          </button>
        ))}
      </fieldset>
      <Joystick key={String(disabled)} nudger={nudger} step={step} disabled={disabled} />
      <button type="button" className="thumb-next" onClick={onNext}>
        {nextLabel ?? `${t('nextPoint')} ›`}
      </button>
    </section>
  );
};

const Joystick = ({ nudger, step, disabled }: { nudger: Nudger; step: number; disabled: boolean }) => {
  const t = useWords();
  const [stick, setStick] = useState<Point | null>(null);
  const live = useRef({ stick, step, nudger });
  useEffect(() => {
    live.current = { stick, step, nudger };
  });
  const isHeld = stick !== null;
  useEffect(() => (isHeld ? pushing(live) : undefined), [isHeld]);
  const drop = useCallback(() => {
    nudger.drop();
    setStick(null);
  }, [nudger]);
  useEscape(isHeld, drop);
  // The line went while the thumb was on it: what it moved was never kept, and it begins anew with a new touch.
  useEffect(() => () => nudger.drop(), [nudger]);
  const place = (event: React.PointerEvent<HTMLElement>): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return clamped([
      (event.clientX - left - width / 2) / RADIUS,
      (event.clientY - top - height / 2) / RADIUS,
    ]);
  };
  const letGo = (): void => {
    if (!isHeld) return;
    nudger.rest();
    setStick(null);
  };
  const [x, y] = stick ?? [0, 0];
  return (
    <button
      type="button"
      className="joystick"
      aria-label={t('joystick')}
      disabled={disabled}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        const at = place(event);
        first(nudger, step, at);
        setStick(at);
      }}
      onPointerMove={(event) => isHeld && setStick(place(event))}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        const arrow = arrowOf(event.key);
        if (arrow) event.preventDefault();
      }}
    >
      <span className="knob" style={{ transform: `translate(${x * RADIUS}px, ${y * RADIUS}px)` }} />
      <span className="arrow up" aria-hidden="true">
        ▲
      </span>
      <span className="arrow down" aria-hidden="true">
        ▼
      </span>
      <span className="arrow left" aria-hidden="true">
        ◀
      </span>
      <span className="arrow right" aria-hidden="true">
        ▶
      </span>
    </button>
  );
};

const clamped = ([x, y]: Point): Point => {
  const length = Math.max(1, Math.hypot(x, y));
  return [x / length, y / length];
};
/** The way of a push: straight along an axis when it nearly is, so that a row stays a row. */
export const wayOf = ([x, y]: Point): Point => {
  const length = Math.hypot(x, y);
  if (length < DEAD) return [0, 0];
  if (Math.abs(y) < 0.38 * Math.abs(x)) return [Math.sign(x), 0];
  if (Math.abs(x) < 0.38 * Math.abs(y)) return [0, Math.sign(y)];
  return [x / length, y / length];
};
const first = (nudger: Nudger, step: number, at: Point): void => {
  const [x, y] = wayOf(at);
  if (x !== 0 || y !== 0) nudger.by([x * step, y * step]);
};

/** While the stick is held, whole steps at the rate of its deflection, counted on the frames’ own clock. */
const pushing = (
  live: React.RefObject<{ stick: Point | null; step: number; nudger: Nudger }>,
): (() => void) => {
  let last: number | null = null;
  let due = -INSTANT;
  let handle = requestAnimationFrame(function next(now) {
    const { stick, step, nudger } = live.current;
    const seconds = last === null ? 0 : Math.min(0.1, (now - last) / 1000);
    last = now;
    if (stick) {
      due += seconds * stepRate(Math.hypot(...stick));
      const steps = Math.floor(due);
      if (steps > 0) {
        due -= steps;
        const [x, y] = wayOf(stick);
        nudger.by([x * step * steps, y * step * steps]);
      }
    }
    handle = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(handle);
};
