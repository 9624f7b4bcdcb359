import { describe, expect, it } from 'vitest';
import type { Status } from '../../../../core/control/link.ts';
import { advance } from '../../../../core/playback/advance.ts';
import { command, emptyPlan } from '../../../../core/playback/engine.ts';
import type { Plan } from '../../../../core/playback/plan.ts';
import { resolve } from '../../../../core/playback/resolve.ts';
import { noSafety } from '../../../../core/control/safety.topics.ts';
import { noTimecode } from '../../../../core/control/timecode.topics.ts';
import { cueOfText, deafTurn } from '../../../../renderer/console/run/actions.ts';
import { factsOf } from '../../../../renderer/console/run/cues/cue-facts.ts';
import { countdownOf, waitsIn } from '../../../../renderer/console/run/now/countdown.ts';
import { frameChips, mainState, stationChips } from '../../../../renderer/console/run/now/run-state.ts';
import { groupOf } from '../../../../renderer/console/run/side/log.tsx';
import { playingIn } from '../../../../renderer/console/run/side/playing.tsx';
import type { Frame } from '../../../../renderer/console/run/ticker.ts';
import { makeShow, type standardCues } from '../../../support/core/show.ts';

type Verb = [at: number, verb: string, args?: Record<string, unknown>];

/** The page's frame at a time, after some verbs. */
const frameAt = (at: number, verbs: Verb[], cues?: typeof standardCues): Frame => {
  const show = makeShow(cues ? { cues } : {});
  let plan: Plan = emptyPlan(show, 0);
  for (const [when, verb, args = {}] of verbs) {
    const before = advance(show, plan, when).plan;
    const result = command(show, before, { verb, args, sender: 'x' }, when);
    if (!result.ok) throw new Error(result.message);
    plan = result.value.plan;
  }
  return { show, resolved: resolve(show, plan, at) };
};
const go: Verb = [0, 'go'];
const waitsOf = ({ resolved: { plan, now } }: Frame) =>
  waitsIn(plan, now).map(({ cue, left, isHeld }) => [cue, Math.round(left * 100) / 100, isHeld]);

describe('the great digits', () => {
  it.each<[string, number, Verb[], string | undefined, number | undefined]>([
    ['nothing plays', 1, [], undefined, undefined],
    ['to the hold at 20', 4, [go], 'hold', 15.999],
    ['stands in it', 30, [go], undefined, undefined],
    ['paused, they stand still', 50, [go, [4, 'pause']], 'hold', 15.999],
    ['to the loop at 30', 2, [[0, 'cue/go', { cue: '3' }]], 'loop', 8],
    ['in the loop, to the next lap', 11, [[0, 'cue/go', { cue: '3' }]], 'lap', 3],
    ['a lap later', 15.5, [[0, 'cue/go', { cue: '3' }]], 'lap', 2.5],
    ['to the end', 1, [[0, 'cue/go', { cue: '5' }]], 'end', 58.999],
    ['panic, to the cut', 5, [go, [4, 'panic']], 'cut', 1],
    ['a stop that fades', 5, [go, [4, 'stop', { fade: 3 }]], 'stopped', 2],
    ['at the end', 90, [[0, 'cue/go', { cue: '5' }]], undefined, undefined],
  ])('%s', (_, at, verbs, what, left) => {
    const countdown = countdownOf(frameAt(at, verbs));
    expect(countdown?.what).toBe(what);
    expect(countdown?.left ?? -1).toBeCloseTo(left ?? -1, 3);
  });
  it('a hold with a maximum counts to its end', () => {
    const cues = [
      { number: '1', at: 0 },
      { number: '2', at: 10, arrive: { kind: 'hold', max: 5 } },
    ];
    const frame = frameAt(11.999, [go], cues);
    expect(countdownOf(frame)).toMatchObject({ what: 'goes', left: expect.closeTo(3, 2) });
    expect(mainState(frame).word).toBe('holdingMax');
  });
  it('a loop that ends by itself counts to its end, and says which lap', () => {
    const cues = [
      { number: '1', at: 0 },
      { number: '2', at: 10, arrive: { kind: 'loop', from: 8, times: 3 } },
    ];
    const frame = frameAt(13, [go], cues);
    expect(mainState(frame)).toMatchObject({ word: 'loopingTimes', values: { lap: 2, laps: 3 } });
    expect(countdownOf(frame)).toMatchObject({ what: 'laps', left: expect.closeTo(3, 2) });
  });
  it('a GO that waits for its bar counts to the bar', () => {
    const cues = [
      { number: '1', at: 0 },
      { number: '2', at: 10, arrive: { kind: 'loop', from: 8, times: null }, quantise: 'bar' },
    ];
    const frame = frameAt(11.3, [go, [11.2, 'go']], cues);
    expect(countdownOf(frame)).toMatchObject({ what: 'armed', left: expect.closeTo(0.7, 2) });
    expect(frameChips(frame).map(({ word }) => word)).toEqual(['goArmed']);
  });
});

describe('cues that wait', () => {
  const cues = [
    { number: '1', at: 0, preWait: 4, continue: true, postWait: 2 },
    { number: '2', actions: [] },
  ];
  it('nothing plays yet: the digits count the pre-wait down', () => {
    const frame = frameAt(1, [go], cues);
    expect(countdownOf(frame)).toMatchObject({ what: 'wait', cue: 'cue:q1', left: expect.closeTo(3, 3) });
    expect(frameChips(frame).map(({ word }) => word)).toEqual(['waits']);
  });
  it('what continues counts beside what runs; a pause holds it', () => {
    expect(waitsOf(frameAt(5, [go], cues))).toEqual([['cue:q2', 1, false]]);
    expect(waitsOf(frameAt(9, [go, [5, 'pause']], cues))).toEqual([['cue:q2', 1, true]]);
  });
});

