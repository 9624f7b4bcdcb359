import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createShowClock } from '../../../main/host/clock.ts';
import { createFakeMachine } from './fake-machine.ts';

const setUp = () => {
  const fake = createFakeMachine();
  return { ...fake, clock: createShowClock(5, fake.machine) };
};

describe('the show clock', () => {
  it('starts where it is told and runs with the machine', () => {
    const { clock, advance } = setUp();
    expect(clock.now()).toBe(5);
    advance(2);
    expect(clock.now()).toBe(7);
  });
  test.prop([
    fc.array(
      fc.record({
        rate: fc.double({ min: 0.98, max: 1.02, noNaN: true }),
        seconds: fc.double({ min: 0, max: 100, noNaN: true }),
      }),
    ),
  ])('never jumps and never runs back, whatever rates it is given', (steps) => {
    const { clock, advance } = setUp();
    for (const { rate, seconds } of steps) {
      const before = clock.now();
      clock.setRate(rate, 'sound');
      expect(Math.abs(clock.now() - before)).toBeLessThan(1e-9);
      advance(seconds);
      expect(Math.abs(clock.now() - before - seconds)).toBeLessThanOrEqual(seconds * 0.01 + 1e-9);
    }
  });
  it.each([0, 0.98, 1.02, NaN, Infinity, -1])('takes no rate of %d', (rate) => {
    const { clock } = setUp();
    expect(clock.setRate(rate, 'sound')).toBe(false);
    expect(clock.map()).toMatchObject({ rate: 1, source: 'machine' });
  });
  it('tells of a change once', () => {
    const { clock } = setUp();
    const told: number[] = [];
    clock.onChange(({ rate }) => told.push(rate));
    clock.setRate(1.001, 'sound');
    clock.setRate(1.001, 'sound');
    expect(told).toEqual([1.001]);
  });
});

describe('timers', () => {
  it('fire at their show time, never before it, with the time that was asked for', () => {
    const { clock, advance } = setUp();
    const fired: [number, number][] = [];
    clock.setRate(0.995, 'sound');
    clock.at(8, (at) => fired.push([at, clock.now()]));
    advance(2.9);
    expect(fired).toEqual([]);
    advance(0.2);
    expect(fired).toHaveLength(1);
    expect(fired[0]?.[0]).toBe(8);
    expect(fired[0]?.[1]).toBeGreaterThanOrEqual(8);
    expect(fired[0]?.[1]).toBeLessThan(8.002);
  });
  it('can be called off, one by one and all together', () => {
    const { clock, advance, pending } = setUp();
    const fired: string[] = [];
    clock.after(10, () => fired.push('kept'));
    clock.after(10, () => fired.push('off'))();
    clock.every(10, () => fired.push('tick'))();
    advance(0.05);
    expect(fired).toEqual(['kept']);
    clock.every(10, () => undefined);
    clock.dispose();
    expect(pending()).toBe(0);
  });
  it('waits for what is a year away', () => {
    const { clock, advance } = setUp();
    let fired = false;
    clock.at(400 * 86_400, () => (fired = true));
    advance(399 * 86_400);
    expect(fired).toBe(false);
    advance(2 * 86_400);
    expect(fired).toBe(true);
  });
});
