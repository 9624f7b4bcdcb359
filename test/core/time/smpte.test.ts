import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  codeOf,
  codeText,
  framesOf,
  framesPerDay,
  isCode,
  readCode,
  secondsBetween,
  secondsOf,
  timecodeRates,
} from '../../../core/time/smpte.ts';

const rate = fc.constantFrom(...timecodeRates);
const read = (text: string, at: (typeof timecodeRates)[number]) => {
  const code = readCode(text, at);
  if (!code) throw new Error(`${text} is no code`);
  return code;
};

describe('addresses', () => {
  test.prop([rate, fc.integer({ min: -1e7, max: 1e7 })])(
    'of any frame exist, and lead back to it',
    (of, frame) => {
      const code = codeOf(frame, of);
      const day = framesPerDay(of);
      expect(isCode(code, of)).toBe(true);
      expect(framesOf(code, of)).toBe(((frame % day) + day) % day);
      expect(readCode(codeText(code, of), of)).toEqual(code);
    },
  );
  it.each([
    ['29.97df', '00:00:59;29', '00:01:00;02'],
    ['29.97df', '00:09:59;29', '00:10:00;00'],
    ['29.97df', '23:59:59;29', '00:00:00;00'],
    ['29.97', '00:00:59:29', '00:01:00:00'],
    ['25', '00:00:59:24', '00:01:00:00'],
    ['23.976', '10:59:59:23', '11:00:00:00'],
  ] as const)('%s: after %s comes %s', (of, before, after) => {
    expect(codeText(codeOf(framesOf(read(before, of), of) + 1, of), of)).toBe(after);
  });
  it('of drop frame lead back over every minute of an hour', () => {
    const wrong = Array.from({ length: 6 * 17_982 }, (_, frame) => frame).filter((frame) => {
      const code = codeOf(frame, '29.97df');
      return !isCode(code, '29.97df') || framesOf(code, '29.97df') !== frame;
    });
    expect(wrong).toEqual([]);
  });
  it('that drop frame leaves out, or that are out of range, are none', () => {
    expect(readCode('00:01:00;01', '29.97df')).toBeNull();
    expect(readCode('00:10:00;01', '29.97df')).not.toBeNull();
    expect(readCode('00:00:00:25', '25')).toBeNull();
    expect(readCode('24:00:00:00', '25')).toBeNull();
    expect(readCode('1:00:00:00', '25')).toBeNull();
  });
});

describe('seconds', () => {
  it('drop frame stays with the clock over a day, non-drop falls 86 s behind', () => {
    expect(Math.abs(secondsOf(framesPerDay('29.97df'), '29.97df') - 86_400)).toBeLessThan(0.1);
    expect(secondsOf(framesPerDay('29.97'), '29.97') - 86_400).toBeCloseTo(86.4, 6);
  });
  it('between two codes go the shorter way round midnight', () => {
    const [late, early] = ['23:59:59:00', '00:00:01:00'].map((text) => framesOf(read(text, '25'), '25'));
    expect(secondsBetween(late ?? 0, early ?? 0, '25')).toBe(2);
    expect(secondsBetween(early ?? 0, late ?? 0, '25')).toBe(-2);
  });
});