it('a rehearsed section turns over like a loop, and says so', () => {
  const frame = frameAt(12, [[0, 'rehearse', { from: '1', to: '2' }]]);
  expect(countdownOf(frame)).toMatchObject({ what: 'loop', left: expect.closeTo(8, 3) });
  expect(frameChips(frame).map(({ word }) => word)).toEqual(['rehearsing']);
});

describe('states', () => {
  it.each<[string, number, Verb[], string[]]>([
    ['at the start', 1, [], ['nothingPlays']],
    ['plays', 1, [go], ['playing']],
    ['holds', 30, [go], ['holding']],
    ['loops', 12, [[0, 'cue/go', { cue: '3' }]], ['looping']],
    ['at its end', 90, [[0, 'cue/go', { cue: '5' }]], ['ended']],
    ['paused', 5, [go, [4, 'pause']], ['paused']],
    ['panic', 5, [go, [4, 'panic']], ['playing', 'panicShort']],
    ['panic has cut', 7, [go, [4, 'panic']], ['paused', 'panicCutShort']],
    ['blackout', 5, [go, [4, 'blackout', { on: true }]], ['playing', 'blackoutShort']],
    ['stop with a fade', 5, [go, [4, 'stop', { fade: 3 }]], ['playing', 'fadingOut']],
    ['cross-fade', 5, [go, [4, 'cue/go', { cue: '5', fade: 3 }]], ['playing', 'crossFading']],
  ])('%s', (_, at, verbs, words) => {
    const frame = frameAt(at, verbs);
    expect([mainState(frame), ...frameChips(frame)].map(({ word }) => word)).toEqual(words);
  });
  it('each has a mark of its own beside its word', () => {
    const frames = [frameAt(1, [go]), frameAt(30, [go]), frameAt(5, [go, [4, 'pause']])];
    const marks = frames.map((frame) => mainState(frame).mark);
    expect(new Set(marks).size).toBe(marks.length);
  });
  it('of the station: a master that is down, deaf inputs, timecode, the lock', () => {
    const input = { kind: 'osc', lastMessageAt: null, state: 'ready', detail: '' } as const;
    const master: Status['master'] = { level: 0.6, blackout: false, panic: 'off' };
    const inputs = [
      { ...input, id: 'osc', armed: false },
      { ...input, id: 'midi', armed: true },
    ];
    const timecode = { ...noTimecode.timecode, isChasing: true, state: 'freewheel' } as const;
    const lock = { ...noSafety.lock, on: true };
    expect(
      stationChips({ master, inputs, timecode, lock, isFrozen: true, isSoft: true }).map(
        ({ word, values }) => [word, values],
      ),
    ).toEqual([
      ['frozenShow', undefined],
      ['noFlashOn', undefined],
      ['masterAt', { percent: 60 }],
      ['freewheeling', undefined],
      ['deafSome', { names: 'osc' }],
      ['locked', undefined],
    ]);
  });
  it('what plays: main with its clips and sounds, and a sting on top', () => {
    const playing = playingIn(frameAt(1.5, [go, [1, 'cue/go', { cue: '9' }]]));
    expect(playing.map(({ role, name }) => [role, name])).toEqual([
      ['main', 'Main'],
      ['overlay', 'Sting'],
    ]);
    expect(playing[0]?.clips).toEqual([
      { id: 'clip:song', name: 'song', isSound: true },
      { id: 'clip:base', name: 'base', isSound: false },
    ]);
  });
});

describe('small parts', () => {
  it.each([
    ['3', '3'],
    [' 9,5 ', '9.5'],
    ['9.50', '9.5'],
    ['9.', '9'],
    ['', undefined],
    ['x', undefined],
    ['77', undefined],
  ])('"%s" names cue %s', (text, number) => {
    expect(cueOfText(makeShow(), text)?.number).toBe(number);
  });
  it('one press makes all inputs deaf, the next lets all be heard', () => {
    const [a, b] = [
      { id: 'a', armed: true },
      { id: 'b', armed: false },
    ];
    expect(deafTurn([a, b])).toEqual([{ id: 'a', armed: false }]);
    expect(deafTurn([b, { id: 'c', armed: false }])).toEqual([
      { id: 'b', armed: true },
      { id: 'c', armed: true },
    ]);
    expect(deafTurn([])).toEqual([]);
  });
  it.each([
    ['cue', 'cues'],
    ['hold', 'cues'],
    ['verb:go', 'presses'],
    ['refused:guard', 'refused'],
    ['osc', 'inputs'],
    ['problem', 'problems'],
    ['link', 'rest'],
  ])('a journal line "%s" is of %s', (kind, group) => {
    expect(groupOf(kind)).toBe(group);
  });
  it('a cue says how it arrives and what follows', () => {
    const show = makeShow({
      cues: [
        { number: '1', at: 0, fade: 2, follow: { after: 5, cue: 'cue:q2' }, quantise: 'bar' },
        { number: '2', at: 10, arrive: { kind: 'hold', max: 3 } },
        { number: '3', at: 20, preWait: 2, continue: true, postWait: 1.5, entry: 18, quantise: 'lap' },
      ],
    });
    const words = show.cues.map((cue) => factsOf(show, cue).map(({ word }) => word));
    expect(words).toEqual([
      ['factBar', 'factFade', 'factFollow'],
      ['factHoldMax'],
      ['factPre', 'factEntry', 'factLap', 'factPost'],
    ]);
  });
});
