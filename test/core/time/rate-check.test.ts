import { describe, expect, it } from 'vitest';
import { checkRate, noRateCheck, rateHeard } from '../../../core/time/rate-check.ts';
import { codeOf, rates, timecodeRates, type TimecodeRate } from '../../../core/time/smpte.ts';

/** So many frames of a code, each as long as its rate has it, or another. */
const hear = (rate: TimecodeRate, set: TimecodeRate, frames: number, stretch = 1, isReverse = false) => {
  let check = noRateCheck;
  for (let frame = 0; frame < frames; frame += 1)
    check = checkRate(check, {
      code: codeOf(90_000 + (isReverse ? -frame : frame), rate),
      isDrop: rates[rate].isDrop,
      lasted: stretch / rates[rate].perSecond,
      isReverse,
    });
  return rateHeard(check, set);
};

describe('the rate of a code', () => {
  it.each(timecodeRates.flatMap((rate) => timecodeRates.map((set) => [rate, set] as const)))(
    '%s is heard as what it is while %s is set',
    (rate, set) => {
      expect(hear(rate, set, 250)).toBe(rate);
      expect(hear(rate, set, 250, 1, true)).toBe(rate);
    },
  );
  it('is unknown before a second has turned', () => {
    expect(hear('25', '30', 20)).toBeNull();
  });
  it('of 1000/1001 is left to the setting while the speed is another', () => {
    expect(hear('30', '29.97', 250, 1.1)).toBe('29.97');
    expect(hear('29.97', '30', 250, 1.1)).toBe('30');
    expect(hear('25', '30', 250, 1.1)).toBe('25');
  });
});
