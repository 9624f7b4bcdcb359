/**
 * How a voice keeps to the show clock (DESIGN §5, chase). While sound leads the clock it plays at its own speed, to the
 * last sample; when the clock belongs to something else (timecode, another machine), it plays up to 0.5 % faster or
 * slower, which is not heard, and what that can't mend is cued again. Pure.
 */
export type Steering = {
  /** Seconds of the file a second of the device. */
  rate: number;
  isSteering: boolean;
};

/** The most by which a speed may be off and still be in tune. */
export const OFF_SPEED = 0.005;
export const isInTune = (rate: number): boolean => Math.abs(rate - 1) <= OFF_SPEED + 1e-9;
/** Seconds: where steering begins, and beyond which a voice is cued again. */
type Patience = { loose: number; follow: number };
export const FOLLOW = 0.03;
/** The clock is another's: what is off is really off. */
export const LED: Patience = { loose: 0.005, follow: FOLLOW };
/** Sound leads, or nothing does: what is off by some milliseconds is what the page does not know yet of its device. */
export const LEADING: Patience = { loose: 0.02, follow: 0.04 };
/** Seconds: where steering may end. */
const TIGHT = 0.001;
/** A difference of pace that is left alone until it adds up: no two quartzes agree. */
const QUARTZ = 1e-3;
/** Seconds in which an error is made good, and the steps in which a speed changes. */
const CATCH_UP = 2;
const STEP = 5e-5;

/**
 * `own`: the speed that the plan gives; `slope`: show clock seconds a second of the device; `error`: seconds of the file
 * by which the voice is behind where it should be.
 */
export const steer = (now: Steering, own: number, slope: number, error: number, loose: number): Steering => {
  const isOnPace = Math.abs(slope - 1) < QUARTZ;
  const isSteering = !isOnPace || Math.abs(error) > (now.isSteering ? TIGHT : loose);
  if (!isSteering) return { rate: own, isSteering };
  const wanted = own * slope + error / CATCH_UP;
  const rate = Math.round(wanted / STEP) * STEP;
  return { rate: Math.min(1 + OFF_SPEED, Math.max(1 - OFF_SPEED, rate)), isSteering };
};
