import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { estimateOffset, keepSample, type OffsetSample } from '../../../core/time/offset.ts';

const offset = 1234.5;
/** Out takes `out` seconds, back `back`. */
const sample = (sentAt: number, out: number, back: number): OffsetSample => ({
  sentAt,
  receivedAt: sentAt + out + back,
  host: sentAt + out + offset,
});

describe('estimateOffset', () => {
  it('knows nothing from nothing', () => expect(estimateOffset([], 0)).toBeNull());
  it('is exact when both ways take the same time', () => {
    expect(estimateOffset([sample(1, 0.01, 0.01)], 1.02)?.offset).toBeCloseTo(offset, 9);
  });
  it('trusts the shortest round trip', () => {
    const samples = [sample(1, 0.2, 0.01), sample(2, 0.0001, 0.0001), sample(3, 0.01, 0.4)];
    expect(Math.abs((estimateOffset(samples, 3.5)?.offset ?? 0) - offset)).toBeLessThan(1e-9);
  });
  it('doubts an old one: after a minute a fresh one that is 4 ms worse wins', () => {
    const samples = [{ ...sample(0, 0.001, 0.001), host: 0.001 + offset - 0.005 }, sample(60, 0.004, 0.004)];
    expect(estimateOffset(samples, 60.008)?.offset).toBeCloseTo(offset, 9);
  });
  test.prop([
    fc.array(
      fc.record({
        out: fc.double({ min: 0, max: 0.5, noNaN: true }),
        back: fc.double({ min: 0, max: 0.5, noNaN: true }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
  ])('is never more wrong than it says, whatever the delays', (delays) => {
    const samples = delays.map(({ out, back }, index) => sample(index, out, back));
    const found = estimateOffset(samples, delays.length + 1);
    expect(Math.abs((found?.offset ?? Infinity) - offset)).toBeLessThanOrEqual((found?.error ?? 0) + 1e-9);
  });
});
describe('keepSample', () => {
  it('drops what is older than the window', () => {
    expect(
      keepSample([sample(0, 0, 0), sample(8, 0, 0)], sample(12, 0, 0), 10).map(({ sentAt }) => sentAt),
    ).toEqual([8, 12]);
  });
  it('takes no round trip that ends before it begins', () => {
    expect(keepSample([], { sentAt: 2, receivedAt: 1, host: 5 }, 10)).toEqual([]);
  });
});
