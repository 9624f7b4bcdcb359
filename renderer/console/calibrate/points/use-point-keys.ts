import { useEffect, useRef, useState } from 'react';
import { isTextField } from '../../escape.ts';
import { createLive } from '../live.ts';
import { arrowOf, createNudger, keyStep, type Nudger } from './nudge.ts';
import type { Move } from './points-tool.ts';

/** A nudger that always begins with what is chosen now. */
export const useNudger = (begin: () => Move | null): Nudger => {
  const [latest] = useState(() => createLive(begin));
  useEffect(() => latest.set(begin));
  const [nudger] = useState(() => createNudger(() => latest.get()()));
  return nudger;
};

/**
 * Arrows move, N and Shift N go from point to point; a text field keeps its keys. `unit`: what an arrow without Shift or
 * Alt moves; y runs down.
 */
export const usePointKeys = (nudger: Nudger, step: (way: 1 | -1) => void, unit = 1): void => {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || isTextField(event.target)) return;
      if (event.key.toLowerCase() === 'n') return latest.current(event.shiftKey ? -1 : 1);
      const arrow = arrowOf(event.key);
      if (!arrow) return;
      event.preventDefault();
      const size = keyStep(event) * unit;
      nudger.by([arrow[0] * size, arrow[1] * size]);
    };
    const up = (event: KeyboardEvent): void => {
      if (arrowOf(event.key)) nudger.rest();
    };
    const rest = (): void => nudger.rest();
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', rest);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', rest);
      nudger.drop();
    };
  }, [nudger, unit]);
};
