import { describe, expect, it } from 'vitest';
import { advance, nextEventAt } from '../../../core/playback/engine.ts';
import { frameAt, soundsAt } from '../../../core/playback/frame-at.ts';
import { makeShow, standardCues } from '../../support/core/show.ts';
import { Theatre } from '../../support/core/theatre.ts';

describe('a show opens', () => {
  it('black, with the first cue with a place on standby', () => {
    const theatre = new Theatre();
    expect(theatre.at(5)).toEqual({
      playbacks: [],
      cues: { current: null, standby: '1' },
      master: { level: 1, blackout: false, panic: 'off' },
    });
    expect(frameAt(theatre.show, theatre.plan, 5).groups).toEqual([]);
  });
});

describe('by itself', () => {
  it('passes a mark: current and standby move on', () => {
    const theatre = Theatre.held();
    expect(theatre.at(9.99).cues).toEqual({ current: '1', standby: '2' });
    expect(theatre.at(10).cues).toEqual({ current: '2', standby: '3' });
  });
  it('holds before the mark for as long as it takes', () => {
    const theatre = Theatre.held();
    for (const now of [20, 25, 3600]) {
      expect(theatre.main(now)).toMatchObject({ state: 'holding', rate: 0, position: 19.999 });
      expect(theatre.at(now).cues).toEqual({ current: '2', standby: '3' });
    }
    expect(nextEventAt(theatre.show, advance(theatre.show, theatre.plan, 30).plan)).toBeNull();
  });
  it('lets a layer’s free time run on through a hold', () => {
    const theatre = Theatre.held();
    const layer = (now: number) => frameAt(theatre.show, theatre.plan, now).groups[0]?.layers[0];
    expect(layer(60)).toMatchObject({ position: 19.999, free: 60 });
  });
  it('loops until GO, without growing state', () => {
    const theatre = Theatre.held();
    theatre.do(20.5, 'go');
    expect(theatre.main(30.5).position).toBeCloseTo(26, 9);
    expect(theatre.main(35.5).position).toBeCloseTo(27, 9);
    expect(theatre.main(30.5 + 4 * 1000 + 1.25).position).toBeCloseTo(27.25, 6);
    expect(theatre.at(4000).cues).toEqual({ current: '3', standby: '4' });
  });
  it('loops a number of times and then passes', () => {
    const theatre = new Theatre(
      makeShow({
        cues: [
          { number: '1', at: 0 },
          { number: '2', at: 10, arrive: { kind: 'loop', from: 8, times: 3 } },
        ],
      }),
    );
    theatre.do(0, 'go');
    expect(theatre.main(15.5).position).toBeCloseTo(9.5, 9);
    expect(theatre.main(17).position).toBeCloseTo(11, 9);
    expect(theatre.at(17).cues).toEqual({ current: '2', standby: null });
  });
  it('goes by itself when a hold has a maximum', () => {
    const theatre = new Theatre(
      makeShow({
        cues: [
          { number: '1', at: 0 },
          { number: '2', at: 10, arrive: { kind: 'hold', max: 5 } },
        ],
      }),
    );
    theatre.do(0, 'go');
    expect(theatre.main(14.9).state).toBe('holding');
    expect(theatre.main(16.999).position).toBeCloseTo(12, 2);
  });
  it('follows', () => {
    const theatre = new Theatre(
      makeShow({
        cues: [
          { number: '1', at: 0, follow: { after: 4, cue: 'cue:q7' } },
          { number: '7', at: 50 },
        ],
      }),
    );
    theatre.do(0, 'go');
    expect(theatre.main(6).position).toBeCloseTo(52, 9);
    expect(theatre.at(6).cues.current).toBe('7');
  });
  it('holds the last frame at the end', () => {
    const theatre = new Theatre(makeShow({ cues: [{ number: '1', at: 0 }] }));
    theatre.do(0, 'go');
    expect(theatre.main(500)).toMatchObject({ state: 'holding', position: 99.999 });
    expect(frameAt(theatre.show, theatre.plan, 500).groups[0]?.layers).toHaveLength(1);
  });
});

