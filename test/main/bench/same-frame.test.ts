import { expect, it } from 'vitest';
import { agreementOf } from '../../bench/same-frame.ts';

/** Drawn at the middle of each frame's time, but for those that are left out. */
const log = (refresh: number, count: number, without: number[] = [], ahead = 0) =>
  Array.from({ length: count }, (_, frame) => ({
    drawnAt: (frame + 0.5) / refresh,
    frame: frame + ahead,
  })).filter(({ frame }) => !without.includes(frame - ahead));

it('two that draw every frame agree at every vsync', () =>
  expect(agreementOf([log(60, 120), log(60, 120)], 0.5, 1.5, 60)).toEqual({
    vsyncs: 61,
    share: 1,
    worst: 0,
  }));
it('a frame that one of them missed is one vsync apart', () => {
  const { vsyncs, share, worst } = agreementOf([log(60, 120), log(60, 120, [60])], 0.5, 1.5, 60);
  expect(vsyncs).toBe(61);
  expect(share).toBeCloseTo(60 / 61, 9);
  expect(worst).toBe(1);
});
it('three in a row are three frames apart at worst', () =>
  expect(agreementOf([log(60, 120), log(60, 120, [60, 61, 62])], 0.5, 1.5, 60).worst).toBe(3));
it('a constant lead is never the same', () =>
  expect(agreementOf([log(60, 120), log(60, 120, [], 2)], 0.5, 1.5, 60)).toMatchObject({
    share: 0,
    worst: 2,
  }));
it('vsyncs before both have drawn do not count', () => {
  expect(agreementOf([log(60, 120), []], 0.5, 1.5, 60).vsyncs).toBe(0);
  expect(agreementOf([log(60, 120), []], 0.5, 1.5, 60).share).toBeNaN();
});
