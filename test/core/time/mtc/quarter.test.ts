import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createMtcReader, fullFrame, mtcRateOf, quarterAt, quarterFrame } from '../../../../core/time/mtc/quarter.ts'; // prettier-ignore
import { codeOf, framesOf, framesPerDay, timecodeRates } from '../../../../core/time/smpte.ts';

const rate = fc.constantFrom(...timecodeRates);

describe('quarter frames', () => {
  it('are what the addendum shows: 01:37:52:16 at 30', () => {
    const code = { hours: 1, minutes: 37, seconds: 52, frames: 16 };
    const pieces = [0, 1, 2, 3, 4, 5, 6, 7].map((piece) => quarterFrame(code, '30', piece)[1]);
    expect(pieces).toEqual([0x00, 0x11, 0x24, 0x33, 0x45, 0x52, 0x61, 0x76]);
  });

  test.prop([rate, fc.integer({ min: 8, max: 1e7 }), fc.boolean()])(
    'tell the place of each message once eight have come, both ways',
    (of, start, isReverse) => {
      const reader = createMtcReader();
      const quarters = framesPerDay(of) * 4;
      for (let step = 0; step < 40; step += 1) {
        const quarter = start + (isReverse ? -step : step) + 100;
        const reading = reader.push(quarterAt(quarter, of));
        if (step >= 15) expect(reading).not.toBeNull();
        if (!reading) continue;
        expect(reading).toMatchObject({ isReverse, rate: mtcRateOf(of), isStanding: false });
        const place = framesOf(reading.code, reading.rate) + reading.past;
        expect(place).toBe((((quarter % quarters) + quarters) % quarters) / 4);
      }
    },
  );

  it('are whole when the eighth has come, then two frames old less a quarter', () => {
    const reader = createMtcReader();
    const code = { hours: 1, minutes: 0, seconds: 0, frames: 10 };
    const readings = [0, 1, 2, 3, 4, 5, 6, 7].map((piece) => reader.push(quarterFrame(code, '25', piece)));
    expect(readings.slice(0, 7)).toEqual([null, null, null, null, null, null, null]);
    expect(readings[7]).toMatchObject({ code: { ...code, frames: 11 }, past: 0.75, rate: '25' });
  });

  it('with one lost: nothing until a whole row has come again', () => {
    const reader = createMtcReader();
    for (let quarter = 800; quarter < 812; quarter += 1) reader.push(quarterAt(quarter, '25'));
    const after = Array.from({ length: 16 }, (_, index) => reader.push(quarterAt(813 + index, '25')));
    expect(after.slice(0, 10).every((each) => each === null)).toBe(true);
    expect(after.at(-1)).not.toBeNull();
  });
});

describe('full frames', () => {
  test.prop([rate, fc.integer({ min: 0, max: 3e6 })])('stand where they say', (of, frame) => {
    const as = mtcRateOf(of);
    const reading = createMtcReader().push(fullFrame(codeOf(frame, as), as));
    expect(reading).toEqual({
      code: codeOf(frame, as),
      past: 0,
      rate: as,
      isReverse: false,
      isStanding: true,
    });
  });
  test.prop([fc.uint8Array({ maxLength: 12 })])('anything else is none and harms nothing', (bytes) => {
    const reader = createMtcReader();
    expect(() => reader.push(bytes)).not.toThrow();
  });
});
