import { describe, expect, it } from 'vitest';
import { NO_LINE_UP } from '../../../core/control/line-up.ts';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { gridOf, playedAt } from '../../../renderer/output/moment.ts';
import { makeShow } from '../../support/core/show.ts';

const show = makeShow();
const go = (plan: Plan, at: number): Plan => {
  const done = command(show, plan, { verb: 'go', args: {}, sender: 'x' }, at);
  if (!done.ok) throw new Error(done.message);
  return done.value.plan;
};
const after = (plan: Plan, verb: string, args: Record<string, unknown>, at: number): Plan => {
  const done = command(show, plan, { verb, args, sender: 'x' }, at);
  if (!done.ok) throw new Error(done.message);
  return done.value.plan;
};
const first = go(emptyPlan(show, 0), 1);

describe('the frame of a moment', () => {
  it('lies on the grid; a clock that stands on it belongs to what begins there', () => {
    expect(gridOf(2, 60)).toEqual({ frame: 120, clock: 2 });
    expect(gridOf(3 / 60, 60).frame).toBe(3);
    expect(gridOf(1.999, 60).frame).toBe(119);
  });
  it('stands still while the show is frozen, also where the plan of that moment is no longer told', () => {
    const second = go(first, 9);
    const running = { show, plans: [first], live: [], incoming: null, lineUp: NO_LINE_UP };
    expect(playedAt(running, 6).position).toBeCloseTo(5, 9);
    const lineUp = { ...NO_LINE_UP, frozenAt: 6, frozen: { plans: [first], live: [] } };
    const late = { show, plans: [second], live: [], incoming: null, lineUp };
    expect(playedAt(late, 5.5).at).toBe(5.5);
    for (const time of [6, 7, 500]) expect(playedAt(late, time)).toEqual(playedAt(running, 6));
    const dark = { ...late, plans: [after(second, 'blackout', { on: true }, 20)] };
    expect(playedAt(dark, 19)).toMatchObject({ light: 1 });
    // The picture stands still; panic and blackout darken it all the same.
    expect(playedAt(dark, 21)).toEqual({ ...playedAt(running, 6), light: 0 });
    expect(playedAt({ ...late, lineUp: NO_LINE_UP }, 12).position).toBeCloseTo(13, 9);
  });
  it('is dark before the first plan', () => {
    expect(playedAt({ show, plans: [], live: [], incoming: null, lineUp: NO_LINE_UP }, 3)).toMatchObject({
      at: 3,
      light: 0,
    });
  });
});
