import { expect, it } from 'vitest';
import type { Chunk } from '../../../renderer/audio/decode.ts';
import { createPlayer } from '../../../renderer/audio/player.ts';
import { LED } from '../../../renderer/audio/steer.ts';
import { createRoute } from '../../../renderer/audio/route.ts';
import { FOLLOW } from '../../../renderer/audio/steer.ts';

/** A file whose every sample says where it stands: what comes out tells the place that was heard, to the sample. */
const RATE = 48_000;
const SECONDS = 8;
const CHUNK = 15_000;
const TICK = 0.05;
const chunksOf = (context: BaseAudioContext): Chunk[] =>
  Array.from({ length: Math.ceil((SECONDS * RATE) / CHUNK) }, (_, index) => {
    const frame = index * CHUNK;
    const buffer = context.createBuffer(1, Math.min(CHUNK, SECONDS * RATE - frame), RATE);
    const samples = Float32Array.from(
      { length: buffer.length },
      (_unused, n) => (frame + n) / RATE / SECONDS,
    );
    buffer.copyToChannel(samples, 0);
    return { frame, buffer };
  });

/** Plays 6 s against a clock that runs `slope` seconds a second and is `late` seconds ahead at first. @returns places heard, seconds */
const chased = async (slope: number, late = 0) => {
  const context = new OfflineAudioContext(1, 6 * RATE, RATE);
  const chunks = chunksOf(context);
  const player = createPlayer({
    context,
    outlet: () => context.destination,
    chunks: () => chunks,
    contextAt: (clock) => (clock - late) / slope,
    clockAt: (at) => at * slope + late,
    loose: () => LED.loose,
    slope: () => slope,
  });
  const voice = {
    id: 1,
    key: 'main-1/clip:a',
    media: 'media:a',
    outputs: [1],
    rate: 1,
    origin: 0,
    startAt: late,
    stopAt: null,
  };
  player.run([
    { do: 'start', voice: { ...voice, origin: 0 }, offset: 0, fade: 0, after: null },
    { do: 'gain', id: 1, gains: [{ at: late, gain: 1, pan: 0 }] },
  ]);
  let worst = 0;
  for (let at = TICK; at < 5.95; at += TICK)
    void context.suspend(at).then(() => {
      worst = Math.max(worst, Math.abs(player.follow() ?? 0));
      return context.resume();
    });
  const out = (await context.startRendering()).getChannelData(0);
  return { places: out.map((value) => value * SECONDS), worst };
};
const stepsOf = (places: Float32Array) => {
  let [least, most] = [Infinity, 0];
  for (let n = 1; n < places.length; n += 1) {
    const step = ((places[n] ?? 0) - (places[n - 1] ?? 0)) * RATE;
    least = Math.min(least, step);
    most = Math.max(most, step);
  }
  return { least, most };
};

it.each([0.996, 1.0004, 1.003, 1.0045])(
  'follows a clock of %s without a seam and without a new cue',
  async (slope) => {
    const { places, worst } = await chased(slope);
    expect(worst).toBeLessThan(FOLLOW);
    const { least, most } = stepsOf(places);
    expect(least).toBeGreaterThan(0.9);
    expect(most).toBeLessThan(1.1);
    for (const t of [1, 3, 5.5]) expect(Math.abs((places[t * RATE] ?? 0) - t * slope)).toBeLessThan(0.008);
  },
);
it('makes 20 ms good over a few seconds, without a seam', async () => {
  const { places } = await chased(1, 0.02);
  expect((places[RATE / 10] ?? 0) - 0.1).toBeLessThan(0.002);
  expect(Math.abs((places[5.8 * RATE] ?? 0) - 5.82)).toBeLessThan(0.003);
  expect(stepsOf(places).least).toBeGreaterThan(0.9);
});
it('is played to the sample where clock and device agree', async () => {
  const { places } = await chased(1);
  for (let n = 100; n < places.length; n += 997) expect(places[n]).toBeCloseTo(n / RATE, 6);
});

const routed = async (sides: number[], outputs: number[], pan = 0) => {
  const context = new OfflineAudioContext(4, 256, RATE);
  const merger = new ChannelMergerNode(context, { numberOfInputs: 4 });
  merger.connect(context.destination);
  const outlets = [0, 1, 2, 3].map((channel) => {
    const outlet = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit' });
    outlet.connect(merger, 0, channel);
    return outlet;
  });
  const route = createRoute(context, outputs, (output) => outlets[output - 1] ?? merger);
  const buffer = context.createBuffer(sides.length, 256, RATE);
  sides.forEach((side, channel) => buffer.getChannelData(channel).fill(side));
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(route.input);
  route.pan([{ at: 0, pan }]);
  source.start();
  const result = await context.startRendering();
  return [0, 1, 2, 3].map((channel) => Number((result.getChannelData(channel)[200] ?? 0).toFixed(3)));
};
it.each([
  ['mono out of both of two', [0.5], [1, 2], 0, [0.5, 0.5, 0, 0]],
  ['mono out of one', [0.5], [3], 0, [0, 0, 0.5, 0]],
  ['stereo out of a pair', [0.2, 0.6], [3, 4], 0, [0, 0, 0.2, 0.6]],
  ['stereo mixed down for one', [0.2, 0.6], [4], 0, [0, 0, 0, 0.4]],
  ['four one by one', [0.1, 0.2, 0.3, 0.4], [1, 2, 3, 4], 0, [0.1, 0.2, 0.3, 0.4]],
  ['balance to the first', [0.2, 0.6], [1, 2], -1, [0.2, 0, 0, 0]],
  ['balance half to the second', [0.2, 0.6], [1, 2], 0.5, [0.1, 0.6, 0, 0]],
] as const)('routes %s', async (_, sides, outputs, pan, expected) => {
  expect(await routed([...sides], [...outputs], pan)).toEqual(expected);
});
