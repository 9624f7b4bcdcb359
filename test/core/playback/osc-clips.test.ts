import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import { hasOscClips, oscLevels, oscStarts } from '../../../core/playback/osc-clips.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { makeShow, type makeDocument } from '../../support/core/show.ts';

type Clips = NonNullable<NonNullable<Parameters<typeof makeDocument>[0]>['clips']>;
const note = (start: number, more: Record<string, unknown> = {}) => ({
  layer: 'osc',
  start,
  duration: 1,
  parameters: { to: 'desk', address: `/at/${start}`, ...more },
});
/** 1 start · 2 pass at 10 · 3 hold at 20 · 4 loop 26–30 · 5 fades at 40. */
const clips: Clips = Object.fromEntries(
  [0, 5, 10, 15, 20, 26, 28, 30, 40].map((start) => [`clip:n${start}`, note(start)]),
);
const show = makeShow({ clips });
const verb = (plan: Plan, name: string, args: Record<string, unknown>, now: number): Plan => {
  const result = command(show, plan, { verb: name, args, sender: 'test' }, now);
  if (!result.ok) throw new Error(result.message);
  return result.value.plan;
};
const go = (cue: string, now = 100) => verb(emptyPlan(show, 0), 'cue/go', { cue }, now);
const sent = (plan: Plan, from: number, to: number) =>
  oscStarts(show, plan, from, to).map(({ clip, at }) => [
    Number(clip.slice('clip:n'.length)),
    Number(at.toFixed(6)),
  ]);

describe('messages of the timeline', () => {
  it('leave at their clip’s exact time, once, through a cue that passes', () => {
    expect(sent(go('1'), 100, 118)).toEqual([
      [0, 100],
      [5, 105],
      [10, 110],
      [15, 115],
    ]);
  });
  it('before a hold nothing of its mark is sent; GO sends it', () => {
    const plan = go('2');
    expect(sent(plan, 100, 400)).toEqual([
      [10, 100],
      [15, 105],
    ]);
    const released = verb(plan, 'go', {}, 200);
    expect(sent(released, 200, 201)).toEqual([[20, 200]]);
  });
  it('in a loop again in every lap, and what follows it not before GO', () => {
    expect(sent(go('3'), 101, 120)).toEqual([
      [26, 106],
      [28, 108],
      [26, 110],
      [28, 112],
      [26, 114],
      [28, 116],
      [26, 118],
    ]);
  });
  it('not when they are jumped over, nor at a standing position', () => {
    const paused = verb(go('1'), 'pause', {}, 102);
    expect(sent(paused, 102, 200)).toEqual([]);
    const scrubbed = verb(paused, 'seek', { position: 15 }, 110);
    expect(sent(scrubbed, 110, 200)).toEqual([]);
    const skipped = verb(go('1'), 'seek', { position: 14 }, 102);
    expect(sent(skipped, 102, 104)).toEqual([[15, 103]]);
  });
  it('not from a ghost', () => {
    const plan = verb(go('1'), 'cue/go', { cue: '5' }, 104.5);
    expect(sent(plan, 104.5, 106)).toEqual([[40, 104.5]]);
  });
  it('of a muted clip, or one that its schema refuses, are not there', () => {
    const other = makeShow({ clips: { 'clip:a': { ...note(1), muted: true } } });
    expect(hasOscClips(other)).toBe(false);
    const broken = makeShow({ clips: { 'clip:a': note(1, { address: 'no' }) } });
    const plan = command(broken, emptyPlan(broken, 0), { verb: 'go', args: {}, sender: 't' }, 0);
    expect(plan.ok && oscStarts(broken, plan.value.plan, 0, 5)).toEqual([]);
  });

  const moment = fc.double({ min: 100, max: 140, noNaN: true });
  test.prop([fc.constantFrom('1', '2', '3', '5'), fc.array(moment, { maxLength: 30 })], {
    seed: 7,
    numRuns: 150,
  })('however the time is cut, each is sent once', (cue, cuts) => {
    const plan = go(cue);
    const times = [100, ...[...cuts].sort((a, b) => a - b), 140];
    const pieces = times.slice(1).flatMap((to, index) => sent(plan, times[index] ?? 100, to));
    expect(pieces).toEqual(sent(plan, 100, 140));
  });
});

const odd = fc.double({ min: 0.01, max: 30, noNaN: true });
test.prop([odd, odd, fc.array(odd, { maxLength: 6 })], { seed: 8, numRuns: 400 })(
  'a clip that starts at a cue’s mark is sent once as the show passes it, whatever the sums round to',
  (mark, start, cuts) => {
    const other = makeShow({
      clips: { 'clip:m': note(mark) },
      cues: [
        { number: '1', at: 0 },
        { number: '2', at: mark },
      ],
    });
    const now = 1000 + start;
    const result = command(other, emptyPlan(other, 0), { verb: 'go', args: {}, sender: 't' }, now);
    if (!result.ok) throw new Error(result.message);
    const { plan } = result.value;
    const times = [now, ...[...cuts].sort((a, b) => a - b).map((cut) => now + cut), now + 40];
    const found = times
      .slice(1)
      .flatMap((to, index) => oscStarts(other, plan, times[index] ?? now, to).map(({ clip }) => clip));
    expect(found).toEqual(['clip:m']);
  },
);

describe('a level that follows its keyframes', () => {
  const moving = makeShow({
    clips: {
      'clip:l': {
        ...note(2, { levelAddress: '/level', address: null }),
        duration: 4,
        keyframes: {
          level: [
            { at: 0, value: 0 },
            { at: 4, value: 1 },
          ],
        },
      },
    },
  });
  const plan = () => {
    const result = command(moving, emptyPlan(moving, 0), { verb: 'go', args: {}, sender: 't' }, 100);
    if (!result.ok) throw new Error(result.message);
    return result.value.plan;
  };
  it('is there while the clip lasts', () => {
    const at = (now: number, live: Parameters<typeof oscLevels>[3] = []) =>
      oscLevels(moving, plan(), now, live).map(({ value }) => value);
    expect(at(101)).toEqual([]);
    expect(at(102)).toEqual([0]);
    expect(at(104)[0]).toBeCloseTo(0.5, 6);
    expect(at(106.5)).toEqual([]);
    expect(at(104, [{ clip: 'clip:l', param: 'level', value: 0.9, at: 103 }])).toEqual([0.9]);
  });
});
