import { describe, expect, it } from 'vitest';
import { makeShow } from '../../support/core/show.ts';
import { Theatre } from '../../support/core/theatre.ts';

/** Waits, chains and entry points: the table of core/playback/playback.spec.md. */
type Cues = NonNullable<Parameters<typeof makeShow>[0]>['cues'];
const theatreOf = (cues: NonNullable<Cues>) => new Theatre(makeShow({ cues }));
const loopCue = { number: '2', at: 10, arrive: { kind: 'loop', from: 8, times: null } };
const fired = (theatre: Theatre, number: string) => theatre.plan.fired.cues[`cue:q${number}`]?.at;

describe('pre-wait', () => {
  const cues = [
    { number: '1', at: 0 },
    { number: '2', at: 10, arrive: { kind: 'hold', max: null }, preWait: 3 },
    { number: '3', at: 30 },
    { number: '9', preWait: 2, actions: [{ verb: 'timeline/start', args: { id: 'sting' } }] },
  ];
  it('counts the press at once and starts later; the hold is kept until then', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    theatre.do(12, 'go');
    expect(theatre.at(12).cues).toEqual({ current: '1', standby: '3' });
    expect(theatre.main(14.9)).toMatchObject({ state: 'holding', position: 9.999 });
    expect(theatre.main(16)).toMatchObject({ state: 'playing', cue: '2' });
    expect(theatre.main(16).position).toBeCloseTo(11, 9);
  });
  it('knows no early window, and refuses a second press of the same cue', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    theatre.do(9.8, 'go');
    expect(theatre.main(11).state).toBe('holding');
    expect(theatre.code(11, 'cue/go', { cue: '2' })).toBe('waiting');
  });
  it('gives way to the next GO: the last one wins', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    theatre.do(12, 'go');
    theatre.do(13, 'go');
    expect(theatre.main(20)).toMatchObject({ cue: '3', position: 37 });
    expect(fired(theatre, '2')).toBeUndefined();
  });
  it('gives way to another that counts down, and to a GO that runs through a mark', () => {
    const theatre = theatreOf([...cues, { number: '4', at: 40, preWait: 5 }]);
    theatre.do(0, 'go');
    theatre.do(12, 'cue/go', { cue: '2' });
    theatre.do(13, 'cue/go', { cue: '4' });
    expect(theatre.plan.waiting.map(({ cue }) => cue)).toEqual(['cue:q4']);
    theatre.do(13.5, 'seek', { position: 29.7 });
    theatre.do(13.5, 'resume');
    theatre.do(13.6, 'cue/go', { cue: '4' });
    theatre.do(13.7, 'standby', { cue: '3' });
    theatre.do(14, 'cue/go', { cue: '3' }, 'other');
    expect(theatre.plan.waiting).toEqual([]);
  });
  it('leaves standby where it was put meanwhile', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    theatre.do(12, 'go');
    theatre.do(13, 'standby', { cue: '1' });
    expect(theatre.at(16).cues).toEqual({ current: '2', standby: '1' });
  });
  it('of a sting is kept by a GO, and counts while main plays', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'cue/go', { cue: '9' });
    theatre.do(1, 'go');
    expect(theatre.at(1.9).playbacks).toHaveLength(1);
    expect(theatre.at(2.1).playbacks.map(({ timeline }) => timeline)).toEqual(['main', 'sting']);
  });
  it('stands still in a pause', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    theatre.do(12, 'go');
    theatre.do(13, 'pause');
    theatre.do(20, 'resume');
    expect(theatre.main(21.9).state).toBe('holding');
    expect(theatre.main(22.5).cue).toBe('2');
  });
  it.each([
    ['back', {}],
    ['seek', { position: 3 }],
    ['stop', {}],
    ['stop', { fade: 1 }],
    ['panic', {}],
    ['reset', {}],
    ['timeline/start', { id: 'main' }],
  ])('is called off by %s %j', (verb, args) => {
    const theatre = theatreOf([{ number: '0.5', at: 0 }, ...cues]);
    theatre.do(0, 'go');
    theatre.do(1, 'cue/go', { cue: '1' });
    theatre.do(2, 'cue/go', { cue: '9' });
    theatre.do(12, 'cue/go', { cue: '2' });
    expect(theatre.plan.waiting).toHaveLength(1);
    theatre.do(12.5, verb, args);
    expect(theatre.plan.waiting).toEqual([]);
  });
});