describe('GO', () => {
  it('releases a hold on the same playback, from the mark', () => {
    const theatre = Theatre.held();
    const before = theatre.main(25).id;
    theatre.do(25, 'go', { cue: '3' });
    expect(theatre.main(26)).toMatchObject({ id: before, state: 'playing' });
    expect(theatre.main(26).position).toBeCloseTo(21, 9);
    expect(theatre.at(26).cues).toEqual({ current: '3', standby: '4' });
  });
  it('in the early window passes through: the music doesn’t jump', () => {
    const theatre = Theatre.held();
    theatre.do(19.7, 'go');
    expect(theatre.at(19.8).cues).toEqual({ current: '2', standby: '4' });
    expect(theatre.main(19.8).position).toBeCloseTo(19.8, 9);
    expect(theatre.main(22).position).toBeCloseTo(22, 9);
    expect(theatre.at(22).cues.current).toBe('3');
  });
  it('far before the mark jumps there', () => {
    const theatre = Theatre.held();
    theatre.do(12, 'go');
    expect(theatre.main(13).position).toBeCloseTo(21, 9);
  });
  it('with a fade at a hold leaves a ghost that stands', () => {
    const theatre = Theatre.held();
    theatre.do(25, 'go', { fade: 2 });
    const { playbacks } = theatre.at(26);
    expect(playbacks.map((one) => one.state)).toEqual(['ghost', 'playing']);
    expect(playbacks[0]?.position).toBeCloseTo(19.999, 9);
    expect(frameAt(theatre.show, theatre.plan, 26).groups.map((one) => [one.mix, one.weight])).toEqual([
      ['cross', 1],
      ['cross', 0.5],
    ]);
    expect(theatre.at(27).playbacks).toHaveLength(1);
  });
  it('during a cross-fade mixes over the mixture', () => {
    const theatre = Theatre.held();
    theatre.do(25, 'go', { fade: 2 });
    theatre.do(26, 'cue/go', { cue: '5' });
    const weights = frameAt(theatre.show, theatre.plan, 26.5).groups.map((one) => one.weight);
    expect(weights).toEqual([1, 0.75, 0.25]);
    expect(theatre.at(28).playbacks.map((one) => one.state)).toEqual(['playing']);
  });
  it('at the very moment of a hold releases it', () => {
    const theatre = Theatre.held();
    theatre.do(19.999, 'go');
    expect(theatre.main(21).position).toBeCloseTo(21.001, 6);
    expect(theatre.at(21).cues.current).toBe('3');
  });
  it('goes to a cue of another timeline', () => {
    const theatre = Theatre.held();
    theatre.do(3, 'cue/go', { cue: '6' });
    expect(theatre.main(4)).toMatchObject({ timeline: 'other', state: 'playing', cue: '6' });
    expect(theatre.main(4).position).toBeCloseTo(6, 9);
  });
  it('is refused when the sender saw another standby', () => {
    const theatre = Theatre.held();
    expect(theatre.code(5, 'go', { cue: '1' })).toBe('stale-standby');
    expect(theatre.main(6).position).toBeCloseTo(6, 9);
  });
  it('is refused after the last cue', () => {
    const theatre = new Theatre(makeShow({ cues: [{ number: '1', at: 0 }] }));
    theatre.do(0, 'go');
    expect(theatre.code(1, 'go')).toBe('no-standby');
  });
  it('waits for the bar when quantised, and a second press goes at once', () => {
    const cues = [
      { number: '1', at: 0 },
      { number: '2', at: 50, quantise: 'bar' },
    ];
    const theatre = new Theatre(makeShow({ cues }));
    theatre.do(0, 'go');
    theatre.do(4.5, 'go');
    expect(theatre.main(5.9).position).toBeCloseTo(5.9, 9);
    expect(theatre.main(6).position).toBeCloseTo(50, 9);
    const impatient = new Theatre(makeShow({ cues }));
    impatient.do(0, 'go');
    impatient.do(4.5, 'go');
    impatient.do(5, 'go');
    expect(impatient.main(5.5).position).toBeCloseTo(50.5, 9);
  });
});

