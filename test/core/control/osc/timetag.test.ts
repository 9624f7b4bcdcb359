import { fc, test as prop } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { dueOf, IMMEDIATELY, timetagToUnix, unixToTimetag } from '../../../../core/control/osc/timetag.ts';

const now = Date.UTC(2018, 10, 22, 20, 0, 0) / 1000;
const due = (ahead: number) => dueOf(unixToTimetag(now + ahead), now * 1000);

test('1970 is 2 208 988 800 s after 1900; half a second is the top bit of the fraction', () => {
  expect(unixToTimetag(0)).toBe(2_208_988_800n << 32n);
  expect(unixToTimetag(0.5)).toBe((2_208_988_800n << 32n) | 0x8000_0000n);
  expect(timetagToUnix((2_208_988_801n << 32n) | 0x4000_0000n, now)).toBe(1.25);
});
test('a fraction that rounds up carries into the seconds', () => {
  expect(unixToTimetag(1 - 2 ** -40)).toBe(2_208_988_801n << 32n);
});
test('immediately and the past are now', () => {
  expect(dueOf(IMMEDIATELY, now * 1000)).toEqual({ kind: 'now', warning: null });
  expect(due(-0.001)).toEqual({ kind: 'now', warning: null });
  expect(due(-86_400)).toEqual({ kind: 'now', warning: null });
  expect(due(0)).toEqual({ kind: 'now', warning: null });
});
test('up to ten seconds ahead waits; beyond is now, with a warning', () => {
  const soon = due(0.75);
  expect(soon.kind === 'later' ? soon.delay : 0).toBeCloseTo(0.75, 5);
  expect(due(9.999).kind).toBe('later');
  expect(due(10.001)).toMatchObject({ kind: 'now', warning: expect.stringContaining('10.0 s ahead') });
});
test('the era rolls over in February 2036 without a jump', () => {
  const rollover = 2 ** 32 - 2_208_988_800;
  const late = dueOf(unixToTimetag(rollover + 1), (rollover - 1) * 1000);
  expect(late.kind === 'later' ? late.delay : 0).toBeCloseTo(2, 5);
});
prop.prop([fc.double({ min: 0, max: 4e9, noNaN: true })])('there and back within a microsecond', (unix) => {
  expect(Math.abs(timetagToUnix(unixToTimetag(unix), unix) - unix)).toBeLessThan(1e-6);
});
