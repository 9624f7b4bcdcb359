import { nextStop, type NextStop } from '../../../../core/playback/next-stop.ts';
import type { Plan, Playback } from '../../../../core/playback/plan.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';

/**
 * The next stop is looked for once for a main that nothing has touched and not at each frame: it may lie behind hundreds
 * of cues. `at` is a clock time; of a main that is paused `left` stands still.
 */
export type KnownStop = {
  stop: { what: NextStop['kind']; at: number; cue: string | null } | null;
  left: number;
};
const MOST_STEPS = 2000;
const stops = new WeakMap<Playback, KnownStop & { show: CompiledShow }>();

export const knownStop = (show: CompiledShow, main: Playback, plan: Plan, now: number): KnownStop => {
  const known = stops.get(main);
  if (known?.show === show) return known;
  const stop = nextStop(show, plan, now, MOST_STEPS);
  const found = {
    show,
    stop: stop && { what: stop.kind, at: now + stop.seconds, cue: stop.cue },
    left: stop?.seconds ?? 0,
  };
  stops.set(main, found);
  return found;
};