describe('the guard', () => {
  it('takes two presses within 0.4 s for one, from any input', () => {
    const theatre = new Theatre();
    theatre.do(1, 'go', {}, 'keyboard');
    expect(theatre.code(1.39, 'go', {}, 'tablet')).toBe('guard');
    expect(theatre.code(1.41, 'go', {}, 'tablet')).toBe('ok');
  });
  it('refuses n and n + 1 from one desk, lets another input through', () => {
    const theatre = new Theatre();
    theatre.do(1, 'cue/go', { cue: '1' }, 'desk');
    expect(theatre.code(1.1, 'cue/go', { cue: '2' }, 'desk')).toBe('guard');
    expect(theatre.code(1.1, 'cue/go', { cue: '1' }, 'tablet')).toBe('guard');
    expect(theatre.code(1.2, 'cue/go', { cue: '2' }, 'tablet')).toBe('ok');
  });
  it('is the cue’s own where it has one', () => {
    const theatre = new Theatre(
      makeShow({
        cues: [
          { number: '1', at: 0, guard: 3 },
          { number: '2', at: 50 },
        ],
      }),
    );
    theatre.do(1, 'go');
    expect(theatre.code(3.5, 'go')).toBe('guard');
    expect(theatre.code(4.5, 'go')).toBe('ok');
  });
  it('leaves stings their own re-trigger time', () => {
    const theatre = Theatre.held();
    theatre.do(0.1, 'cue/go', { cue: '9' });
    expect(theatre.code(0.4, 'cue/go', { cue: '9' })).toBe('retrigger');
    expect(theatre.code(0.7, 'cue/go', { cue: '9' })).toBe('ok');
  });
});

describe('stings', () => {
  it('lie on top and move neither current nor standby', () => {
    const theatre = Theatre.held();
    theatre.do(3, 'cue/go', { cue: '9' });
    expect(theatre.at(4).cues).toEqual({ current: '1', standby: '2' });
    expect(frameAt(theatre.show, theatre.plan, 4.5).groups.map((one) => [one.mix, one.blend])).toEqual([
      ['cross', 'normal'],
      ['over', 'add'],
    ]);
    expect(theatre.at(5.01).playbacks).toHaveLength(1);
  });
  it('restart by default', () => {
    const theatre = Theatre.held();
    theatre.do(3, 'cue/go', { cue: '9' });
    theatre.do(4, 'cue/go', { cue: '9' });
    expect(
      theatre
        .at(4.5)
        .playbacks.filter((one) => one.timeline === 'sting')
        .map((one) => one.position),
    ).toEqual([0.5]);
  });
  it('stack up to the cap, or are ignored', () => {
    const with_ = (again: string) =>
      new Theatre(
        makeShow({
          sting: 60,
          cues: [
            ...standardCues.slice(0, 1),
            { number: '9', again, cap: 2, actions: [{ verb: 'timeline/start', args: { id: 'sting' } }] },
          ],
        }),
      );
    const stack = with_('stack');
    const ignore = with_('ignore');
    for (const at of [1, 2, 3]) for (const one of [stack, ignore]) one.do(at, 'cue/go', { cue: '9' });
    expect(stack.at(4).playbacks.map((one) => one.position)).toEqual([2, 1]);
    expect(ignore.at(4).playbacks.map((one) => one.position)).toEqual([3]);
  });
  it('take their variants in turn', () => {
    const theatre = Theatre.held();
    const levels = [1, 2, 3].map((at) =>
      theatre.do(at, 'cue/go', { cue: '9.5' }).effects.find((one) => one.kind === 'action'),
    );
    expect(levels.map((one) => one?.args['level'])).toEqual([0.5, 1, 0.5]);
  });
  it('are refused in panic', () => {
    const theatre = Theatre.held();
    theatre.do(1, 'panic');
    expect(theatre.code(1.5, 'cue/go', { cue: '9' })).toBe('panic');
    expect(theatre.code(1.5, 'timeline/start', { id: 'sting' })).toBe('panic');
  });
});

