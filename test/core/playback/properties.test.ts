import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, command, emptyPlan, replanned } from '../../../core/playback/engine.ts';
import { frameAt, planAt, soundsAt } from '../../../core/playback/frame-at.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { statusOf } from '../../../core/playback/status.ts';
import { makeShow, standardCues } from '../../support/core/show.ts';

const show = makeShow();
/** The same cues with follows and a maximum, so that chains of events are met too. */
const busy = makeShow({
  cues: [
    ...standardCues.map((cue) => (cue.number === '3' ? { ...cue, arrive: { kind: 'hold', max: 3 } } : cue)),
    { number: '7', at: 50, follow: { after: 3, cue: 'cue:q8' } },
    { number: '8', at: 60, fade: 1.5, follow: { after: 5, cue: 'cue:q7' } },
    { number: '8.5', at: 70, arrive: { kind: 'loop', from: 69.5, times: 4 } },
    { number: '8.6', at: 80, entry: 78, preWait: 1.5, continue: true, postWait: 0.5 },
    { number: '8.7', at: 82, arrive: { kind: 'loop', from: 81, times: null }, quantise: 'lap' },
    {
      number: '9.7',
      preWait: 2,
      continue: true,
      actions: [{ verb: 'timeline/start', args: { id: 'sting' } }],
    },
    { number: '9.8', follow: { after: 0, cue: 'cue:q9-7' } },
  ],
});

const number = fc.constantFrom(
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '8.6',
  '8.7',
  '9',
  '9.5',
  '9.7',
  '9.8',
  '404',
);
const fade = fc.option(fc.constantFrom(0, 0.3, 1, 4), { nil: undefined });
const verb = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ verb: fc.constant('go'), args: fc.record({ fade }, { requiredKeys: [] }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      verb: fc.constant('cue/go'),
      args: fc.record({ cue: number, fade }, { requiredKeys: ['cue'] }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('seek'),
      args: fc.record({ position: fc.double({ min: 0, max: 120, noNaN: true }) }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constantFrom('pause', 'resume', 'back', 'reset'),
      args: fc.constant({}),
    }),
  },
  fc.record({ verb: fc.constant('cue/arm'), args: fc.record({ cue: number, armed: fc.boolean() }) }),
  fc.record({ verb: fc.constant('cue/skip'), args: fc.record({ cue: number, skip: fc.boolean() }) }),
  fc.record({
    verb: fc.constant('rehearse'),
    args: fc.record({ from: number, to: number }, { requiredKeys: ['from'] }),
  }),
  fc.record({ verb: fc.constant('rehearse/end'), args: fc.constant({}) }),
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('chase'),
      args: fc.record({
        position: fc.double({ min: -5, max: 120, noNaN: true }),
        at: fc.constant(0),
        rate: fc.constantFrom(0, 1, 1.04, -1, 4),
        go: fc.constantFrom('refuse', 'leave'),
        enter: fc.boolean(),
      }),
    }),
  },
  fc.record({
    verb: fc.constant('unchase'),
    args: fc.record({ ending: fc.constantFrom('continue', 'hold', 'fade'), seconds: fc.constantFrom(0, 1) }),
  }),
  fc.record({ verb: fc.constant('panic'), args: fc.record({ seconds: fc.constantFrom(0, 0.5, 2) }) }),
  fc.record({ verb: fc.constant('stop'), args: fc.record({ fade }, { requiredKeys: [] }) }),
  fc.record({ verb: fc.constant('standby'), args: fc.record({ cue: number }) }),
  fc.record({
    verb: fc.constantFrom('timeline/start', 'timeline/stop'),
    args: fc.record(
      { id: fc.constantFrom('sting', 'other', 'main', 'nope'), fade },
      { requiredKeys: ['id'] },
    ),
  }),
  fc.record({
    verb: fc.constant('master'),
    args: fc.record({ level: fc.double({ min: 0, max: 1, noNaN: true }), fade }, { requiredKeys: ['level'] }),
  }),
  fc.record({
    verb: fc.constant('blackout'),
    args: fc.record({ on: fc.boolean(), fade }, { requiredKeys: ['on'] }),
  }),
);
const step = fc.record({
  wait: fc.oneof(fc.constantFrom(0, 0.03, 0.4, 1), fc.double({ min: 0, max: 40, noNaN: true })),
  request: verb,
  sender: fc.constantFrom('desk', 'key'),
});
const sequence = fc.array(step, { minLength: 50, maxLength: 50 });

