import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FOLLOW,
  LEADING,
  LED,
  OFF_SPEED,
  isInTune,
  steer,
  type Steering,
} from '../../../renderer/audio/steer.ts';

/** A clock that runs `slope` seconds a second of the device, for so long; @returns error and rate over time. */
const chased = (slope: number, seconds: number, error = 0, { loose } = LED) => {
  let steering: Steering = { rate: 1, isSteering: false };
  let off = error;
  const rates: number[] = [];
  const errors: number[] = [];
  for (let at = 0; at < seconds; at += 0.05) {
    steering = steer(steering, 1, slope, off, loose);
    off += 0.05 * (slope - steering.rate);
    rates.push(steering.rate);
    errors.push(off);
  }
  return { rates, errors };
};

describe('keeping to a clock that is not the device’s', () => {
  it('plays at its own speed, to the digit, while sound and clock agree', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.0045, max: 0.0045, noNaN: true }),
        fc.double({ min: 0.9995, max: 1.0005, noNaN: true }),
        (error, slope) => {
          expect(steer({ rate: 1, isSteering: false }, 1, slope, error, LED.loose).rate).toBe(1);
        },
      ),
    );
  });
  it('follows a clock within ±0.45 % without coming near a new cue, at a speed that settles', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.9955, max: 1.0045, noNaN: true }), (slope) => {
        const { errors, rates } = chased(slope, 60);
        expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.012);
        expect(Math.max(...rates.map((rate) => Math.abs(rate - 1)))).toBeLessThanOrEqual(OFF_SPEED + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
  it('makes 25 ms good and then lets go', () => {
    const { errors, rates } = chased(1, 40, 0.025);
    expect(Math.abs(errors.at(-1) ?? 1)).toBeLessThan(0.002);
    expect(rates.at(-1)).toBe(1);
  });
  it('leaves what it leads alone up to 20 ms, and mends more', () => {
    expect(chased(1, 5, 0.019, LEADING).rates.every((rate) => rate === 1)).toBe(true);
    expect(Math.abs(chased(1, 40, 0.03, LEADING).errors.at(-1) ?? 1)).toBeLessThan(0.002);
  });
  it('can’t follow a clock that is further off: the error grows to where it is cued again', () => {
    expect(Math.max(...chased(1.008, 20).errors)).toBeGreaterThan(FOLLOW);
  });
  it('knows what is in tune', () => {
    expect([0.995, 1, 1.005].map(isInTune)).toEqual([true, true, true]);
    expect([-1, 0, 0.99, 1.006].map(isInTune)).toEqual([false, false, false, false]);
  });
});
