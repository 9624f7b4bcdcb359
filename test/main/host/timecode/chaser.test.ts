import { describe, expect, it } from 'vitest';
import { createShowClock } from '../../../../main/host/clock.ts';
import { createPlayback, lead } from '../../../../main/host/playback.ts';
import { createChaser, type ChaserSettings } from '../../../../main/host/timecode/chaser.ts';
import { makeShow } from '../../../support/core/show.ts';
import { createFakeMachine } from '../fake-machine.ts';

/** The chase on a real show clock: what main and the clock are told, and where that leaves main. */
const settings: ChaserSettings = {
  freewheel: 2,
  ending: 'hold',
  fade: 3,
  go: 'refuse',
  source: 'ltc',
  duration: 600,
};
const show = makeShow({
  duration: 600,
  cues: [
    { number: '1', at: 0 },
    { number: '2', at: 110 },
  ],
});
const setUp = (change: Partial<ChaserSettings> = {}) => {
  const fake = createFakeMachine();
  const clock = createShowClock(50, fake.machine);
  const told: { verb: string; args: Record<string, unknown> }[] = [];
  const refused: string[] = [];
  let left = 0;
  const playback = createPlayback({
    show,
    clock,
    resumed: null,
    onPlans: () => undefined,
    onHorizon: () => undefined,
    onEffects: () => undefined,
  });
  const chaser = createChaser({
    clock,
    lead,
    settings: () => ({ ...settings, ...change }),
    onRefused: (code) => refused.push(code),
    onLeft: () => (left += 1),
    playback: {
      ...playback,
      command(verb, args, sender, due) {
        told.push({ verb, args });
        return playback.command(verb, args, sender, due);
      },
    },
  });
  const main = () => playback.status(clock.now()).playbacks.at(-1)?.position ?? null;
  /** A code that plays from `start` on, one sample a frame, told 15 ms after its edge. */
  const play = (
    seconds: number,
    speed: number,
    start: number,
    look?: (error: number, at: number) => void,
  ) => {
    const begun = clock.host();
    for (let frame = 0; frame * 0.04 < seconds; frame += 1) {
      const at = begun + frame * 0.04;
      fake.advance(at + 0.015 - clock.host());
      // The room stops when main has left.
      if (left === 0) chaser.sample({ at, position: start + (at - begun) * speed, speed });
      chaser.tick();
      fake.advance(0.02);
      const now = clock.host();
      look?.((main() ?? Infinity) - (start + (now - begun) * speed), now - begun);
    }
  };
  const press = (verb: string, args = {}) => playback.command(verb, args, 'test', null);
  return { ...fake, clock, chaser, told, refused, play, main, press, playback, left: () => left };
};

describe('chaser', () => {
  it('locates main once, and main stays within a frame from half a second on', () => {
    const { play, told } = setUp();
    let worst = 0;
    play(10, 1, 100, (error, at) => (worst = at > 0.5 ? Math.max(worst, Math.abs(error)) : 0));
    expect(worst).toBeLessThan(0.01);
    expect(told.map(({ verb }) => verb)).toEqual(['chase']);
    expect(told[0]).toMatchObject({ args: { rate: 1, go: 'refuse', enter: true } });
  });
  it('a drift of 0.2 % goes into the show clock, and not into plans', () => {
    const { play, told, clock } = setUp();
    let last = 0;
    play(20, 1.002, 100, (error) => (last = error));
    expect(clock.map()).toMatchObject({ source: 'ltc' });
    expect(clock.map().rate).toBeCloseTo(1.002, 4);
    expect(Math.abs(last)).toBeLessThan(0.002);
    expect(told).toHaveLength(1);
  });
  it('10 % goes into main, and the clock is left alone', () => {
    const { play, told, clock } = setUp();
    let worst = 0;
    play(6, 1.1, 100, (error, at) => (worst = at > 0.5 ? Math.max(worst, Math.abs(error)) : 0));
    expect(clock.map().rate).toBe(1);
    expect(worst).toBeLessThan(0.04);
    expect(told.length).toBeLessThanOrEqual(3);
  });
  it('the sound device does not set the clock meanwhile, and does after', () => {
    const { play, clock, chaser, told } = setUp();
    play(3, 1, 100);
    clock.setRate(1.0001, 'sound');
    expect(clock.map().source).toBe('ltc');
    chaser.stop();
    expect(told.at(-1)).toMatchObject({ verb: 'unchase', args: { ending: 'continue' } });
    expect(clock.map()).toMatchObject({ source: 'machine', rate: 1 });
    clock.setRate(1.0001, 'sound');
    expect(clock.map().source).toBe('sound');
  });
  it('a drop-out: main freewheels untold, then holds as it is set', () => {
    const { play, told, chaser, advance } = setUp();
    play(3, 1, 100);
    const steps: string[] = [];
    for (let at = 0; at < 3; at += 0.05) {
      advance(0.05);
      chaser.tick();
      steps.push(chaser.state().phase);
    }
    expect([steps[2], steps[10], steps.at(-1)]).toEqual(['locked', 'freewheel', 'lost']);
    expect(told.map(({ verb }) => verb)).toEqual(['chase', 'unchase']);
    expect(told.at(-1)?.args).toEqual({ ending: 'hold', seconds: 3 });
  });
  it('GO is refused, or leaves chase for good, as it is set', () => {
    const refusing = setUp();
    refusing.play(2, 1, 100);
    expect(refusing.press('go')).toMatchObject({ ok: false, code: 'chasing' });
    const leaving = setUp({ go: 'leave' });
    leaving.play(2, 1, 100);
    expect(leaving.press('cue/go', { cue: '1' })).toMatchObject({ ok: true });
    leaving.play(2, 1, 102);
    expect(leaving.left()).toBe(1);
    expect(leaving.clock.map().source).toBe('machine');
  });
  it('main is taken into the chase once; a skip only finds it there', () => {
    const { play, told } = setUp();
    play(1, 1, 100);
    play(1, 1, 200);
    expect(told.map(({ args }) => args['enter'])).toEqual([true, false]);
  });
  it('panic takes main off the code, and nothing brings it back by itself', () => {
    const { play, press, left, told, chaser } = setUp();
    play(2, 1, 100);
    press('panic', { seconds: 0 });
    chaser.tick();
    expect(left()).toBe(1);
    expect(told.map(({ verb }) => verb)).toEqual(['chase']);
  });
  it('in panic it is refused, and tried again twice a second at most', () => {
    const { play, press, refused, told } = setUp();
    press('go');
    press('panic', { seconds: 0 });
    play(5, 1, 100);
    expect(new Set(refused)).toEqual(new Set(['panic']));
    expect(told.length).toBeGreaterThan(4);
    expect(told.length).toBeLessThanOrEqual(11);
  });
  it('a host that comes back to a code that is gone ends the chase as it is set', () => {
    const { play, clock, playback, advance, told } = setUp();
    play(1, 1, 100);
    const second = createChaser({
      clock,
      lead,
      settings: () => settings,
      onRefused: () => undefined,
      onLeft: () => undefined,
      playback: {
        ...playback,
        command(verb, args, sender, due) {
          told.push({ verb, args });
          return playback.command(verb, args, sender, due);
        },
      },
    });
    expect(second.isIn()).toBe(true);
    advance(1);
    second.tick();
    expect(told.at(-1)?.verb).toBe('chase');
    advance(1.5);
    second.tick();
    expect(told.at(-1)).toMatchObject({ verb: 'unchase', args: { ending: 'hold' } });
  });
});
