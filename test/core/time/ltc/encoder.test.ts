import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createLtcDecoder, type LtcFrame } from '../../../../core/time/ltc/decoder.ts';
import { createLtcEncoder, halvesOf } from '../../../../core/time/ltc/encoder.ts';
import {
  framesOf,
  framesPerDay,
  rates,
  timecodeRates,
  type TimecodeRate,
} from '../../../../core/time/smpte.ts';
import { openLtcMaker, samplesOf } from '../../../support/ltc.ts';

const sampleRate = 48_000;
/** So many samples of code from a frame position on, at a speed. */
const encoded = (rate: TimecodeRate, start: number, speed: number, samples: number): Float32Array => {
  const encoder = createLtcEncoder(rate);
  const step = (rates[rate].perSecond * speed) / sampleRate;
  return Float32Array.from({ length: samples }, (_, index) =>
    encoder.between(start + index * step, start + (index + 1) * step),
  );
};
const decoded = (samples: Float32Array): LtcFrame[] => {
  const frames: LtcFrame[] = [];
  createLtcDecoder(sampleRate).push(samples, 0, (frame) => frames.push(frame));
  return frames;
};

describe('encoder and decoder', () => {
  test.prop(
    [
      fc.constantFrom(...timecodeRates),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.boolean(),
    ],
    { numRuns: 40 },
  )('understand each other at any rate, speed and direction', (rate, start, speed, isReverse) => {
    const way = isReverse ? -1 : 1;
    const frames = decoded(encoded(rate, start, way * speed, 24_000));
    const perFrame = sampleRate / rates[rate].perSecond / speed;
    expect(frames.length).toBeGreaterThanOrEqual(Math.floor(24_000 / perFrame) - 3);
    const day = framesPerDay(rate);
    for (const { code, from, isDrop, isReverse: heard } of frames) {
      expect([isDrop, heard]).toEqual([rates[rate].isDrop, isReverse]);
      const place = start + way * (from / perFrame);
      const begun = framesOf(code, rate) + (isReverse ? 1 : 0);
      const off = (((place - begun) % day) + day) % day;
      expect(Math.min(off, day - off) * perFrame).toBeLessThan(1);
    }
  });

  test.prop([fc.constantFrom(...timecodeRates), fc.integer({ min: 0, max: 2_000_000 })])(
    'every frame begins with the same level, so that any place can be drawn by itself',
    (rate, frame) => {
      expect([halvesOf(frame, rate)[0], halvesOf(frame, rate).at(-1)]).toEqual([1, -1]);
    },
  );

  it('draws what libltc draws', () => {
    const maker = openLtcMaker();
    try {
      const theirs = decoded(samplesOf(maker.make('one', { fps: '25', code: '10:00:00:00', seconds: 1 })));
      const ours = decoded(encoded('25', 900_000, 1, sampleRate));
      expect(ours.slice(-20).map(({ code }) => code)).toEqual(theirs.slice(-20).map(({ code }) => code));
    } finally {
      maker.dispose();
    }
  });
});
