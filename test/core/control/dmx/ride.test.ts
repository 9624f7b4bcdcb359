import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import {
  notMet,
  pickUp,
  shareOf,
  switchOf,
  toleranceOf,
  valueOf,
} from '../../../../core/control/dmx/ride.ts';

/** From levels to values, and who has them in hand. */
const levels = Uint8Array.of(128, 255, 0, 255, 255);
const slot = { channel: 1, wide: 8 as const, curve: 'linear' as const, range: [0, 1] as const };

it('reads 8 and 16 bits, curves and ranges', () => {
  expect(shareOf({ channel: 2, wide: 8 }, levels)).toBe(1);
  expect(shareOf({ channel: 1, wide: 16 }, levels)).toBeCloseTo((128 * 256 + 255) / 65_535, 12);
  expect(shareOf({ channel: 4, wide: 16 }, levels)).toBe(1);
  expect(valueOf({ ...slot, range: [10, 20] }, levels)).toBeCloseTo(10 + (10 * 128) / 255, 12);
  expect(valueOf({ ...slot, channel: 2, range: [5, -5] }, levels)).toBe(-5);
  expect(valueOf({ ...slot, curve: 'square' }, levels)).toBeCloseTo((128 / 255) ** 2, 12);
  for (const curve of ['linear', 'square', 's'] as const) {
    expect(valueOf({ ...slot, curve, channel: 2 }, levels)).toBe(1);
    expect(valueOf({ ...slot, curve, channel: 3 }, levels)).toBe(0);
  }
});

const met = (values: readonly number[], present: number) => {
  let pickup = notMet;
  return values.map((value) => (pickup = pickUp(pickup, value, present, toleranceOf(slot))).hasMet);
};
it('a fader takes over once it has met or crossed the present value', () => {
  expect(met([0, 0.2, 0.5, 0.79, 0.8, 0.3], 0.8)).toEqual([false, false, false, false, true, true]);
  expect(met([0, 0.5, 0.9], 0.8)).toEqual([false, false, true]);
  expect(met([1, 0.9, 0.1], 0.8)).toEqual([false, false, true]);
  expect(met([0.8], 0.8)).toEqual([true]);
});

test.prop([
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
])('while it has not met it, all its places lie on one side, farther away than a step', (values, present) => {
  met(values, present).forEach((hasMet, at) => {
    if (hasMet) return;
    const sides = new Set(values.slice(0, at + 1).map((value) => value > present));
    expect(sides.size).toBe(1);
    for (const value of values.slice(0, at + 1)) expect(Math.abs(value - present)).toBeGreaterThan(1 / 255);
  });
});

it('a switch has a dead band', () => {
  expect([0.4, 0.47, 0.5, 0.6].map((share) => switchOf(share, false))).toEqual([false, false, true, true]);
  expect([0.6, 0.5, 0.47, 0.4].map((share) => switchOf(share, true))).toEqual([true, true, true, false]);
});
