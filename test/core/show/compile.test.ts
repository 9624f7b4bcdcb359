import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { compileShow } from '../../../core/show/compile.ts';
import { compareCueNumbers, normaliseCueNumber } from '../../../core/show/cue-number.ts';
import { smallShow, withRecord } from './folder.ts';

describe('compileShow', () => {
  const show = compileShow(smallShow, 12);
  const main = show.timelines['timeline:main'];

  it('splits layers from sounds, by track, with running ends', () => {
    expect(show).toMatchObject({ id: 'show:small', revision: 12, show: { seed: 1, guard: 0.4 } });
    expect(main?.tracks.map(({ id, clips }) => [id, clips.map((clip) => clip.id)])).toEqual([
      ['track:pictures', ['clip:dawn', 'clip:day']],
    ]);
    expect([...(main?.tracks[0]?.latestEnd ?? [])]).toEqual([10, 30]);
    expect(main?.tracks[0]?.clips[1]).toMatchObject({ track: 'track:pictures', end: 30, opacity: 1 });
    expect(main?.tracks[0]?.clips[1]?.keyed).toMatchObject([
      { param: 'opacity', keys: [{ ease: 'linear' }, {}] },
    ]);
    expect(main?.sounds.map(({ id }) => id)).toEqual(['track:sound']);
    expect(show.timelines['timeline:sting']?.tracks).toHaveLength(1);
  });

  it('orders cues by number, and a timeline’s by place', () => {
    const at = (position: number) => ({ timeline: 'timeline:main', position });
    const early = withRecord(smallShow, 'cue:noon', (cue) => ({
      ...cue,
      arrive: { kind: 'pass' },
      at: at(0),
    }));
    const late = withRecord(early, 'cue:opening', (cue) => ({ ...cue, number: '1.9' }));
    const far = withRecord(late, 'cue:far', (cue) => ({
      ...cue,
      number: '0.5',
      name: { fr: '', en: '' },
      at: at(3),
    }));
    const compiled = compileShow(far, 1);
    expect(compiled.cues.map(({ number }) => number)).toEqual(['0.5', '1.1', '1.9', '50']);
    expect(compiled.timelines['timeline:main']?.cues.map(({ id }) => id)).toEqual([
      'cue:noon',
      'cue:opening',
      'cue:far',
    ]);
  });

  it('finds cues by any spelling of their number', () => {
    expect(show.cueByNumber['1.1']?.id).toBe('cue:noon');
    expect(show.cueByNumber['1.10']).toBeUndefined();
    expect(show.cueById['cue:noon']?.number).toBe('1.1');
  });

  it('leaves muted tracks and clips out, and disarmed cues out of their timeline only', () => {
    const mutedTrack = withRecord(smallShow, 'track:sound', (track) => ({ ...track, muted: true }));
    expect(compileShow(mutedTrack, 1).timelines['timeline:main']?.sounds).toEqual([]);
    const mutedClip = withRecord(smallShow, 'clip:dawn', (clip) => ({ ...clip, muted: true }));
    expect(
      compileShow(mutedClip, 1).timelines['timeline:main']?.tracks[0]?.clips.map(({ id }) => id),
    ).toEqual(['clip:day']);
    const disarmed = compileShow(
      withRecord(smallShow, 'cue:noon', (cue) => ({ ...cue, disarmed: true })),
      1,
    );
    expect(disarmed.timelines['timeline:main']?.cues.map(({ id }) => id)).toEqual(['cue:opening']);
    expect(disarmed.cueById).toHaveProperty(['cue:noon']);
  });

  it('plays on without a record that is broken', () => {
    const broken = withRecord(smallShow, 'clip:dawn', (clip) => ({ ...clip, start: 'soon' }));
    expect(compileShow(broken, 1).timelines['timeline:main']?.tracks[0]?.clips.map(({ id }) => id)).toEqual([
      'clip:day',
    ]);
  });

  it('says what it needs when there is no show', () => {
    expect(() => compileShow(withRecord(smallShow, 'show:small', null), 1)).toThrow('show-record-missing');
  });
});

describe('cue numbers', () => {
  it.each([
    ['1.10', '1.1'],
    ['01.0', '1'],
    ['0', '0'],
    ['000', '0'],
    ['12.5000', '12.5'],
    ['10', '10'],
    ['next', 'next'],
  ])('%s is %s', (written, normal) => {
    expect(normaliseCueNumber(written)).toBe(normal);
  });

  const number = fc
    .tuple(fc.nat(999_999), fc.option(fc.integer({ min: 0, max: 9999 }), { nil: null }), fc.nat(2))
    .map(([whole, fraction, zeros]) =>
      fraction === null
        ? `${whole}`
        : `${whole}.${String(fraction)
            .padStart(4, '0')
            .slice(0, 4 - zeros)}`,
    );
  test.prop([number, number])('compare as exact decimals do', (a, b) => {
    const tenThousandths = (text: string): bigint => {
      const [whole = '0', fraction = ''] = text.split('.');
      return BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, '0'));
    };
    const exact = tenThousandths(a) - tenThousandths(b);
    expect(Math.sign(compareCueNumbers(a, b))).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0);
    expect(compareCueNumbers(a, b) === 0).toBe(normaliseCueNumber(a) === normaliseCueNumber(b));
  });
});