/** Times close together, so that several fall on both sides of one boundary. */
const window = fc
  .record({
    from: fc.double({ min: 0, max: 400, noNaN: true }),
    offsets: fc.array(fc.double({ min: 0, max: 15, noNaN: true }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ from, offsets }) => offsets.map((offset) => from + offset));

/** Plans as the host makes them, each with the time from which it counts. */
const run = (steps: (typeof step extends fc.Arbitrary<infer T> ? T : never)[], on = show): Plan[] => {
  let plan = emptyPlan(on, 0);
  const plans = [plan];
  let now = 0;
  for (const { wait, request, sender } of steps) {
    now += wait;
    const args: Record<string, unknown> = Object.fromEntries(
      Object.entries(request.args).filter(([, value]) => value !== undefined),
    );
    const result = command(on, plan, { verb: request.verb, args, sender }, now);
    if (!result.ok) continue;
    plan = result.value.plan;
    plans.push(plan);
  }
  return plans;
};

const expectValid = (plan: Plan, on = show): void => {
  const mains = plan.playbacks.filter((one) => one.role === 'main');
  expect(mains.length).toBeLessThanOrEqual(1);
  expect(new Set(plan.playbacks.map((one) => one.id)).size).toBe(plan.playbacks.length);
  expect(plan.standby === null || on.cueById[plan.standby]?.at).toBeTruthy();
  expect(plan.current === null || on.cueById[plan.current]?.at).toBeTruthy();
  for (const one of plan.playbacks) {
    expect(Number.isFinite(one.anchor.position) && Number.isFinite(one.anchor.clockAt)).toBe(true);
    expect(one.anchor.position >= 0 || one.chase !== null || one.role === 'ghost').toBe(true);
    expect(one.chase !== null && one.role !== 'main').toBe(false);
    expect(one.anchor.running && (one.holding !== null || one.paused !== null || one.ended)).toBe(false);
    if (one.role === 'ghost') expect(one.until).toBeNull();
  }
};

describe.each([
  ['calm', show],
  ['busy', busy],
] as const)('any 50 verbs at any times (%s show)', (_name, on) => {
  it('give a valid state whose frames are finite, in 1,000 sequences', () => {
    fc.assert(
      fc.property(sequence, fc.double({ min: 0, max: 100, noNaN: true }), (steps, later) => {
        const plans = run(steps, on);
        for (const plan of plans) expectValid(plan, on);
        const last = plans.at(-1);
        if (!last) return;
        const now = last.effectiveAt + later;
        const frame = frameAt(on, last, now);
        expect(frame.light >= 0 && frame.light <= 1).toBe(true);
        for (const group of frame.groups) {
          expect(group.weight >= 0 && group.weight <= 1).toBe(true);
          for (const layer of group.layers)
            expect(layer.position >= 0 && layer.opacity >= 0 && layer.opacity <= 1).toBe(true);
        }
        for (const sound of soundsAt(on, last, now)) expect(sound.gain >= 0 && sound.offset >= 0).toBe(true);
        expectValid(advance(on, last, now).plan, on);
      }),
      { numRuns: 1000 },
    );
  }, 120_000);

  it('advance in two steps or in one is the same', () => {
    fc.assert(
      fc.property(
        sequence,
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (steps, a, b) => {
          const plan = run(steps, on).at(-1);
          if (!plan) return;
          const first = advance(on, plan, plan.effectiveAt + a);
          const second = advance(on, first.plan, plan.effectiveAt + a + b);
          const whole = advance(on, plan, plan.effectiveAt + a + b);
          expect(second.plan).toEqual(whole.plan);
          expect([...first.effects, ...second.effects]).toEqual(whole.effects);
        },
      ),
      { numRuns: 300 },
    );
  }, 120_000);

  it('frames don’t depend on the order in which they are asked for', () => {
    fc.assert(
      fc.property(sequence, window, (steps, times) => {
        const plans = run(steps, on);
        const frame = (copies: Plan[], now: number) => {
          const plan = planAt(copies, now);
          return plan && frameAt(on, plan, now);
        };
        const forwards = times.toSorted((a, b) => a - b).map((now) => [now, frame(plans, now)]);
        const copies = structuredClone(plans);
        const fresh = times.toSorted((a, b) => b - a).map((now) => [now, frame(copies, now)]);
        expect(fresh.toReversed()).toEqual(forwards);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});

it('a time before an event reads the same after one behind it was read', () => {
  let plan = emptyPlan(busy, 0);
  const result = command(busy, plan, { verb: 'go', args: {}, sender: 'desk' }, 0);
  if (result.ok) plan = result.value.plan;
  const times = Array.from({ length: 400 }, (_, index) => index / 2);
  const copy = structuredClone(plan);
  const forwards = times.map((now) => frameAt(busy, plan, now));
  const backwards = times.toReversed().map((now) => frameAt(busy, copy, now));
  expect(backwards.toReversed()).toEqual(forwards);
});

describe('a stopped host', () => {
  it('leaves no frame beyond a hold, and none outside a loop', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 86_400, noNaN: true }), fc.boolean(), (silence, isLoop) => {
        let plan = emptyPlan(show, 0);
        const go = (at: number): void => {
          const result = command(show, plan, { verb: 'go', args: {}, sender: 'desk' }, at);
          if (result.ok) plan = result.value.plan;
        };
        go(0);
        if (isLoop) go(20.5);
        const now = plan.effectiveAt + silence;
        const main = statusOf(show, plan, now).playbacks[0];
        expect(main?.position).toBeLessThan(isLoop ? 30 : 20);
        expect(main?.position).toBeGreaterThanOrEqual(isLoop && silence > 10 ? 26 - 1e-6 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('draws the old plan until the new one counts, and never after', () => {
    fc.assert(
      fc.property(sequence, fc.double({ min: 0, max: 200, noNaN: true }), (steps, now) => {
        const plans = run(steps);
        const inForce = planAt(plans, now);
        const begun = plans.filter((plan) => plan.effectiveAt <= now);
        expect(Math.max(-1, ...begun.map((plan) => plan.id))).toBe(inForce?.id ?? -1);
        expect(inForce?.effectiveAt ?? Infinity).toBeLessThanOrEqual(now);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an edit during play', () => {
  it('keeps the position and meets the new marks', () => {
    let plan = emptyPlan(show, 0);
    const result = command(show, plan, { verb: 'go', args: {}, sender: 'desk' }, 0);
    if (result.ok) plan = result.value.plan;
    const edited = makeShow({
      cues: [
        { number: '1', at: 0 },
        { number: '2.5', at: 15, arrive: { kind: 'hold', max: null } },
      ],
    });
    plan = replanned(edited, plan, 5);
    expect(statusOf(edited, plan, 6).playbacks[0]?.position).toBeCloseTo(6, 9);
    expect(statusOf(edited, plan, 60).playbacks[0]).toMatchObject({ state: 'holding', position: 14.999 });
  });
});