describe('panic, stop, pause, seek', () => {
  it('fades picture and sound over 2 s, then main stands still', () => {
    const theatre = Theatre.held();
    theatre.do(4, 'cue/go', { cue: '9' });
    theatre.do(5, 'panic');
    expect(frameAt(theatre.show, theatre.plan, 6).light).toBeCloseTo(0.5, 9);
    expect(soundsAt(theatre.show, theatre.plan, 6)[0]?.gain).toBeCloseTo(0.5, 9);
    expect(theatre.at(7.5).master.panic).toBe('cut');
    expect(theatre.at(90).playbacks.map((one) => [one.state, one.position])).toEqual([['paused', 7]]);
    expect(frameAt(theatre.show, theatre.plan, 90).light).toBe(0);
  });
  it('a second press cuts', () => {
    const theatre = Theatre.held();
    theatre.do(5, 'panic');
    theatre.do(5.5, 'panic');
    expect(frameAt(theatre.show, theatre.plan, 5.5).light).toBe(0);
    expect(theatre.at(5.5).master.panic).toBe('cut');
  });
  it('GO leaves it: from black, over the fade', () => {
    const theatre = Theatre.held();
    theatre.do(5, 'panic', { seconds: 0 });
    theatre.do(9, 'cue/go', { cue: '5', fade: 3 });
    const { light, groups } = frameAt(theatre.show, theatre.plan, 10.5);
    expect(light).toBe(1);
    expect(groups.map((one) => one.weight)).toEqual([0.5]);
  });
  it('resume leaves it where it stood', () => {
    const theatre = Theatre.held();
    theatre.do(5, 'panic');
    theatre.do(60, 'resume');
    expect(theatre.main(61).position).toBeCloseTo(8, 9);
    expect(frameAt(theatre.show, theatre.plan, 60.25).light).toBeCloseTo(0.5, 9);
  });
  it('stop with a fade drops everything; standby stays', () => {
    const theatre = Theatre.held();
    theatre.do(5, 'stop', { fade: 2 });
    expect(frameAt(theatre.show, theatre.plan, 6).light).toBeCloseTo(0.5, 9);
    expect(theatre.at(7)).toMatchObject({ playbacks: [], cues: { current: null, standby: '2' } });
    theatre.do(8, 'go');
    expect(frameAt(theatre.show, theatre.plan, 8).light).toBe(1);
  });
  it('pause in a hold keeps the hold and its maximum stands still', () => {
    const theatre = new Theatre(
      makeShow({
        cues: [
          { number: '1', at: 0 },
          { number: '2', at: 10, arrive: { kind: 'hold', max: 5 } },
        ],
      }),
    );
    theatre.do(0, 'go');
    theatre.do(12, 'pause');
    expect(theatre.main(60).state).toBe('paused');
    theatre.do(60, 'resume');
    expect(theatre.main(62.9).state).toBe('holding');
    expect(theatre.main(63.1).state).toBe('playing');
  });
  it('pause and resume in a loop keep the place', () => {
    const theatre = Theatre.held();
    theatre.do(20.5, 'go');
    theatre.do(35.5, 'pause');
    expect(theatre.main(50).position).toBeCloseTo(27, 9);
    theatre.do(50, 'resume');
    expect(theatre.main(52).position).toBeCloseTo(29, 9);
    expect(theatre.main(54).position).toBeCloseTo(27, 9);
  });
  it('seek while running runs on; in a hold it stands', () => {
    const theatre = Theatre.held();
    theatre.do(5, 'seek', { position: 12 });
    expect(theatre.main(6).position).toBeCloseTo(13, 9);
    expect(theatre.at(6).cues).toEqual({ current: '2', standby: '3' });
    theatre.do(30, 'seek', { position: 3 });
    expect(theatre.main(40)).toMatchObject({ state: 'paused', position: 3 });
    theatre.do(40, 'resume');
    expect(theatre.main(42).position).toBeCloseTo(5, 9);
  });
  it('seek when nothing plays shows the place, paused', () => {
    const theatre = new Theatre();
    theatre.do(1, 'seek', { position: 33 });
    expect(theatre.main(9)).toMatchObject({ state: 'paused', position: 33 });
    expect(theatre.code(9, 'seek', { position: 1000 })).toBe('beyond-end');
  });
  it('back cuts to the cue before current, also after a loop', () => {
    const theatre = Theatre.held();
    theatre.do(20.5, 'go');
    theatre.do(40, 'back');
    expect(theatre.at(40).cues).toEqual({ current: '2', standby: '3' });
    expect(theatre.main(41).position).toBeCloseTo(11, 9);
    expect(new Theatre().code(1, 'back')).toBe('no-previous');
  });
  it('blackout is picture alone, master a factor', () => {
    const theatre = Theatre.held();
    theatre.do(1, 'master', { level: 0.5 });
    theatre.do(2, 'blackout', { on: true, fade: 1 });
    expect(frameAt(theatre.show, theatre.plan, 2.5).light).toBeCloseTo(0.25, 9);
    expect(soundsAt(theatre.show, theatre.plan, 4)[0]?.gain).toBe(1);
    expect(theatre.at(4).master).toMatchObject({ level: 0.5, blackout: true });
  });
  it('reset brings everything to the top', () => {
    const theatre = Theatre.held();
    theatre.do(1, 'master', { level: 0.2 });
    theatre.do(2, 'reset');
    expect(theatre.at(3)).toEqual(new Theatre().at(3));
  });
});
