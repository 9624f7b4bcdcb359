import { advance, command } from '../../core/playback/engine.ts';
import { frameAt, planAt } from '../../core/playback/frame-at.ts';
import type { Frame } from '../../core/playback/frame.ts';
import { taken } from '../../core/playback/take.ts';
import type { Plan } from '../../core/playback/plan.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';

/** Seconds. */
const LOOK_AHEAD = 2;

/**
 * What a page should have loaded by now: the frame a moment ahead, and the first one after a GO, computed by the very
 * engine that will answer it, so that even the keys of its layers are right.
 */
export const upcoming = (
  show: CompiledShow,
  plans: readonly Plan[],
  now: number,
  incoming: CompiledShow | null = null,
): Frame[] => {
  const plan = planAt(plans, now);
  if (!plan) return [];
  const later = planAt(plans, now + LOOK_AHEAD) ?? plan;
  const frames = [frameAt(show, later, now + LOOK_AHEAD)];
  const go = command(show, plan, { verb: 'go', args: {}, sender: 'look-ahead' }, now);
  if (go.ok) frames.push(frameAt(show, go.value.plan, now));
  if (incoming) frames.push(afterTake(show, incoming, plan, now));
  return frames;
};

/** What a take brings, without what it leaves: that is on the wall. */
const afterTake = (show: CompiledShow, incoming: CompiledShow, plan: Plan, now: number): Frame => {
  const next = taken(show, incoming, advance(show, plan, now).plan, now, 1);
  return frameAt(incoming, { ...next, playbacks: next.playbacks.filter(({ outgoing }) => !outgoing) }, now);
};
