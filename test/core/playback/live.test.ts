import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import { frameAt, soundsAt } from '../../../core/playback/frame-at.ts';
import {
  checkSample,
  liveDelay,
  overridesAt,
  releasesOf,
  withSamples,
  type LiveSample,
} from '../../../core/playback/live.ts';
import { makeShow } from '../../support/core/show.ts';

const show = makeShow();
const level = (value: LiveSample['value'], at: number, param = 'level'): LiveSample => ({
  clip: 'clip:base',
  param,
  value,
  at,
});
const valueAt = (samples: LiveSample[], now: number, param = 'level') =>
  overridesAt(samples, now).find((one) => one.param === param)?.value;

describe('live samples', () => {
  it('are drawn 40 ms later, not sooner; the latest wins', () => {
    const samples = [level(1, 5), level(2, 5.01)];
    expect(valueAt(samples, 5.039)).toBeUndefined();
    expect(valueAt(samples, 5 + liveDelay)).toBe(1);
    expect(valueAt(samples, 5.051)).toBe(2);
    expect(valueAt(samples, 500)).toBe(2);
  });
  it('of one instant: the one that came last', () => {
    const samples = withSamples([level(1, 5)], [level(2, 5)], 5);
    expect(valueAt(samples, 6)).toBe(2);
  });
  it('end by a release of all, of a clip, of a parameter', () => {
    const samples = [level(1, 5), level(7, 5, 'size')];
    const after = (clip: string | null, param: string | null) =>
      overridesAt(withSamples(samples, releasesOf(samples, clip, param, 6), 6), 7).map((one) => one.param);
    expect(after(null, null)).toEqual([]);
    expect(after('clip:base', null)).toEqual([]);
    expect(after('clip:base', 'size')).toEqual(['level']);
    expect(after('clip:other', null)).toEqual(['level', 'size']);
  });
  it('a release never comes before what it releases', () => {
    const ahead = [level(1, 8)];
    expect(valueAt(withSamples(ahead, releasesOf(ahead, null, null, 6), 6), 9)).toBeUndefined();
  });
  it('win over keyframes in the picture and in the sound', () => {
    const started = command(show, emptyPlan(show, 0), { verb: 'go', args: {}, sender: 'desk' }, 0);
    if (!started.ok) throw new Error(started.message);
    const { plan } = started.value;
    const live: LiveSample[] = [
      level('#ff0000', 2, 'colour'),
      { clip: 'clip:song', param: 'gain', value: 0.25, at: 2 },
    ];
    const colour = (now: number) => frameAt(show, plan, now, live).groups[0]?.layers[0]?.parameters['colour'];
    expect(colour(2.03)).toBe('#ffffff');
    expect(colour(2.05)).toBe('#ff0000');
    expect(soundsAt(show, plan, 2.05, live)[0]?.gain).toBe(0.25);
    expect(soundsAt(show, plan, 2.03, live)[0]?.gain).toBe(1);
  });
  it('of an unknown clip or of no value are refused', () => {
    const code = (id: string, value: unknown) => {
      const result = checkSample(show, id, 'x', value, 1);
      return result.ok ? 'ok' : result.code;
    };
    expect(code('nope', 1)).toBe('unknown-clip');
    expect(code('base', NaN)).toBe('invalid');
    expect(code('base', { a: 1 })).toBe('invalid');
    expect(code('base', [1, 2])).toBe('ok');
  });
  it('whatever is forgotten was not drawn any more: any stream, any gathering', () => {
    const stream = fc.array(
      fc.record({
        gap: fc.double({ min: 0, max: 0.3, noNaN: true }),
        param: fc.constantFrom('a', 'b'),
        value: fc.option(fc.integer({ min: 0, max: 9 })),
        isEnd: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(stream, (steps) => {
        let now = 0;
        let kept: LiveSample[] = [];
        let gathered: LiveSample[] = [];
        const all: LiveSample[] = [];
        for (const { gap, param, value, isEnd } of steps) {
          now += gap;
          const sample = level(value, now, param);
          all.push(sample);
          gathered.push(sample);
          if (!isEnd) continue;
          kept = withSamples(kept, gathered, now);
          gathered = [];
          for (const param of ['a', 'b'])
            expect(valueAt(kept, now + 0.041, param)).toBe(valueAt(all, now + 0.041, param));
        }
        expect(withSamples(kept, gathered, now + 10).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});
