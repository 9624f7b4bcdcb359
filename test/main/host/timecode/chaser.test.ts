import { describe, expect, it } from 'vitest';
import { ok } from '../../../../core/result.ts';
import { createShowClock } from '../../../../main/host/clock.ts';
import { createChaser, type ChaserSettings } from '../../../../main/host/timecode/chaser.ts';
import { createFakeMachine } from '../fake-machine.ts';

/** The chase on a real show clock: what main and the clock are told, and where that leaves main. */
const LEAD = 0.03;
const settings: ChaserSettings = {
  freewheel: 2,
  then: 'hold',
  fade: 3,
  go: 'refuse',
  source: 'ltc',
  duration: 600,
};
const setUp = (refusal: string | null = null) => {
  const fake = createFakeMachine();
  const clock = createShowClock(50, fake.machine);
  const told: { verb: string; args: Record<string, unknown>; sender: string }[] = [];
  const refused: string[] = [];
  let anchor: { position: number; at: number; rate: number } | null = null;
  const chaser = createChaser({
    clock,
    lead: LEAD,
    settings: () => settings,
    onRefused: (code) => refused.push(code),
    playback: {
      command(verb, args, sender) {
        told.push({ verb, args, sender });
        if (refusal !== null) return { ok: false, code: refusal, message: refusal, path: '' };
        // As late as a busy host makes it.
        const effectiveAt = clock.now() + LEAD + 0.004;
        if (verb === 'chase')
          anchor = { position: Number(args['position']), at: effectiveAt, rate: Number(args['rate']) };
        return ok({ current: null, standby: null, effectiveAt, plan: told.length });
      },
    },
  });
  const main = () => anchor && anchor.position + (clock.now() - anchor.at) * anchor.rate;
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
      chaser.sample({ at, position: start + (at - begun) * speed, speed });
      chaser.tick();
      fake.advance(0.02);
      const now = clock.host();
      look?.((main() ?? Infinity) - (start + (now - begun) * speed), now - begun);
    }
  };
  return { ...fake, clock, chaser, told, refused, play, main };
};

describe('chaser', () => {
  it('locates main once, and main stays within a frame from half a second on', () => {
    const { play, told } = setUp();
    let worst = 0;
    play(10, 1, 100, (error, at) => (worst = at > 0.5 ? Math.max(worst, Math.abs(error)) : 0));
    expect(worst).toBeLessThan(0.01);
    expect(told.map(({ verb }) => verb)).toEqual(['chase']);
    expect(told[0]).toMatchObject({ args: { rate: 1, go: 'refuse' }, sender: 'timecode:ltc' });
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
    expect(told.at(-1)).toMatchObject({ verb: 'unchase', args: { then: 'continue' } });
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
    expect(told.at(-1)?.args).toEqual({ then: 'hold', seconds: 3 });
  });
  it('a refused command is tried again, but twice a second at most', () => {
    const { play, told, refused } = setUp('panic');
    play(5, 1, 100);
    expect(refused.length).toBeGreaterThan(4);
    expect(told.length).toBeLessThanOrEqual(11);
  });
});
