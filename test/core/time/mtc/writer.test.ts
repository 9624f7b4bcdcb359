import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createMtcReader } from '../../../../core/time/mtc/quarter.ts';
import { createMtcWriter, type MtcOut } from '../../../../core/time/mtc/writer.ts';
import { framesOf } from '../../../../core/time/smpte.ts';

/** Stretches of 50 ms of a place that runs at a speed. */
const run = (start: number, speed: number, count: number) => {
  const writer = createMtcWriter('25');
  const placeAt = (ms: number) => start + (ms / 1000) * 25 * speed;
  return Array.from({ length: count }, (_, index) => index * 50).flatMap((from) =>
    writer.write({ from, to: from + 50, places: { from: placeAt(from), to: placeAt(from + 50) } }),
  );
};
const quartersOf = (out: readonly MtcOut[]) => out.filter(({ bytes }) => bytes.length === 2);

describe('MTC in step with a timeline', () => {
  test.prop([fc.integer({ min: 1000, max: 2_000_000 }), fc.constantFrom(1, -1, 0.5, 2, 1.003)])(
    'read again it tells the place of every message',
    (start, speed) => {
      const reader = createMtcReader();
      let read = 0;
      for (const { bytes, at } of run(start, speed, 20)) {
        const reading = reader.push(bytes);
        if (!reading || reading.isStanding) continue;
        read += 1;
        const truth = start + (at / 1000) * 25 * speed;
        expect(Math.abs(framesOf(reading.code, '25') + reading.past - truth)).toBeLessThan(0.001);
      }
      expect(read).toBeGreaterThan(20);
    },
  );
  it('sends a hundred quarters a second at 25, none lost and none twice where stretches meet', () => {
    const out = quartersOf(run(90_000, 1, 40));
    expect(out.length).toBe(200);
    const gaps = out.slice(1).map(({ at }, index) => at - (out[index]?.at ?? 0));
    for (const gap of gaps) expect(gap).toBeCloseTo(10, 6);
  });
  it('a jump and a start are told by a full frame, standing by nothing more', () => {
    const writer = createMtcWriter('25');
    const stand = { from: 0, to: 50, places: { from: 500, to: 500 } };
    expect(writer.write(stand).map(({ bytes }) => bytes.length)).toEqual([10]);
    expect(writer.write({ ...stand, from: 50, to: 100 })).toEqual([]);
    const moved = writer.write({ from: 100, to: 150, places: { from: 900, to: 900 } });
    expect(moved.map(({ bytes }) => bytes.length)).toEqual([10]);
    expect(writer.write({ from: 150, to: 200, places: null })).toEqual([]);
  });
});
