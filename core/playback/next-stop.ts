import type { CompiledShow } from '../show/compiled.ts';
import { advance, nextEventAt } from './advance.ts';
import { mainOf } from './fire.ts';
import { clockOf } from './position.ts';
import type { Plan, Playback } from './plan.ts';

/** Where main will next stand, loop or end, if nobody touches it. */
export type NextStop = {
  kind: 'hold' | 'loop' | 'end';
  /** Cue that waits there; null at an end. */
  cue: string | null;
  /** Seconds from now; 0 while it stands there already. */
  seconds: number;
};

/** Events that are looked ahead, unless the asker keeps the answer and can wait for more. */
const MOST_STEPS = 200;

const standing = (main: Playback): Omit<NextStop, 'seconds'> | null => {
  if (main.holding) return { kind: 'hold', cue: main.holding.cue };
  if (main.loop) return { kind: 'loop', cue: main.loop.cue };
  return main.ended ? { kind: 'end', cue: null } : null;
};

/** Follows the plan's own future; null when nothing plays, or it is paused, or no stop comes within so many events. */
export const nextStop = (
  show: CompiledShow,
  plan: Plan,
  now: number,
  mostSteps = MOST_STEPS,
): NextStop | null => {
  let future = advance(show, plan, now).plan;
  let at = now;
  for (let step = 0; step < mostSteps; step += 1) {
    const main = mainOf(future);
    if (!main) return null;
    const stop = standing(main);
    if (stop) return { ...stop, seconds: Math.max(0, at - now) };
    // A rehearsed section turns over as a loop does.
    if (main.until?.what.kind === 'section' && main.anchor.running)
      return { kind: 'loop', cue: main.section?.cue ?? null, seconds: clockOf(main, main.until.at) - now };
    const next = nextEventAt(show, future);
    if (main.paused !== null || next === null) return null;
    at = next;
    future = advance(show, future, next).plan;
  }
  return null;
};
