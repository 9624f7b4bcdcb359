import type { CompiledShow } from '../show/compiled.ts';
import { advance } from './advance.ts';
import type { Plan, Playback } from './plan.ts';
import { showOf } from './outgoing.ts';
import { positionAt } from './position.ts';
import { levelAt } from './ramp.ts';

export type ResolvedPlayback = {
  playback: Playback;
  /** Seconds on the timeline. */
  position: number;
  /** Seconds since its entry on the show clock. */
  free: number;
  /** Cross-fade weight or overlay level, 0–1. */
  weight: number;
};
export type Resolved = { plan: Plan; now: number; playbacks: ResolvedPlayback[] };

/** A page asks for rising times of one plan: going on from the last answer gives the same and costs nothing. */
const latest = new WeakMap<Plan, { show: CompiledShow; at: number; plan: Plan }>();

const carried = (show: CompiledShow, plan: Plan, now: number): Plan => {
  const known = latest.get(plan);
  const from = known && known.show === show && known.at <= now ? known.plan : plan;
  const result = advance(show, from, now).plan;
  latest.set(plan, { show, at: now, plan: result });
  return result;
};

/** The plan at a clock time: pure, the same in host, outputs and sound. Before `effectiveAt` it reads backwards. */
export const resolve = (show: CompiledShow, plan: Plan, now: number): Resolved => {
  const at = carried(show, plan, now);
  const playbacks = at.playbacks.map((playback) => ({
    playback,
    position: positionAt(
      playback,
      now,
      showOf(show, plan, playback).timelines[playback.timeline]?.duration ?? 0,
    ),
    free: Math.max(0, now - playback.enteredAt),
    weight: levelAt(playback.envelope, now),
  }));
  return { plan: at, now, playbacks };
};

/** The plan in force at a clock time: the last whose `effectiveAt` has come; null before the first. */
export const planAt = (plans: readonly Plan[], now: number): Plan | null =>
  plans.findLast((plan) => plan.effectiveAt <= now) ?? null;

/** Factor of the picture in linear light. */
export const lightAt = (plan: Plan, now: number): number =>
  levelAt(plan.master, now) *
  (1 - levelAt(plan.blackout, now)) *
  (1 - levelAt(plan.panic.level, now)) *
  (plan.stopping ? levelAt(plan.stopping, now) : 1);

/** Factor of the sound: panic, stop and the sound's own level, not master nor blackout. */
export const soundLevelAt = (plan: Plan, now: number): number =>
  (1 - levelAt(plan.panic.level, now)) *
  (plan.stopping ? levelAt(plan.stopping, now) : 1) *
  levelAt(plan.sound.level, now);
