import { describe, expect, it } from 'vitest';
import { advance } from '../../../core/playback/engine.ts';
import { frameAt, soundsAt } from '../../../core/playback/frame-at.ts';
import { taken } from '../../../core/playback/take.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { makeShow, standardCues } from '../../support/core/show.ts';
import { Theatre } from '../../support/core/theatre.ts';

/** A draft taken while it plays: the table of docs/draft.md. */
const without = (...numbers: string[]) => standardCues.filter(({ number }) => !numbers.includes(number));
/** Everything from cue 2 on is 5 s later; the picture is another. */
const later = standardCues.map((cue) => {
  if (typeof cue.at !== 'number' || cue.at < 10 || cue.timeline !== undefined) return cue;
  const arrive = cue.number === '4' ? { kind: 'loop', from: 31, times: null } : cue['arrive'];
  return { ...cue, at: cue.at + 5, ...(arrive === undefined ? {} : { arrive }) };
});
const shifted = makeShow({ cues: later });

/** The theatre after the take, in the new revision with the old one beside it. */
const take = (theatre: Theatre, next: CompiledShow, now: number, fade = 0): Theatre => {
  const plan = taken(theatre.show, next, advance(theatre.show, theatre.plan, now).plan, now, fade);
  const after = new Theatre({ ...next, outgoing: { show: theatre.show, plan: plan.id } });
  after.plan = plan;
  return after;
};
const playing = (until: number): Theatre => {
  const theatre = Theatre.held();
  if (until > 20) theatre.do(20.5, 'go');
  return theatre;
};

describe('the place', () => {
  it('is the last cue and the seconds since', () => {
    const after = take(playing(12), shifted, 12);
    expect(after.main(12)).toMatchObject({ id: 'main-1', position: 17, cue: '2', state: 'playing' });
    expect(after.at(12).cues).toEqual({ current: '2', standby: '3' });
    expect(after.main(30)).toMatchObject({ state: 'holding', position: 24.999 });
  });
  it('is counted from the cue before where the last one is gone', () => {
    const after = take(playing(12), makeShow({ cues: without('2') }), 12);
    expect(after.main(12)).toMatchObject({ position: 12, cue: '1' });
    expect(after.at(12).cues).toEqual({ current: '1', standby: '3' });
  });
  it('never runs past a mark that lay ahead', () => {
    const near = standardCues.map((cue) => (cue.number === '3' ? { ...cue, at: 14 } : cue));
    const after = take(playing(18), makeShow({ cues: near }), 18);
    expect(after.main(18).position).toBeCloseTo(13.999, 6);
    expect(after.main(19)).toMatchObject({ state: 'holding', cue: '2' });
  });
  it('is the position itself where no cue lies before', () => {
    const theatre = new Theatre(makeShow({ cues: without('1') }));
    theatre.do(0, 'timeline/start', { id: 'main', at: 4 });
    expect(take(theatre, shifted, 1).main(1)).toMatchObject({ position: 5 });
  });
});

describe('what stands', () => {
  it('holds before the same cue, wherever it is now', () => {
    const after = take(playing(19), shifted, 22);
    expect(after.main(30)).toMatchObject({ state: 'holding', position: 24.999 });
    after.do(31, 'go');
    expect(after.main(32)).toMatchObject({ state: 'playing', cue: '3', position: 26 });
  });
  it('loops in the new loop', () => {
    const after = take(playing(21), shifted, 33.5);
    expect(after.main(33.5)).toMatchObject({ state: 'playing', cue: '3' });
    expect(after.main(33.5).position).toBeGreaterThanOrEqual(31);
    expect(after.main(33.5 + 400.25).position).toBeLessThan(35);
    expect(after.at(500).cues.standby).toBe('4');
  });
  it.each([
    ['hold', '3', 22],
    ['loop', '4', 33.5],
  ])('that waited for a GO in a %s which is gone waits for one', (_, number, now) => {
    const theatre = number === '3' ? playing(19) : playing(now);
    const after = take(theatre, makeShow({ cues: without(number) }), now);
    const at = after.main(now).position;
    expect(after.main(now + 60)).toMatchObject({ state: 'paused', position: at });
    after.do(now + 61, 'go');
    expect(after.main(now + 62).state).toBe('playing');
  });
  it('is paused, ended or dark as before', () => {
    const theatre = playing(12);
    theatre.do(12, 'pause');
    expect(take(theatre, shifted, 13).main(20)).toMatchObject({ state: 'paused', position: 17 });
    const ended = new Theatre(makeShow({ cues: [{ number: '1', at: 0 }], duration: 10 }));
    ended.do(0, 'go');
    const after = take(ended, makeShow({ cues: [{ number: '1', at: 0 }], duration: 12 }), 11);
    expect(after.main(20)).toMatchObject({ state: 'holding', position: 11.999 });
  });
});

