import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { clockAt, steer, type ClockLine } from '../../../core/time/steer.ts';

const line = (over: Partial<ClockLine> = {}): ClockLine => ({ host: 0, show: 0, rate: 1, ...over });

describe('a clock that follows another', () => {
  it('is left alone where it is right', () => {
    expect(steer(line(), line(), 10)).toBeNull();
    expect(steer(line(), line({ show: 0.0001 }), 10)).toBeNull();
  });
  it('jumps to another place', () => {
    expect(steer(line(), line({ show: 30 }), 10)).toEqual({ host: 10, show: 40, rate: 1 });
  });
  it('takes a small difference out by its rate, without a jump', () => {
    const next = steer(line(), line({ show: 0.01 }), 10);
    expect(next?.show).toBe(10);
    expect(next?.rate).toBeCloseTo(1.005);
  });
  it('takes over a rate', () => {
    expect(steer(line(), line({ rate: 1.001, host: 10, show: 10 }), 10)?.rate).toBe(1.001);
  });
});

const near = fc.double({ min: -0.019, max: 0.019, noNaN: true });
const rates = fc.double({ min: 0.999, max: 1.001, noNaN: true });

test.prop([near, rates])('comes to the other clock within seconds and never runs back', (apart, rate) => {
  const wanted = line({ show: apart, rate });
  let own = line();
  let last = -Infinity;
  for (let step = 1; step <= 80; step += 1) {
    const now = step * 0.25;
    expect(clockAt(own, now)).toBeGreaterThan(last);
    last = clockAt(own, now);
    own = steer(own, wanted, now) ?? own;
  }
  expect(Math.abs(clockAt(own, 20) - clockAt(wanted, 20))).toBeLessThan(0.0005);
});
