import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareCueNumbers, cueNumberBetween, normaliseCueNumber } from '../../../core/show/cue-number.ts';

it.each([
  [null, null, '1'],
  ['7', null, '8'],
  ['7.5', null, '8'],
  [null, '1', '0.5'],
  ['12', '13', '12.5'],
  ['12.5', '13', '12.7'],
  ['12.5', '12.6', '12.55'],
  ['9', '11', '10'],
  ['1.0001', '1.0002', null],
])('between %s and %s: %s', (before, after, between) => {
  expect(cueNumberBetween(before, after)).toBe(between);
});

const number = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, fraction]) => normaliseCueNumber(`${whole}.${String(fraction).padStart(4, '0')}`));

it('lies between, for any two numbers that have room', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [low, high] = [a, b].sort(compareCueNumbers);
      const between = cueNumberBetween(low ?? a, high ?? b);
      if (between === null) return;
      expect(compareCueNumbers(low ?? a, between)).toBeLessThan(0);
      expect(compareCueNumbers(between, high ?? b)).toBeLessThan(0);
      expect(between).toMatch(/^\d{1,6}(\.\d{1,4})?$/);
    }),
  );
});