describe('continue and follow', () => {
  it('fires the next cue in order, placed or not, after the post-wait', () => {
    const theatre = theatreOf([
      { number: '1', at: 0, continue: true, postWait: 2 },
      { number: '1.5', continue: true, actions: [{ verb: 'timeline/start', args: { id: 'sting' } }] },
      { number: '1.7', disarmed: true },
      { number: '2', at: 50, preWait: 1 },
    ]);
    theatre.do(0, 'go');
    expect(theatre.at(2).playbacks).toHaveLength(2);
    expect(theatre.main(2.9).cue).toBe('1');
    expect(theatre.main(4)).toMatchObject({ cue: '2', position: 51 });
    expect(theatre.at(4).cues).toEqual({ current: '2', standby: null });
  });
  it('goes on from a mark that is crossed', () => {
    const theatre = theatreOf([
      { number: '1', at: 0 },
      { number: '2', at: 5, continue: true, postWait: 1 },
      { number: '3', at: 40 },
    ]);
    theatre.do(0, 'go');
    expect(theatre.main(6.5)).toMatchObject({ cue: '3', position: 40.5 });
  });
  it('follows a sting by time, which stands still in a pause', () => {
    const theatre = theatreOf([
      { number: '1', at: 0 },
      { number: '8', follow: { after: 3, cue: 'cue:q9' } },
      { number: '9', actions: [{ verb: 'timeline/start', args: { id: 'sting' } }] },
    ]);
    theatre.do(0, 'go');
    theatre.do(1, 'cue/go', { cue: '8' });
    theatre.do(2, 'pause');
    theatre.do(10, 'resume');
    expect(theatre.at(11.9).playbacks).toHaveLength(1);
    expect(theatre.at(12.1).playbacks).toHaveLength(2);
  });
  it('ends a chain that comes back to a cue in the same instant', () => {
    const theatre = theatreOf([
      { number: '1', at: 0 },
      { number: '5', continue: true },
      { number: '6', follow: { after: 0, cue: 'cue:q5' } },
    ]);
    theatre.do(0, 'go');
    theatre.do(1, 'cue/go', { cue: '5' });
    theatre.at(100);
    expect(theatre.do(2, 'pause').plan.fired.cues['cue:q5']?.count).toBe(1);
  });
});

describe('an entry point', () => {
  const cues = [
    { number: '1', at: 0 },
    { number: '2', at: 10, entry: 8, arrive: { kind: 'hold', max: null } },
    { number: '3', at: 20, entry: 24 },
  ];
  it('is where a jump begins; the cue’s own mark is then only passed', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    theatre.do(3, 'cue/go', { cue: '2' });
    expect(theatre.main(3)).toMatchObject({ cue: '2', position: 8 });
    expect(theatre.main(8)).toMatchObject({ state: 'playing', position: 13 });
    expect(theatre.do(8, 'standby', { cue: '3' }).plan.fired.cues['cue:q2']?.count).toBe(1);
    theatre.do(9, 'go');
    expect(theatre.main(9).position).toBe(24);
  });
  it('is not where a hold is released', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    theatre.do(12, 'go');
    expect(theatre.main(12).position).toBe(10);
  });
});

describe('a vamp', () => {
  const cues = [
    { number: '1', at: 0 },
    { ...loopCue, quantise: 'lap' },
    { number: '3', at: 30 },
  ];
  it('ends with its lap, without a new picture', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    // The loop began at 10; laps of 2 s end at 12, 14, 16 …
    theatre.do(13, 'go');
    expect(theatre.at(13.9).cues).toEqual({ current: '1', standby: '2' });
    expect(theatre.plan.armed).toMatchObject({ cue: 'cue:q2', at: 14 });
    expect(theatre.main(15)).toMatchObject({ id: 'main-1', cue: '2', position: 11 });
    expect(theatre.at(15).cues).toEqual({ current: '2', standby: '3' });
    expect(theatre.do(16, 'pause').plan.armed).toBeNull();
  });
  it('goes at once at a second GO', () => {
    const theatre = theatreOf(cues);
    theatre.do(0, 'go');
    theatre.do(12.5, 'go');
    theatre.do(13, 'go');
    expect(theatre.main(13.2).position).toBeCloseTo(10.2, 9);
  });
  it('out at the next bar, by the tempo', () => {
    const theatre = theatreOf([
      { number: '1', at: 0 },
      { ...loopCue, at: 16, arrive: { kind: 'loop', from: 8, times: null }, quantise: 'bar' },
    ]);
    theatre.do(0, 'go');
    // 120 bpm in four: a bar is 2 s; at clock 17 the loop stands at 9, the next bar at 10.
    theatre.do(17, 'go');
    expect(theatre.main(17.9).position).toBeCloseTo(9.9, 9);
    expect(theatre.main(18.5)).toMatchObject({ cue: '2', position: 16.5 });
  });
});
