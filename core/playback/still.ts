import type { CompiledShow } from '../show/compiled.ts';
import { emptyPlan } from './engine.ts';
import { startMain } from './fire.ts';
import { HOLD_BEFORE } from './position.ts';
import type { Plan } from './plan.ts';

/**
 * A plan whose main playback stands at a position as if it had run there from 0 without a stop: what a still, a golden
 * image and a film's frame draw. Clock time 0 is the position; `free` equals the position.
 */
export const planForStill = (show: CompiledShow, timeline: string, position: number): Plan => {
  const duration = show.timelines[timeline]?.duration ?? 0;
  const at = Math.min(Math.max(0, position), Math.max(0, duration - HOLD_BEFORE));
  const plan = startMain(
    show,
    { ...emptyPlan(show, 0), standby: null },
    { timeline, position: at, cue: null, fade: 0, running: false },
    0,
  );
  return { ...plan, playbacks: plan.playbacks.map((one) => ({ ...one, enteredAt: -at })) };
};
