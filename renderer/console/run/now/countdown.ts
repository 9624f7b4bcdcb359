import { mainOf } from '../../../../core/playback/fire.ts';
import type { Plan, Playback } from '../../../../core/playback/plan.ts';
import { arrivesAt } from '../../../../core/playback/ramp.ts';
import { clockOf, rawPositionAt } from '../../../../core/playback/position.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import type { Frame } from '../ticker.ts';
import { knownStop } from './known-stop.ts';

/**
 * What the great digits count down to. `hold`, `loop`, `end`: main gets there by itself. `lap`: a loop that waits for
 * GO turns over; `laps`: one that goes on by itself does. `goes`: a hold with a maximum runs out. `armed`: a GO waits
 * for its beat or bar. `wait`: nothing plays yet, and a cue counts down.
 * `cut`, `stopped`: a panic or a stop fades.
 */
export type Countdown = {
  what: 'hold' | 'loop' | 'end' | 'lap' | 'laps' | 'goes' | 'armed' | 'wait' | 'cut' | 'stopped';
  /** Seconds from the frame's time. */
  left: number;
  /** Cue id. */
  cue: string | null;
};
type At = { what: Countdown['what']; at: number; cue: string | null };

/** Which lap of its loop it is in, from 1. */
export const lapOf = (main: Playback, now: number): number => {
  if (!main.loop) return 0;
  const length = main.loop.to - main.loop.from;
  return length <= 0 ? 1 : Math.floor((rawPositionAt(main, now) - main.loop.from) / length + 1e-9) + 1;
};

const lapEnd = (main: Playback, now: number): At | null => {
  const { loop, until } = main;
  if (!loop) return null;
  if (loop.times !== null && until) return { what: 'laps', at: clockOf(main, until.at), cue: loop.cue };
  const end = loop.from + lapOf(main, now) * (loop.to - loop.from);
  return { what: 'lap', at: clockOf(main, end), cue: loop.cue };
};

/** As if it ran on at this very moment: how long is left when a pause is over. */
const resumed = (plan: Plan, main: Playback, now: number): Plan => ({
  ...plan,
  playbacks: plan.playbacks.map((one) =>
    one === main ? { ...main, paused: null, anchor: { ...main.anchor, running: true, clockAt: now } } : one,
  ),
});

/** The cue that fires first by itself; one that stands still has the same left at every moment. */
const waitOf = (plan: Plan, now: number): At | null => {
  const [first] = waitsIn(plan, now);
  return first ? { what: 'wait', at: now + first.left, cue: first.cue } : null;
};

const targetOf = (show: CompiledShow, plan: Plan, now: number): At | null => {
  const main = mainOf(plan);
  if (plan.panic.state === 'fading') return { what: 'cut', at: arrivesAt(plan.panic.level), cue: null };
  if (plan.stopping) return { what: 'stopped', at: arrivesAt(plan.stopping), cue: null };
  if (plan.armed) return { what: 'armed', at: plan.armed.at, cue: plan.armed.cue };
  if (!main || main.ended) return waitOf(plan, now);
  if (main.holding) {
    const { since, max, cue } = main.holding;
    return max === null || main.paused !== null ? null : { what: 'goes', at: since + max, cue };
  }
  if (main.paused !== null) {
    const later = resumed(plan, main, now);
    const running = mainOf(later);
    if (running?.loop) return lapEnd(running, now);
    const { stop, left } = knownStop(show, main, later, now);
    return stop && { ...stop, at: now + left };
  }
  return main.loop ? lapEnd(main, now) : knownStop(show, main, plan, now).stop;
};

/** Pre-waits, continues and follows on the show clock, the next one first. */
export const waitsIn = (plan: Plan, now: number): { cue: string; left: number; isHeld: boolean }[] =>
  plan.waiting
    .map(({ cue, at, heldAt }) => ({ cue, left: Math.max(0, at - (heldAt ?? now)), isHeld: heldAt !== null }))
    .toSorted((a, b) => a.left - b.left);

export const countdownOf = ({ show, resolved: { plan, now } }: Frame): Countdown | null => {
  const target = targetOf(show, plan, now);
  return target && { what: target.what, left: Math.max(0, target.at - now), cue: target.cue };
};
