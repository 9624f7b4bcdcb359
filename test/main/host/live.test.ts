import { describe, expect, it } from 'vitest';
import { overridesAt, type LiveSample } from '../../../core/playback/live.ts';
import { createShowClock } from '../../../main/host/clock.ts';
import { createLive } from '../../../main/host/live.ts';
import { makeShow } from '../../support/core/show.ts';
import { createFakeMachine } from './fake-machine.ts';

const setUp = (resumed: LiveSample[] = []) => {
  const fake = createFakeMachine();
  const clock = createShowClock(100, fake.machine);
  const told: LiveSample[][] = [];
  let kept = 0;
  const live = createLive({
    show: makeShow,
    clock,
    resumed,
    keep: () => (kept += 1),
    onChange: (samples) => told.push(samples),
  });
  return { ...fake, clock, live, told, kept: () => kept };
};

describe('the lane of live samples', () => {
  it('tells a burst once, with the last value, in time to be drawn', () => {
    const { live, told, kept, clock, advance } = setUp();
    for (let value = 0; value < 50; value += 1) live.set('base', 'level', value, null);
    const seen = clock.now() + 0.04;
    expect(kept()).toBe(50);
    advance(0.02);
    expect(told).toHaveLength(1);
    expect(told[0]).toHaveLength(1);
    expect(clock.now()).toBeLessThan(seen);
    expect(overridesAt(told[0] ?? [], seen)).toEqual([{ clip: 'clip:base', param: 'level', value: 49 }]);
  });
  it('a level that a cue sets is seen at the exact time of the cue', () => {
    const { live, clock } = setUp();
    const due = clock.now() + 0.05;
    expect(live.set('base', 'level', 1, due)).toEqual({ ok: true, value: due });
    expect(overridesAt(live.samples(), due - 0.001)).toEqual([]);
    expect(overridesAt(live.samples(), due)).toHaveLength(1);
  });
  it('a fader that moves for a minute leaves nothing behind', () => {
    const { live, told, advance } = setUp();
    for (let step = 0; step < 3000; step += 1) {
      live.set('base', 'level', step, null);
      advance(0.02);
    }
    expect(Math.max(...told.map((samples) => samples.length))).toBeLessThan(10);
  });
  it('what a killed host left counts again, and a release ends it', () => {
    const { live, clock, advance } = setUp([{ clip: 'clip:base', param: 'level', value: 3, at: 50 }]);
    expect(overridesAt(live.samples(), clock.now())).toHaveLength(1);
    live.release('base', null, null);
    advance(0.1);
    expect(overridesAt(live.samples(), clock.now())).toEqual([]);
  });
  it('a value that is set and released at once is gone', () => {
    const { live, clock, advance } = setUp();
    live.set('base', 'level', 1, null);
    live.release(null, null, null);
    advance(0.1);
    expect(overridesAt(live.samples(), clock.now())).toEqual([]);
  });
  it('an unknown clip is refused and nothing is told', () => {
    const { live, told, advance } = setUp();
    expect(live.set('nope', 'level', 1, null)).toMatchObject({ ok: false, code: 'unknown-clip' });
    advance(0.1);
    expect(told).toEqual([]);
  });
});
