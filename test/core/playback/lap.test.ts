import { expect, it } from 'vitest';
import { advance } from '../../../core/playback/advance.ts';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { resolve } from '../../../core/playback/resolve.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { makeDocument } from '../../support/core/show.ts';

/** An overlay whose timeline loops: a preset before the show. */
const base = makeDocument();
const show = compileShow(
  {
    ...base,
    records: {
      ...base.records,
      'timeline:sting': { name: 'Preset', duration: 60, blend: 'add', loop: true },
    },
  },
  1,
);
const told = (plan: Plan, verb: string, args: Record<string, unknown>, at: number): Plan => {
  const result = command(show, advance(show, plan, at).plan, { verb, args, sender: 'x' }, at);
  if (!result.ok) throw new Error(result.message);
  return result.value.plan;
};
const started = told(emptyPlan(show, 0), 'timeline/start', { id: 'sting' }, 0);
const overlayAt = (plan: Plan, at: number) => {
  const { playbacks } = resolve(show, plan, at);
  return playbacks.find(({ playback }) => playback.role === 'overlay');
};

it('begins again at its end, at the exact time, however late it is asked', () => {
  expect(overlayAt(started, 59.5)?.position).toBeCloseTo(59.5, 9);
  expect(overlayAt(started, 60.25)?.position).toBeCloseTo(0.25, 9);
  expect(overlayAt(started, 4 * 3600 + 7)?.position).toBeCloseTo(7, 6);
  expect(overlayAt(started, 4 * 3600 + 7)?.free).toBeCloseTo(4 * 3600 + 7, 6);
});
it('moves neither current nor standby, and main starts below it', () => {
  const gone = told(started, 'go', {}, 130);
  expect(gone.standby).toBe('cue:q2');
  expect(overlayAt(gone, 190)?.position).toBeCloseTo(10, 6);
});
it('goes when it is stopped', () => {
  const stopped = told(started, 'timeline/stop', { id: 'sting', fade: 1 }, 90);
  expect(overlayAt(stopped, 90.6)?.weight).toBeLessThan(0.5);
  expect(overlayAt(stopped, 91.5)).toBeUndefined();
});
it('stands still in a pause and runs on from there', () => {
  const paused = told(started, 'pause', {}, 75);
  expect(overlayAt(paused, 100)?.position).toBeCloseTo(15, 1);
  expect(overlayAt(told(paused, 'resume', {}, 100), 110)?.position).toBeCloseTo(25, 1);
});
