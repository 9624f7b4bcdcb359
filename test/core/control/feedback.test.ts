import { expect, it } from 'vitest';
import { feedbackOf, newsOf } from '../../../core/control/feedback.ts';
import type { OutArg } from '../../../core/control/osc/out.ts';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { makeShow } from '../../support/core/show.ts';

/** 1 start · 2 pass at 10 · 3 hold at 20 · 4 loop 26–30 · 5 fades at 40. */
const show = makeShow();
const verb = (plan: Plan, name: string, args: Record<string, unknown>, now: number): Plan => {
  const result = command(show, plan, { verb: name, args, sender: 'test' }, now);
  if (!result.ok) throw new Error(result.message);
  return result.value.plan;
};
const told = (plan: Plan, now: number, problems = 0) =>
  Object.fromEntries(feedbackOf(show, plan, now, problems).map(({ address, arg }) => [address, arg.value]));
const empty = emptyPlan(show, 0);
const running = verb(empty, 'cue/go', { cue: '2' }, 100);

it('before the first GO', () => {
  expect(told(empty, 50, 2)).toEqual({
    '/current/number': '',
    '/current/name': '',
    '/standby/number': '1',
    '/standby/name': 'Effet 1',
    '/state': 'stopped',
    '/timeline': '',
    '/position': 0,
    '/left': -1,
    '/stop': 'none',
    '/master': 1,
    '/blackout': 0,
    '/panic': 0,
    '/health': 0,
    '/problems': 2,
  });
});
it.each([
  [
    running,
    104,
    { '/state': 'playing', '/position': 14, '/left': 6, '/stop': 'hold', '/current/number': '2' },
  ],
  [running, 130, { '/state': 'holding', '/left': 0, '/stop': 'hold', '/standby/number': '3' }],
  [verb(running, 'pause', {}, 105), 200, { '/state': 'paused', '/position': 15, '/left': -1 }],
  [verb(running, 'cue/go', { cue: '3' }, 130), 137, { '/left': 3, '/stop': 'loop', '/position': 27 }],
  [verb(running, 'panic', { seconds: 2 }, 105), 106, { '/panic': 1, '/health': 1 }],
  [verb(running, 'panic', { seconds: 2 }, 105), 108, { '/panic': 2, '/state': 'paused' }],
  [verb(running, 'master', { level: 0.333 }, 105), 106, { '/master': 0.33 }],
  [verb(running, 'blackout', { on: true }, 105), 106, { '/blackout': 1 }],
])('while it runs (%#)', (plan, now, wanted) => {
  const { '/left': left, ...rest } = told(plan, now);
  // A hold stands a thousandth of a second before its mark.
  expect({ ...rest, '/left': Number(Number(left).toFixed(1)) }).toMatchObject(wanted);
});
it('is told whole at first, then what has changed', () => {
  const memory = new Map<string, OutArg['value']>();
  const values = feedbackOf(show, running, 104, 0);
  expect(newsOf(values, memory)).toEqual(values);
  expect(newsOf(feedbackOf(show, running, 104.001, 0), memory)).toEqual([]);
  expect(newsOf(feedbackOf(show, running, 104.5, 0), memory).map(({ address }) => address)).toEqual([
    '/position',
    '/left',
  ]);
});
