import type { Playback } from './plan.ts';

/** A hold or an end stands so many seconds before its mark: what starts at the mark must not show. */
export const HOLD_BEFORE = 0.001;

/** Position without the loop's wrap: grows as long as the playback runs. */
export const rawPositionAt = ({ anchor }: Playback, now: number): number =>
  anchor.running ? anchor.position + (now - anchor.clockAt) * anchor.rate : anchor.position;

/** Wraps a raw position into [from, to). */
export const wrap = (raw: number, from: number, to: number): number => {
  const length = to - from;
  if (length <= 0 || raw < from) return raw;
  return from + ((raw - from) % length);
};

/** Position on the timeline's axis, seconds, in [0, duration). */
export const positionAt = (playback: Playback, now: number, duration: number): number => {
  const raw = rawPositionAt(playback, now);
  const at = playback.loop ? wrap(raw, playback.loop.from, playback.loop.to) : raw;
  return Math.min(Math.max(0, at), Math.max(0, duration - HOLD_BEFORE));
};

/** Clock time at which a running playback's raw position reaches `position`. */
export const clockOf = ({ anchor }: Playback, position: number): number =>
  anchor.clockAt + (position - anchor.position) / anchor.rate;

/** The same playback, re-anchored at a clock time. */
export const anchored = (playback: Playback, now: number, position: number, running: boolean): Playback => ({
  ...playback,
  anchor: { ...playback.anchor, position, clockAt: now, running },
});

/** No longer on a timecode, whose line may lie before the start and run at any speed: from where it is, at its own. */
export const offTimecode = (playback: Playback): Playback =>
  playback.chase === null
    ? playback
    : {
        ...playback,
        chase: null,
        anchor: { ...playback.anchor, position: Math.max(0, playback.anchor.position), rate: 1 },
      };
