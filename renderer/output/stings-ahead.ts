import { command } from '../../core/playback/engine.ts';
import { frameAt, planAt } from '../../core/playback/frame-at.ts';
import type { Frame } from '../../core/playback/frame.ts';
import type { Plan, Playback } from '../../core/playback/plan.ts';
import type { CompiledCue, CompiledShow } from '../../core/show/compiled.ts';

/** Later than a clip's start by less than a frame: there it is on, however numbers are rounded. */
const JUST_AFTER = 1e-4;

/**
 * What cues without a place would show, which may be fired at any moment: one cue a call, round and round. The engine
 * that will answer the press says which variant is next and what the keys of its layers are.
 */
export const createStingsAhead = () => {
  let turn = 0;
  return (show: CompiledShow, plans: readonly Plan[], now: number): Frame[] => {
    const stings = show.cues.filter(({ at, disarmed }) => at === null && !disarmed);
    const cue = stings[turn % Math.max(1, stings.length)];
    turn += 1;
    const plan = planAt(plans, now);
    return plan && cue ? framesOf(show, plan, cue, now) : [];
  };
};

/** A frame for each start of a clip of what the cue starts, without what plays already. */
const framesOf = (show: CompiledShow, plan: Plan, cue: CompiledCue, now: number): Frame[] => {
  const args = { cue: cue.number };
  const fired = command(show, plan, { verb: 'cue/go', args, sender: 'look-ahead' }, now);
  if (!fired.ok) return [];
  const known = new Set(plan.playbacks.map(({ id }) => id));
  const started = fired.value.plan.playbacks.filter(({ id }) => !known.has(id));
  return started.flatMap((playback) =>
    startsOf(show, playback).map((wait) =>
      frameAt(show, { ...fired.value.plan, playbacks: [playback] }, now + wait + JUST_AFTER),
    ),
  );
};

/** Seconds after its start at which a clip of a playback's timeline comes on. */
const startsOf = (show: CompiledShow, { timeline, anchor }: Playback): number[] => {
  const tracks = show.timelines[timeline]?.tracks ?? [];
  const waits = tracks.flatMap(({ starts }) =>
    [...starts].map((start) => Math.max(0, start - anchor.position)),
  );
  return [...new Set(waits)];
};
