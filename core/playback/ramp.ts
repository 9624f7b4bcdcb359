import type { Ramp } from './plan.ts';

export const constant = (level: number): Ramp => ({ from: level, to: level, startAt: 0, duration: 0 });

/** Level of a ramp at a clock time: straight between its ends, 0–1. */
export const levelAt = (ramp: Ramp, now: number): number => {
  if (now >= ramp.startAt + ramp.duration) return ramp.to;
  if (now <= ramp.startAt) return ramp.from;
  return ramp.from + ((ramp.to - ramp.from) * (now - ramp.startAt)) / ramp.duration;
};

/** A ramp that leaves from wherever the old one is, so that a fade taken over by another never steps. */
export const rampFrom = (ramp: Ramp, to: number, now: number, duration: number): Ramp => ({
  from: duration > 0 ? levelAt(ramp, now) : to,
  to,
  startAt: now,
  duration: Math.max(0, duration),
});

export const arrivesAt = (ramp: Ramp): number => ramp.startAt + ramp.duration;
