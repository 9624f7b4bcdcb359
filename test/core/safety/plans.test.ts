import { expect, it } from 'vitest';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { sectionsOf, stingPlans, stingsOf } from '../../../core/safety/plans.ts';
import { makeShow } from '../../support/core/show.ts';

/** Cues 1–5 at 0, 10, 20, 30, 40 of 100 s; 9 starts an overlay and may again after 0.5 s; 9.5 only moves the master. */
it('sections go from mark to mark, to the end', () => {
  expect(sectionsOf(makeShow()).map(({ cue, from, to }) => [cue, from, to])).toEqual([
    ['1', 0, 10],
    ['2', 10, 20],
    ['3', 20, 30],
    ['4', 30, 40],
    ['5', 40, 100],
  ]);
  expect(sectionsOf(makeShow({ cues: [] }))).toEqual([{ cue: '', from: 0, to: 100 }]);
});
it('stings are what starts an overlay, as often as the show lets them, over their own section', () => {
  expect(stingsOf(makeShow())).toEqual([{ cue: '9', every: 0.5, over: 70 }]);
  const sting = { number: '2.5', actions: [{ verb: 'timeline/start', args: { id: 'sting' } }] };
  const cues = [{ number: '1', at: 0 }, { number: '2', at: 40 }, sting, { number: '3', at: 60 }];
  expect(stingsOf(makeShow({ cues }))).toEqual([{ cue: '2.5', every: 0.1, over: 50 }]);
});
it('is pressed again and again while main runs below', () => {
  const show = makeShow();
  const planAt = stingPlans(show, { cue: '9', every: 0.5, over: 70 });
  const seen = [0.2, 0.4, 0.7, 1.2].map((now) => {
    const plan = planAt(now);
    const frame = frameAt(show, plan, now);
    const flash = frame.groups.at(-1)?.layers[0];
    return [frame.position, plan.fired.cues['cue:q9']?.count, flash?.clip, flash?.position];
  });
  expect(
    seen.map(([position, count, clip]) => [Math.round(Number(position) * 10) / 10, count, clip]),
  ).toEqual([
    [70.2, 1, 'clip:flash'],
    [70.4, 1, 'clip:flash'],
    [70.7, 2, 'clip:flash'],
    [71.2, 3, 'clip:flash'],
  ]);
  expect(Number(seen[2]?.[3])).toBeLessThan(0.5);
});
