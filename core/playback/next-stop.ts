import type { CompiledShow } from '../show/compiled.ts';
import { advance, nextEventAt } from './advance.ts';
import { mainOf } from './fire.ts';
import type { Plan, Playback } from './plan.ts';

/** Where main will next stand, loop or end, if nobody touches it. */
export type NextStop = {
  kind: 'hold' | 'loop' | 'end';
  /** Cue that waits there; null at an end. */
  cue: string | null;
  /** Seconds from now; 0 while it stands there already. */
  seconds: number;
};

const MOST_STEPS = 2000;

const standing = (main: Playback): Omit<NextStop, 'seconds'> | null => {
  if (main.holding) return { kind: 'hold', cue: main.holding.cue };
  if (main.loop) return { kind: 'loop', cue: main.loop.cue };
  return main.ended ? { kind: 'end', cue: null } : null;
};

/** Follows the plan's own future; null when nothing plays, or it is paused, or no stop comes within 2000 events. */
export const nextStop = (show: CompiledShow, plan: Plan, now: number): NextStop | null => {
  let future = advance(show, plan, now).plan;
  let at = now;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const main = mainOf(future);
    if (!main) return null;
    const stop = standing(main);
    if (stop) return { ...stop, seconds: Math.max(0, at - now) };
    const next = nextEventAt(show, future);
    if (main.paused !== null || next === null) return null;
    at = next;
    future = advance(show, future, next).plan;
  }
  return null;
};
