import type { FrameSound } from '../../core/playback/frame.ts';
import { FOLLOW, isInTune } from './steer.ts';

/**
 * What will sound in a stretch of the show clock, as runs of straight playing: the sounds are asked for at a few
 * instants, and where something begins, ends or jumps between two of them the instant is found by halving. Exact to a
 * tenth of a sample at 48 kHz, whatever made the change: a clip's edge, a loop, a hold, a plan that takes effect.
 */
export type Gain = { at: number; gain: number; pan: number };
export type Segment = {
  key: string;
  media: string;
  /** Outputs of the device, from 1. */
  outputs: readonly number[];
  /** Playing speed. */
  rate: number;
  /** Place in the file at show clock 0 if it had always played: offset = origin + rate · clock. */
  origin: number;
  /** Show clock. `from` of a run that was on before the stretch is its first instant. */
  from: number;
  /** null: still on at the end of the stretch. */
  to: number | null;
  gains: Gain[];
};
export type SoundsAt = (clock: number) => FrameSound[];

const EXACT = 2e-6;
/** Seconds by which two readings of one run may differ: above rounding, far below what is heard. */
export const SAME = 1e-4;

const originOf = (sound: FrameSound, at: number): number => sound.offset - sound.rate * at;
const isRunOf = (run: Segment, sound: FrameSound, at: number): boolean =>
  run.key === sound.key &&
  run.media === sound.media &&
  run.outputs.join() === sound.outputs.join() &&
  run.rate === sound.rate &&
  Math.abs(originOf(sound, at) - run.origin) < SAME;

/** Latest instant in [low, high] before `isAfter` holds, to within `EXACT`; it holds at `high`. */
const turning = (low: number, high: number, isAfter: (at: number) => boolean): number => {
  let before = low;
  let after = high;
  while (after - before > EXACT) {
    const middle = (before + after) / 2;
    if (isAfter(middle)) after = middle;
    else before = middle;
  }
  return after;
};

/** What stands still, runs backwards or is off its speed is silent: it could only be heard out of tune. */
const audible = (soundsAt: SoundsAt, at: number): FrameSound[] =>
  soundsAt(at).filter(({ rate }) => isInTune(rate));
const pointOf = ({ gain, pan }: FrameSound, at: number): Gain => ({ at, gain, pan });
const opened = (sound: FrameSound, from: number, at: number): Segment => ({
  key: sound.key,
  media: sound.media,
  outputs: sound.outputs,
  rate: sound.rate,
  origin: originOf(sound, at),
  from,
  to: null,
  gains: [pointOf(sound, at)],
});

/** Runs in [from, to], asked for every `step` seconds: a run shorter than a step may be missed. */
export const segmentsOf = (soundsAt: SoundsAt, from: number, to: number, step: number): Segment[] => {
  const closed: Segment[] = [];
  let open = audible(soundsAt, from).map((sound) => opened(sound, from, from));
  for (let previous = from; previous < to - EXACT;) {
    const at = Math.min(to, previous + step);
    const here = audible(soundsAt, at);
    const low = previous;
    const next: Segment[] = [];
    for (const run of open) {
      const still = here.find((sound) => isRunOf(run, sound, at));
      if (still) next.push({ ...run, gains: [...run.gains, pointOf(still, at)] });
      else
        closed.push({
          ...run,
          to: turning(low, at, (t) => !soundsAt(t).some((one) => isRunOf(run, one, t))),
        });
    }
    for (const sound of here) {
      if (open.some((run) => isRunOf(run, sound, at))) continue;
      const run = opened(sound, at, at);
      const start = turning(low, at, (t) => audible(soundsAt, t).some((one) => isRunOf(run, one, t)));
      const first = soundsAt(start).find((one) => isRunOf(run, one, start));
      next.push({
        ...run,
        from: start,
        gains: [pointOf(first ?? sound, start), ...run.gains],
      });
    }
    open = next;
    previous = at;
  }
  return joined([...closed, ...open]);
};

/** A run that goes on at nearly the same place, only at another pace (a chase), is one: the player catches up. */
const joined = (runs: readonly Segment[]): Segment[] =>
  runs.reduce<Segment[]>((all, run) => {
    const before = all.findIndex((each) => isGoneOnBy(each, run));
    const old = all[before];
    if (!old) return [...all, run];
    return all.map((each, index) =>
      index === before ? { ...run, from: old.from, gains: [...old.gains, ...run.gains] } : each,
    );
  }, []);
const isGoneOnBy = (old: Segment, run: Segment): boolean =>
  old.key === run.key &&
  old.media === run.media &&
  old.outputs.join() === run.outputs.join() &&
  old.to !== null &&
  Math.abs(old.to - run.from) < SAME &&
  Math.abs(old.origin + old.rate * run.from - run.origin - run.rate * run.from) < FOLLOW;