describe('the cross-fade', () => {
  const blue = makeShow({ clips: { 'clip:new': { layer: 'solid', start: 0, duration: 100 } } });
  const clipsAt = (theatre: Theatre, now: number) =>
    frameAt(theatre.show, theatre.plan, now).groups.map(({ key, weight, layers }) => ({
      key,
      weight,
      clips: layers.map(({ clip }) => clip),
    }));

  it('mixes both revisions, the new one over the old one, and ends', () => {
    const after = take(playing(12), blue, 12, 2);
    expect(clipsAt(after, 13)).toEqual([
      { key: 'main-1', weight: 1, clips: ['clip:base'] },
      { key: 'main-2', weight: 0.5, clips: ['clip:base', 'clip:new'] },
    ]);
    expect(clipsAt(after, 14.5)).toEqual([{ key: 'main-2', weight: 1, clips: ['clip:base', 'clip:new'] }]);
    expect(after.main(13)).toMatchObject({ id: 'main-2', position: 13 });
    const loud = soundsAt(after.show, after.plan, 13).map(({ gain }) => gain);
    expect(loud.reduce((sum, gain) => sum + gain * gain, 0)).toBeCloseTo(1, 6);
  });
  it('draws plans of before from the revision of before', () => {
    const theatre = playing(12);
    const now = take(theatre, blue, 12, 2).show;
    expect(frameAt(now, theatre.plan, 11.9).groups[0]?.layers.map(({ clip }) => clip)).toEqual(['clip:base']);
  });
  it('fades the old one out where its timeline is gone', () => {
    const { timelines, ...rest } = blue;
    const { 'timeline:main': _, ...others } = timelines;
    const after = take(playing(12), { ...rest, timelines: others }, 12, 2);
    expect(clipsAt(after, 13)).toMatchObject([{ key: 'main-1', weight: 0.5, clips: ['clip:base'] }]);
    expect(clipsAt(after, 15)).toEqual([]);
  });
  it('carries stings, and a GO in the middle of it', () => {
    const theatre = playing(12);
    theatre.do(11.9, 'cue/go', { cue: '9' });
    const after = take(theatre, blue, 12, 2);
    expect(clipsAt(after, 13).map(({ key, weight }) => [key, weight])).toEqual([
      ['main-1', 1],
      ['overlay-2', 1],
      ['main-3', 0.5],
      ['overlay-4', 0.5],
    ]);
    after.do(13, 'cue/go', { cue: '5', fade: 2 });
    expect(clipsAt(after, 13.5).map(({ key }) => key)).toEqual(['main-1', 'overlay-2', 'main-3', 'main-5', 'overlay-4']); // prettier-ignore
    expect(clipsAt(after, 15.5)).toMatchObject([{ key: 'main-5', weight: 1 }]);
  });
  it('is a cut in panic', () => {
    const theatre = playing(12);
    theatre.do(12, 'panic');
    expect(take(theatre, blue, 13, 2).plan.playbacks).toMatchObject([{ id: 'main-1', outgoing: false }]);
  });
});
