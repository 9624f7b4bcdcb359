import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command, emptyPlan } from '../../../core/playback/engine.ts';
import { soundsAt } from '../../../core/playback/frame-at.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import { compileShow } from '../../../core/show/compile.ts';
import { makeDocument } from '../../support/core/show.ts';

/** playback.spec.md, "Sound alone", as a table. */
const clip = (parameters: Record<string, unknown> = {}, keyframes: Record<string, unknown> = {}) => ({
  layer: 'sound',
  start: 0,
  duration: 60,
  parameters: { media: 'media:track', ...parameters },
  keyframes,
});
const showOf = (sound = clip()) => {
  const document = makeDocument();
  const cue = (number: string, position: number, arrive: unknown) => ({
    number,
    name: { fr: number, en: number },
    at: { timeline: 'timeline:main', position },
    arrive,
  });
  const kept = Object.entries(document.records).filter(
    ([id]) => !/^(cue|clip|track|timeline|trigger):/.test(id),
  );
  return compileShow(
    {
      ...document,
      records: {
        ...Object.fromEntries(kept),
        'timeline:main': { name: 'Main', duration: 60 },
        'timeline:sting': { name: 'Sting', duration: 10 },
        'track:a': { name: 'A' },
        'track:b': { name: 'B' },
        'clip:music': sound,
        'clip:sting': clip(),
        'cue:one': cue('1', 0, { kind: 'pass' }),
        'cue:two': cue('2', 10, { kind: 'hold' }),
        'cue:pass': cue('3', 15, { kind: 'pass' }),
      },
      order: {
        'timeline:main': ['track:a'],
        'timeline:sting': ['track:b'],
        'track:a': ['clip:music'],
        'track:b': ['clip:sting'],
      },
    },
    1,
  );
};
const show = showOf();
type Press = [at: number, verb: string, args?: Record<string, unknown>];
const played = (presses: readonly Press[]): Plan =>
  presses.reduce(
    (plan, [at, verb, args = {}]) => {
      const result = command(show, plan, { verb, args, sender: 'test' }, at);
      if (!result.ok) throw new Error(`${verb} at ${at}: ${result.code}`);
      return result.value.plan;
    },
    emptyPlan(show, 0),
  );
const gainsAt = (plan: Plan, now: number) =>
  Object.fromEntries(soundsAt(show, plan, now).map(({ clip: id, gain }) => [id, gain]));
const music = (plan: Plan, now: number) => gainsAt(plan, now)['clip:music'];

describe('sound/fade', () => {
  it('goes straight from wherever it is to the level, and stays there over cues', () => {
    const plan = played([[0, 'go'], [1, 'sound/fade', { level: 0.5, seconds: 2 }]]); // prettier-ignore
    expect([1, 2, 3, 9].map((now) => music(plan, now))).toEqual([1, 0.75, 0.5, 0.5]);
    const taken = played([[0, 'go'], [1, 'sound/fade', { level: 0, seconds: 2 }], [2, 'sound/fade', { level: 1, seconds: 1 }]]); // prettier-ignore
    expect([2, 2.5, 3].map((now) => music(taken, now))).toEqual([0.5, 0.75, 1]);
    const later = played([[0, 'go'], [1, 'sound/fade', { level: 0.5 }], [12, 'go']]); // prettier-ignore
    expect(music(later, 13)).toBe(0.5);
  });
  it('is over at a reset', () => {
    expect(played([[0, 'sound/fade', { level: 0 }], [1, 'sound/stop'], [2, 'reset']]).sound).toEqual(emptyPlan(show, 0).sound); // prettier-ignore
  });
});

describe('sound/stop', () => {
  const stopped: Press[] = [[0, 'go'], [1, 'sound/stop', { fade: 2 }]]; // prettier-ignore
  it('silences what sounds over its fade, and nothing that starts later', () => {
    const plan = played([...stopped, [4, 'timeline/start', { id: 'sting' }]]);
    expect([1, 2, 3].map((now) => music(played(stopped), now))).toEqual([1, 0.5, 0]);
    expect(gainsAt(plan, 5)).toEqual({ 'clip:music': 0, 'clip:sting': 1 });
  });
  it('ends at a GO that runs the held playback on, within 20 ms', () => {
    const plan = played([...stopped, [12, 'go']]);
    expect(music(plan, 11.9)).toBe(0);
    expect(music(plan, 12.01)).toBeCloseTo(0.5, 6);
    expect(music(plan, 12.02)).toBeCloseTo(1, 6);
  });
  it('does not end at a mark that is passed, at a seek or a pause', () => {
    const plan = played([[0, 'go'], [12, 'go'], [13, 'sound/stop']]); // prettier-ignore
    expect(music(plan, 18)).toBe(0);
    expect(music(played([...stopped, [4, 'seek', { position: 5 }], [5, 'pause'], [6, 'resume']]), 7)).toBe(0);
  });
  it('leaves the ghost of a jump silent while the new playback is heard', () => {
    const plan = played([[0, 'go'], [1, 'sound/stop'], [2, 'cue/go', { cue: '3', fade: 4 }]]); // prettier-ignore
    const gains = soundsAt(show, plan, 4).map(({ key, gain }) => [key.split('/')[0], gain] as const);
    expect(gains).toEqual([[expect.any(String), 0], [expect.any(String), expect.closeTo(Math.SQRT1_2, 3)]]); // prettier-ignore
  });
  it('ends at a fade, over its seconds', () => {
    const plan = played([...stopped, [5, 'sound/fade', { level: 1, seconds: 2 }]]);
    expect([5, 6, 7].map((now) => music(plan, now))).toEqual([0, 0.5, 1]);
  });
  it('never steps up by itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 40, noNaN: true }), (now) => {
        expect(music(played(stopped), now) ?? 0).toBeLessThanOrEqual(Math.max(0, 1 - (now - 1) / 2) + 1e-9);
      }),
    );
  });
});

describe('a clip’s own level', () => {
  it('is the factor times the dB, keys travel straight in dB, and −96 is silence', () => {
    const keys = { gainDb: [{ at: 0, value: -40 }, { at: 10, value: 0 }], pan: [{ at: 0, value: -1 }, { at: 10, value: 1 }] }; // prettier-ignore
    const enveloped = showOf(clip({ gain: 0.5, channels: '3-4' }, keys));
    const at = (now: number) => {
      const result = command(enveloped, emptyPlan(enveloped, 0), { verb: 'go', args: {}, sender: 'test' }, 0);
      return result.ok ? soundsAt(enveloped, result.value.plan, now)[0] : undefined;
    };
    expect(at(5)).toMatchObject({ gain: expect.closeTo(0.05, 6), outputs: [3, 4], pan: 0 });
    expect(at(0)?.gain).toBeCloseTo(0.005, 6);
    const silent = showOf(clip({ gainDb: -96 }));
    const plan = command(silent, emptyPlan(silent, 0), { verb: 'go', args: {}, sender: 'test' }, 0);
    expect(plan.ok && soundsAt(silent, plan.value.plan, 1)[0]?.gain).toBe(0);
  });
});
