import type { CompiledCue, CompiledShow } from '../show/compiled.ts';
import { nextBoundary } from './boundary.ts';
import type { Plan, Playback } from './plan.ts';
import { arrivesAt, constant, rampFrom } from './ramp.ts';

const STACK_CAP = 16;

/** Starts an overlay on top; what happens to one that still plays is the cue's rule (restart without a cue). */
export const startOverlay = (
  show: CompiledShow,
  plan: Plan,
  entry: { timeline: string; at: number; cue: CompiledCue | null },
  now: number,
): Plan => {
  const playing = plan.playbacks.filter(
    (one) => one.role === 'overlay' && !one.outgoing && one.timeline === entry.timeline,
  );
  const rule = entry.cue?.again ?? 'restart';
  if (rule === 'ignore' && playing.length > 0) return plan;
  const cap = rule === 'stack' ? Math.min(STACK_CAP, entry.cue?.cap ?? 1) : 1;
  const dropped = new Set(playing.slice(0, Math.max(0, playing.length + 1 - cap)).map((one) => one.id));
  const bare: Playback = {
    id: `overlay-${plan.nextPlayback}`,
    timeline: entry.timeline,
    role: 'overlay',
    anchor: { position: entry.at, clockAt: now, rate: 1, running: true },
    enteredAt: now,
    until: null,
    loop: loopOf(show, entry.timeline),
    holding: null,
    passThrough: null,
    section: null,
    chase: null,
    outgoing: false,
    paused: null,
    ended: false,
    envelope: constant(1),
    endsAt: null,
    cue: entry.cue?.id ?? null,
  };
  const fresh = { ...bare, until: nextBoundary(show, bare, entry.at) };
  return {
    ...plan,
    playbacks: [...plan.playbacks.filter((one) => !dropped.has(one.id)), fresh],
    nextPlayback: plan.nextPlayback + 1,
  };
};

/** No cue waits for its end, and no lap is the last. */
const loopOf = (show: CompiledShow, id: string): Playback['loop'] => {
  const timeline = show.timelines[id];
  return timeline?.loop ? { cue: '', from: 0, to: timeline.duration, times: null } : null;
};

/** Ends every overlay of a timeline over a fade. */
export const stopTimeline = (plan: Plan, timeline: string, fade: number, now: number): Plan => ({
  ...plan,
  playbacks: plan.playbacks
    .filter((one) => one.role !== 'overlay' || one.timeline !== timeline || fade > 0)
    .map((one) => (one.role === 'overlay' && one.timeline === timeline ? fadingOut(one, fade, now) : one)),
});

const fadingOut = (playback: Playback, fade: number, now: number): Playback => {
  const envelope = rampFrom(playback.envelope, 0, now, fade);
  return { ...playback, envelope, endsAt: Math.min(playback.endsAt ?? Infinity, arrivesAt(envelope)) };
};
