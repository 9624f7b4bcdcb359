import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAt } from '../../../core/playback/frame-at.ts';
import { planForStill } from '../../../core/playback/still.ts';
import { followedMedia } from '../../../core/show/compile.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { pack, type Analysis } from '../../../core/sound/analysis/analysis.ts';
import { makeShow } from '../../support/core/show.ts';

/** What a clip follows: 120 bpm in 4, a song whose first second is loud and then silent, with a hit at 0.5 s. */
const RATE = 50;
const loudness = (from: number, to: number): string =>
  pack(Uint8Array.from({ length: 4 * RATE }, (_, n) => (n >= from * RATE && n < to * RATE ? 255 : 0)));
const analysis: Analysis = {
  format: 'frise-analysis',
  version: 1,
  hash: 'a',
  duration: 4,
  sampleRate: 48_000,
  channels: 2,
  loudness: -16,
  truePeak: -1,
  rate: RATE,
  envelopes: { all: loudness(0, 1), low: loudness(2, 3), mid: loudness(0, 0), high: loudness(0, 0) },
  onsets: [[0.5, 0.8]],
  waveform: [],
};
const song = (more: Record<string, unknown> = {}) => ({
  kind: 'sound',
  clip: 'clip:song',
  smooth: 0,
  ...more,
});
const following = (follow: Record<string, unknown>, more: Record<string, unknown> = {}): CompiledShow => ({
  ...makeShow({
    clips: {
      'clip:lamps': {
        layer: 'facade-light',
        start: 0,
        duration: 60,
        parameters: { level: 0.5 },
        follow,
        ...more,
      },
    },
  }),
  analyses: { 'media:song': analysis },
});
const lampsAt = (show: CompiledShow, position: number) => {
  const frame = frameAt(show, planForStill(show, 'timeline:main', position), 0);
  const layer = frame.groups[0]?.layers.find(({ clip }) => clip === 'clip:lamps');
  if (!layer) throw new Error(`no lamps at ${position}`);
  return layer;
};
const levelAt = (show: CompiledShow, position: number) => lampsAt(show, position).parameters['level'];

describe('sound', () => {
  it('gives its band’s level, scaled and no further', () => {
    const show = following({ level: { source: song(), from: [0.5, 1], to: [0.2, 0.6] } });
    expect([0.5, 1.5, 2.5].map((t) => levelAt(show, t))).toEqual([0.6, 0.2, 0.2]);
    const low = following({ level: { source: song({ band: 'low' }), to: [0, 1] } });
    expect([0.5, 2.5].map((t) => levelAt(low, t))).toEqual([0, 1]);
  });
  it('counts where the clip lies and where in its file it begins', () => {
    const made = makeShow({
      clips: {
        'clip:lamps': {
          layer: 'facade-light',
          start: 0,
          duration: 60,
          follow: { level: { source: song() } },
        },
        'clip:song': {
          layer: 'sound', start: 10, duration: 1.5, parameters: { media: 'media:song', offset: 0.5 },
        }, // prettier-ignore
      },
    });
    const show = { ...made, analyses: { 'media:song': analysis } };
    expect([9.9, 10.2, 10.8, 11.6].map((t) => levelAt(show, t))).toEqual([0, 1, 0, 0]);
  });
  it('gives hits that fall', () => {
    const show = following({ level: { source: { kind: 'onset', clip: 'clip:song', fall: 0.5 } } });
    expect(levelAt(show, 0.49)).toBe(0);
    expect(levelAt(show, 0.5)).toBeCloseTo(0.8);
    expect(levelAt(show, 0.75)).toBeCloseTo(0.4);
  });
  it('without its analysis the parameter keeps its own value', () => {
    const show = { ...following({ level: { source: song() } }), analyses: {} };
    expect(levelAt(show, 0.5)).toBe(0.5);
  });
  it('names the files that are followed, each once', () => {
    const source = song();
    expect(followedMedia(following({ level: { source }, opacity: { source } }))).toEqual(['media:song']);
    expect(followedMedia(following({ level: { source: { kind: 'beat' } } }))).toEqual([]);
  });
});

describe('the beat', () => {
  it('is 1 at each and 0 before the next, or after its fall', () => {
    const show = following({ level: { source: { kind: 'beat' } } });
    expect([0, 0.25, 0.5, 0.999].map((t) => levelAt(show, t))).toEqual([1, 0.5, 1, expect.closeTo(0.002, 5)]);
    const short = following({ level: { source: { kind: 'beat', grid: 'bar', fall: 0.1 } } });
    expect([2, 2.05, 2.2, 2.5].map((t) => levelAt(short, t))).toEqual([
      1, expect.closeTo(0.5, 5), 0, 0,
    ]); // prettier-ignore
  });
  it('runs upwards where its range is turned', () => {
    const show = following({ level: { source: { kind: 'beat' }, to: [1, 0] } });
    expect([0, 0.25].map((t) => levelAt(show, t))).toEqual([0, 0.5]);
  });
});

describe('with the parameter’s own', () => {
  const keyframes = { level: [{ at: 0, value: 0 }, { at: 1, value: 1 }] }; // prettier-ignore
  it('replaces, multiplies or adds', () => {
    const mixed = (mix: string) =>
      following({ level: { source: { kind: 'beat' }, mix, to: [0, 0.5] } }, { keyframes });
    expect(levelAt(mixed('replace'), 0.75)).toBe(0.25);
    expect(levelAt(mixed('multiply'), 0.75)).toBeCloseTo(0.75 * 0.25);
    expect(levelAt(mixed('add'), 0.75)).toBeCloseTo(0.75 + 0.25);
  });
  it('an opacity is the clip’s, and stays within 0–1', () => {
    const show = following({ opacity: { source: { kind: 'beat' }, mix: 'multiply' } }, { opacity: 0.5 });
    expect(lampsAt(show, 0.25).opacity).toBeCloseTo(0.25);
    const over = following({ opacity: { source: { kind: 'beat' }, to: [0, 5] } });
    expect(lampsAt(over, 0.01).opacity).toBe(1);
  });
});

it('is a function of the position alone', () => {
  const show = following({
    level: { source: song({ smooth: 0.2 }) },
    opacity: { source: { kind: 'beat' }, mix: 'multiply' },
  });
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 2 }), (times) => {
      const forwards = times.map((t) => lampsAt(show, t));
      const backwards = times.toReversed().map((t) => lampsAt(show, t));
      expect(backwards.toReversed()).toEqual(forwards);
    }),
  );
});
