import { describe, expect, it } from 'vitest';
import { replanned } from '../../../core/playback/engine.ts';
import { makeShow, standardCues } from '../../support/core/show.ts';
import { Theatre } from '../../support/core/theatre.ts';

/** Cues disarmed and skipped for the session, and rehearsal: the tables of core/playback/playback.spec.md. */
describe('a disarmed cue', () => {
  it('has no mark, is not fired, and standby passes it over', () => {
    const theatre = new Theatre();
    theatre.do(0, 'go');
    theatre.do(1, 'cue/arm', { cue: '3', armed: false });
    expect(theatre.main(21)).toMatchObject({ state: 'playing', cue: '2' });
    expect(theatre.at(21).cues.standby).toBe('4');
    expect(theatre.code(21, 'cue/go', { cue: '3' })).toBe('disarmed');
    theatre.do(22, 'cue/arm', { cue: '3', armed: true });
    expect(theatre.code(23, 'cue/go', { cue: '3' })).toBe('ok');
  });
  it('arms what the document disarms, over a reset and an edit of the show', () => {
    const show = makeShow({
      cues: [
        { number: '1', at: 0 },
        { number: '2', at: 10, disarmed: true },
      ],
    });
    const theatre = new Theatre(show);
    theatre.do(0, 'cue/arm', { cue: '2', armed: true });
    theatre.do(1, 'reset');
    theatre.do(2, 'go');
    theatre.plan = replanned(makeShow({ cues: show.cues.map(({ number }) => ({ number, at: number === '1' ? 0 : 12, disarmed: number === '2' })) }), theatre.plan, 3); // prettier-ignore
    expect(theatre.at(13).cues).toEqual({ current: '1', standby: '2' });
    expect(theatre.at(15).cues).toEqual({ current: '2', standby: null });
  });
  it('that was standby hands it on; a hold before it stands, and GO fires the new standby', () => {
    const theatre = new Theatre();
    theatre.do(0, 'go');
    theatre.do(25, 'cue/arm', { cue: '3', armed: false });
    expect(theatre.at(26).cues.standby).toBe('4');
    expect(theatre.main(26).state).toBe('holding');
    theatre.do(27, 'go');
    expect(theatre.main(28)).toMatchObject({ cue: '4', position: 31 });
  });
  it('refuses what is no cue', () => {
    expect(new Theatre().code(0, 'cue/arm', { cue: '404', armed: false })).toBe('unknown-cue');
  });
});

describe('a skipped cue', () => {
  it('is passed over by GO and by its mark, and fired on purpose', () => {
    const theatre = new Theatre();
    theatre.do(0, 'cue/skip', { cue: '3', skip: true });
    theatre.do(0, 'go');
    expect(theatre.at(21).cues).toEqual({ current: '2', standby: '4' });
    expect(theatre.main(21).state).toBe('playing');
    theatre.do(21.5, 'cue/skip', { cue: '4', skip: true });
    expect(theatre.at(21.5).cues.standby).toBe('5');
    theatre.do(22, 'standby', { cue: '3' });
    theatre.do(23, 'go');
    expect(theatre.main(24)).toMatchObject({ cue: '3', position: 21 });
  });
});

describe('rehearsal', () => {
  const rehearsed = () => {
    const theatre = new Theatre();
    theatre.do(0, 'rehearse', { from: '2', to: '3' });
    return theatre;
  };
  it('is back at its first cue when it reaches the last one, in the same playback', () => {
    const theatre = rehearsed();
    expect(theatre.main(9)).toMatchObject({ id: 'main-1', position: 19, state: 'playing' });
    expect(theatre.main(11)).toMatchObject({ id: 'main-1', position: 11, cue: '2' });
    expect(theatre.main(10 * 300 + 4).position).toBeCloseTo(14, 6);
    expect(theatre.do(25, 'pause').plan.fired.cues['cue:q2']?.count).toBe(3);
  });
  it('knows holds, loops and GO inside', () => {
    const theatre = new Theatre();
    theatre.do(0, 'rehearse', { from: '2', to: '5' });
    expect(theatre.main(11).state).toBe('holding');
    theatre.do(12, 'go');
    theatre.do(30, 'go');
    expect(theatre.main(39)).toMatchObject({ cue: '4', position: 39 });
    expect(theatre.main(41)).toMatchObject({ cue: '2', position: 11 });
  });
  it.each([
    ['a cue outside', 'cue/go', { cue: '5', fade: 0 }],
    ['a seek outside', 'seek', { position: 45 }],
    ['reset and GO', 'reset', {}],
    ['its end', 'rehearse/end', {}],
  ])('is left by %s', (_what, verb, args) => {
    const theatre = rehearsed();
    theatre.do(5, verb, args);
    if (verb === 'reset') theatre.do(6, 'go');
    expect(theatre.plan.playbacks.every(({ section }) => section === null)).toBe(true);
  });
  it('runs on, holds and all, after its end', () => {
    const theatre = rehearsed();
    theatre.do(5, 'rehearse/end');
    expect(theatre.main(15)).toMatchObject({ state: 'holding', position: 19.999 });
    expect(theatre.code(16, 'rehearse/end')).toBe('not-rehearsing');
  });
  it('stays one through a pause and a seek inside', () => {
    const theatre = rehearsed();
    theatre.do(2, 'seek', { position: 18 });
    theatre.do(3, 'pause');
    theatre.do(13, 'resume');
    expect(theatre.main(15).position).toBeCloseTo(11, 9);
  });
  it('from a cue where main holds already, with an entry before its mark: it does not hold there again', () => {
    const cues = standardCues.map((one) => (one.number === '3' ? { ...one, entry: 18 } : one));
    const theatre = new Theatre(makeShow({ cues }));
    theatre.do(0, 'go');
    expect(theatre.main(21).state).toBe('holding');
    theatre.do(22, 'rehearse', { from: '3', to: '4' });
    expect(theatre.main(23)).toMatchObject({ state: 'playing', position: 19 });
    expect(theatre.main(25)).toMatchObject({ state: 'playing', position: 21, cue: '3' });
  });
  it('to the end of the timeline', () => {
    const theatre = new Theatre();
    theatre.do(0, 'rehearse', { from: '5' });
    expect(theatre.main(61)).toMatchObject({ cue: '5', position: 41 });
  });
  it.each([
    [{ from: '3', to: '2' }, 'rehearse-order'],
    [{ from: '3', to: '3' }, 'rehearse-order'],
    [{ from: '2', to: '6' }, 'rehearse-order'],
    [{ from: '9', to: '3' }, 'no-place'],
    [{ from: '404', to: '3' }, 'unknown-cue'],
  ])('refuses %j', (args, code) => {
    expect(new Theatre(makeShow({ cues: standardCues })).code(0, 'rehearse', args)).toBe(code);
  });
});
