/**
 * How a clock that follows another keeps to it: a straight line each, `show = show0 + (host − host0) · rate`, over one
 * machine clock. A small difference is taken out by the rate, so that no picture jumps; a large one is a jump.
 */
export type ClockLine = { host: number; show: number; rate: number };

/** Seconds: beyond it a difference is no drift but another place. */
const farOff = 0.02;
/** Seconds: below it nothing is done; a measurement is no better. */
const close = 0.0002;
/** Seconds in which a small difference is taken out. */
const within = 2;

export const clockAt = ({ host, show, rate }: ClockLine, at: number): number => show + (at - host) * rate;

/** `own` as it runs, `wanted` as it should, at the machine's `now`. null: leave it. */
export const steer = (own: ClockLine, wanted: ClockLine, now: number): ClockLine | null => {
  const [has, should] = [clockAt(own, now), clockAt(wanted, now)];
  const apart = should - has;
  if (Math.abs(apart) > farOff) return { host: now, show: should, rate: wanted.rate };
  const rate = Math.abs(apart) < close ? wanted.rate : wanted.rate + apart / within;
  return rate === own.rate ? null : { host: now, show: has, rate };
};
