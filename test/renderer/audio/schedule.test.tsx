import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameSound } from '../../../core/playback/frame.ts';
import {
  FADE,
  JOIN,
  arrange,
  emptySchedule,
  type Command,
  type Schedule,
} from '../../../renderer/audio/schedule.ts';
import { segmentsOf, type SoundsAt } from '../../../renderer/audio/segments.ts';

const sound = (overrides: Partial<FrameSound>): FrameSound => ({
  key: 'main-1/clip:track',
  clip: 'clip:track',
  media: 'media:track',
  offset: 0,
  rate: 1,
  gain: 1,
  outputs: [1, 2],
  pan: 0,
  ...overrides,
});
/** On from `from` to `to`, the file's beginning at `from`. */
const clip =
  (from: number, to: number, overrides: Partial<FrameSound> = {}): SoundsAt =>
  (at) =>
    at >= from && at < to ? [sound({ offset: (at - from) * (overrides.rate ?? 1), ...overrides })] : [];
/** Plays to `to`, then goes round from `from` for ever. */
const loop =
  (from: number, to: number): SoundsAt =>
  (at) => [sound({ offset: at < to ? at : from + ((at - from) % (to - from)) })];

/** Ticks every 50 ms, half a second ahead, as the engine does, until `until`. */
const played = (
  soundsAt: SoundsAt,
  until: number,
  change: { at: number; soundsAt: SoundsAt } | null = null,
) => {
  let schedule: Schedule = emptySchedule;
  const commands: (Command & { told: number })[] = [];
  for (let now = 0; now < until; now += 0.05) {
    const wanted = change && now >= change.at ? change.soundsAt : soundsAt;
    const step = arrange(schedule, segmentsOf(wanted, now, now + 0.5, 0.02), now);
    schedule = step.schedule;
    commands.push(...step.commands.map((command) => ({ ...command, told: now })));
  }
  return { schedule, commands };
};
const starts = (commands: (Command & { told: number })[]) =>
  commands.flatMap((each) => (each.do === 'start' ? [each] : []));
const stops = (commands: (Command & { told: number })[]) =>
  commands.flatMap((each) => (each.do === 'stop' ? [each] : []));

describe('arranging sound ahead', () => {
  it('starts and stops a clip once, ahead of time, within a tenth of a sample', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.6, max: 3, noNaN: true }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        (from, length) => {
          const { commands } = played(clip(from, from + length), from + length + 0.3);
          const [start] = starts(commands);
          expect(starts(commands)).toHaveLength(1);
          expect(stops(commands)).toHaveLength(1);
          expect(Math.abs((start?.voice.startAt ?? 0) - from)).toBeLessThan(3e-6);
          expect(start?.offset).toBeLessThan(3e-6);
          expect(from - (start?.told ?? 0)).toBeGreaterThan(0.4);
          expect(Math.abs((stops(commands)[0]?.at ?? 0) - from - length)).toBeLessThan(3e-6);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('joins the laps of a loop exactly: each begins where the one before ends, at the loop’s first sample', () => {
    const { commands } = played(loop(1.25, 2.5), 8);
    const began = starts(commands);
    expect(began.length).toBeGreaterThanOrEqual(5);
    began.slice(1, 5).forEach(({ voice, offset, fade, after, told }, lap) => {
      expect(voice.startAt).toBeCloseTo(2.5 + lap * 1.25, 5);
      expect(offset).toBeCloseTo(1.25, 5);
      expect(fade).toBe(JOIN);
      expect(after).toBe(began[lap]?.voice.id);
      expect(voice.startAt - told).toBeGreaterThan(0.4);
      expect(stops(commands)[lap]?.at).toBeCloseTo(voice.startAt, 5);
    });
  });
  it('fades out and cues again at a seek', () => {
    const moved: SoundsAt = (at) => [sound({ offset: at + 60 })];
    const { commands } = played(clip(0, 100), 3, { at: 1.02, soundsAt: moved });
    const [, again] = starts(commands);
    expect(again).toMatchObject({ fade: FADE });
    expect(again?.offset).toBeCloseTo(61.05, 6);
    expect(stops(commands)).toEqual([expect.objectContaining({ fade: FADE, at: expect.closeTo(1.05, 6) })]);
  });
  it('stops at a pause and keeps nothing arranged', () => {
    const still: SoundsAt = () => [sound({ offset: 1, rate: 0 })];
    const { commands, schedule } = played(clip(0, 100), 3, { at: 1, soundsAt: still });
    expect(stops(commands)).toHaveLength(1);
    expect(schedule.voices).toEqual([]);
  });
  it('takes a stop back when the plan changes before it', () => {
    const { commands, schedule } = played(clip(0, 2), 2.5, { at: 1.8, soundsAt: clip(0, 100) });
    expect(commands.filter((each) => each.do === 'keep')).toHaveLength(1);
    expect(starts(commands)).toHaveLength(1);
    expect(schedule.voices).toHaveLength(1);
  });
  it('plays two playbacks of one clip as two voices, and reads their gains', () => {
    const both: SoundsAt = (at) => [
      sound({ key: 'main-1/clip:track', offset: at, gain: Math.max(0, 1 - at) }),
      sound({ key: 'main-2/clip:track', offset: at + 30, gain: Math.min(1, at) }),
    ];
    const runs = segmentsOf(both, 0, 0.5, 0.1);
    expect(runs.map(({ key }) => key)).toEqual(['main-1/clip:track', 'main-2/clip:track']);
    expect(runs[1]?.gains.at(-1)).toEqual({ at: 0.5, gain: 0.5, pan: 0 });
  });
  it('carries the speed into offset and stop', () => {
    const { commands } = played(clip(1, 2, { rate: 1.004 }), 2.5);
    expect(starts(commands)[0]?.voice).toMatchObject({ rate: 1.004 });
    expect(stops(commands)[0]?.at).toBeCloseTo(2, 5);
  });
  it.each([-1, 0, 0.5, 0.99, 1.01, 1.5])('is silent at a speed of %s', (rate) => {
    const { commands } = played(clip(0, 2, { rate }), 2.5);
    expect(commands).toEqual([]);
  });
  it('never has two voices of one key but across a join', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 2, noNaN: true }),
        fc.double({ min: 0.3, max: 2, noNaN: true }),
        (from, length) => {
          const { schedule } = played(loop(from, from + length), 6);
          const open = schedule.voices.filter(({ stopAt }) => stopAt === null);
          expect(open.length).toBeLessThanOrEqual(1);
          const ends = schedule.voices
            .map(({ startAt, stopAt }) => [startAt, stopAt ?? Infinity] as const)
            .toSorted((a, b) => a[0] - b[0]);
          ends
            .slice(1)
            .forEach(([start], index) => expect(start).toBeGreaterThan((ends[index]?.[1] ?? 0) - 1e-4));
        },
      ),
      { numRuns: 40 },
    );
  });
});
