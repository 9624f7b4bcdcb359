import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createPacer } from '../../../../main/host/levels/pacer.ts';

/** Time is told by the test. */
const manualClock = () => {
  let now = 0;
  const timers = new Set<{ at: number; fn: () => void }>();
  const next = (until: number) => [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(ms: number, fn: () => void) {
      const timer = { at: now + ms, fn };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(ms: number) {
      const until = now + ms;
      for (let due = next(until); due !== undefined; due = next(until)) {
        timers.delete(due);
        now = due.at;
        due.fn();
      }
      now = until;
    },
  };
};

test.prop([fc.array(fc.tuple(fc.nat(120), fc.nat(1000)), { minLength: 1, maxLength: 100 })])(
  'the first value goes at once, none sooner than the gap after another, the last one always; a way is told once',
  (steps) => {
    const clock = manualClock();
    const sent: { at: number; value: number }[] = [];
    const ways: [number, number][] = [];
    const pacer = createPacer({
      clock,
      gapMs: 50,
      restMs: 1000,
      send: (value) => sent.push({ at: clock.now(), value }),
      onRest: (from, to) => ways.push([from, to]),
    });
    for (const [pause, value] of steps) {
      pacer.want(value, -1);
      clock.pass(pause);
    }
    clock.pass(2000);
    expect(sent[0]).toEqual({ at: 0, value: steps[0]?.[1] });
    expect(sent.at(-1)?.value).toBe(steps.at(-1)?.[1]);
    sent.slice(1).forEach(({ at }, n) => expect(at - (sent[n]?.at ?? 0)).toBeGreaterThanOrEqual(50));
    expect(ways).toEqual([[-1, steps.at(-1)?.[1]]]);
  },
);
