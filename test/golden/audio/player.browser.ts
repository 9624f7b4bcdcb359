import { expect, it } from 'vitest';
import { createPlayer } from '../../../renderer/audio/player.ts';
import { LED } from '../../../renderer/audio/steer.ts';
import type { Chunk } from '../../../renderer/audio/decode.ts';
import type { Command, Voice } from '../../../renderer/audio/schedule.ts';

/** What is arranged on an offline context comes out on the sample. */
const RATE = 48_000;
const voice = (overrides: Partial<Voice>): Voice => ({
  id: 1,
  key: 'main-1/clip:a',
  media: 'media:a',
  outputs: [1],
  rate: 1,
  origin: 0,
  startAt: 0,
  stopAt: null,
  ...overrides,
});
/** Sample n is (n mod 9973) / 9973 + a little, never 0: any slip of a sample shows. */
const valueAt = (frame: number) => 0.1 + (frame % 9973) / 12_000;
const chunksOf = (context: BaseAudioContext, frames: number, length: number): Chunk[] => {
  const chunks: Chunk[] = [];
  for (let frame = 0; frame < frames; frame += length) {
    const buffer = context.createBuffer(1, Math.min(length, frames - frame), RATE);
    buffer.copyToChannel(
      Float32Array.from({ length: buffer.length }, (_, index) => valueAt(frame + index)),
      0,
    );
    chunks.push({ frame, buffer });
  }
  return chunks;
};
const rendered = async (seconds: number, commands: Command[]) => {
  const context = new OfflineAudioContext(1, seconds * RATE, RATE);
  const chunks = chunksOf(context, 4 * RATE, 15_000);
  const player = createPlayer({
    context,
    outlet: () => context.destination,
    chunks: () => chunks,
    contextAt: (clock) => clock,
    clockAt: (at) => at,
    loose: () => LED.loose,
    slope: () => 1,
  });
  player.run(commands);
  return (await context.startRendering()).getChannelData(0);
};
const level = (id: number, at: number): Command => ({ do: 'gain', id, gains: [{ at, gain: 1, pan: 0 }] });

it('starts on the sample and runs over the joins of chunks without a slip', async () => {
  const out = await rendered(3, [
    { do: 'start', voice: voice({ startAt: 0.5 }), offset: 0, fade: 0, after: null },
    level(1, 0.5),
  ]);
  expect(out.subarray(0, RATE / 2).every((each) => each === 0)).toBe(true);
  let worst = 0;
  for (let frame = RATE / 2; frame < out.length; frame += 1)
    worst = Math.max(worst, Math.abs((out[frame] ?? 0) - valueAt(frame - RATE / 2)));
  expect(worst).toBeLessThan(1e-6);
});
it('enters the file at an offset that lies inside a chunk', async () => {
  const out = await rendered(1, [
    { do: 'start', voice: voice({ startAt: 0.25 }), offset: 1.125, fade: 0, after: null },
    level(1, 0.25),
  ]);
  for (const frame of [0, 1, 4321, 20_000])
    expect(out[RATE / 4 + frame]).toBeCloseTo(valueAt(1.125 * RATE + frame), 5);
});
it('goes round a loop with no gap and no sum above the sound itself', async () => {
  const lap = (id: number, startAt: number): Command[] => [
    { do: 'start', voice: voice({ id, startAt }), offset: 0.5, fade: 0.003, after: null },
    level(id, startAt),
    { do: 'stop', id, at: startAt + 0.5, fade: 0.003, by: 'clock' },
  ];
  const out = await rendered(2, [...lap(1, 0.25), ...lap(2, 0.75), ...lap(3, 1.25)]);
  for (let frame = 0.26 * RATE; frame < 1.74 * RATE; frame += 1) {
    const inside = (frame - 0.25 * RATE) % (0.5 * RATE);
    if (inside < 0.003 * RATE + 1) continue;
    expect(Math.abs((out[frame] ?? 0) - valueAt(0.5 * RATE + inside))).toBeLessThan(1e-5);
  }
  const seam = out.subarray(0.75 * RATE, 0.753 * RATE);
  expect(Math.min(...seam)).toBeGreaterThan(0.09);
  expect(Math.max(...seam)).toBeLessThan(0.94);
  expect(out.subarray(1.7532 * RATE).every((each) => each === 0)).toBe(true);
});
it('fades out over the time that it is told and is silent after', async () => {
  const out = await rendered(1, [
    { do: 'start', voice: voice({}), offset: 0, fade: 0, after: null },
    level(1, 0),
    { do: 'stop', id: 1, at: 0.5, fade: 0.02, by: 'clock' },
  ]);
  const middle = 0.51 * RATE;
  expect((out[middle] ?? 0) / valueAt(middle)).toBeCloseTo(0.5, 2);
  expect(out.subarray(0.52 * RATE + 2).every((each) => each === 0)).toBe(true);
});
it('follows gains in straight lines', async () => {
  const out = await rendered(1, [
    { do: 'start', voice: voice({}), offset: 0, fade: 0, after: null },
    {
      do: 'gain',
      id: 1,
      gains: [
        { at: 0, gain: 0, pan: 0 },
        { at: 0.5, gain: 1, pan: 0 },
      ],
    },
  ]);
  expect((out[RATE / 4] ?? 0) / valueAt(RATE / 4)).toBeCloseTo(0.5, 3);
});

it('a lap carries on from the last sample of the one before, though the clocks have moved meanwhile', async () => {
  const context = new OfflineAudioContext(1, 2 * RATE, RATE);
  const chunks = chunksOf(context, 4 * RATE, 15_000);
  let skew = 0;
  const contextAt = (clock: number) => clock + skew;
  const player = createPlayer({
    context,
    outlet: () => context.destination,
    chunks: () => chunks,
    contextAt,
    clockAt: (at) => at - skew,
    loose: () => LED.loose,
    slope: () => 1,
  });
  player.run([
    { do: 'start', voice: voice({ origin: 0.25, startAt: 0.25 }), offset: 0.5, fade: 0, after: null },
    level(1, 0.25),
    { do: 'stop', id: 1, at: 0.75, fade: 0.003, by: 'file' },
  ]);
  skew = 0.0021;
  player.run([
    {
      do: 'start',
      voice: voice({ id: 2, origin: -0.25, startAt: 0.75 }),
      offset: 0.5,
      fade: 0.003,
      after: 1,
    },
    level(2, 0.74),
  ]);
  const out = (await context.startRendering()).getChannelData(0);
  for (const frame of [0.5 * RATE - 1, 0.5 * RATE + 200, 0.6 * RATE]) {
    const inside = frame < 0.5 * RATE ? frame : frame - 0.5 * RATE;
    expect(out[0.25 * RATE + frame]).toBeCloseTo(valueAt(0.5 * RATE + inside), 5);
  }
});
