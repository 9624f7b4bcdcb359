import { expect, it } from 'vitest';
import { LIMITER_DELAY, createOutlets } from '../../../renderer/audio/outlets.ts';

/** The way from an output to the device, offline: levels below the ceiling are kept, nothing passes above it. */
const RATE = 48_000;
const played = async (
  amplitude: number,
  output: number,
  count = 2,
  levels = { masterDb: 0, ceilingDb: -1 },
) => {
  const context = new OfflineAudioContext(count, RATE, RATE);
  const outlets = createOutlets(context);
  outlets.set(levels);
  outlets.build(count);
  const tone = new OscillatorNode(context, { frequency: 1000 });
  tone.connect(new GainNode(context, { gain: amplitude })).connect(outlets.outlet(output));
  tone.start();
  const result = await context.startRendering();
  return Array.from({ length: count }, (_, channel) =>
    result.getChannelData(channel).reduce((most, each) => Math.max(most, Math.abs(each)), 0),
  );
};
const decibels = (amplitude: number) => 20 * Math.log10(amplitude);

it.each([0.05, 0.5, 0.85])('leaves an amplitude of %s as it is', async (amplitude) => {
  const [left = 0, right] = await played(amplitude, 1);
  expect(Math.abs(decibels(left / amplitude))).toBeLessThan(0.15);
  expect(right).toBe(0);
});
it.each([
  [1, -1],
  [4, -1],
  [16, -1],
  [1, -6],
])('lets nothing of %s above %s dBFS', async (amplitude, ceilingDb) => {
  const [left = 0] = await played(amplitude, 1, 2, { masterDb: 0, ceilingDb });
  expect(decibels(left)).toBeLessThanOrEqual(ceilingDb + 0.01);
  expect(decibels(left)).toBeGreaterThan(ceilingDb - 1.5);
});
it.each([
  [3, 4, 2],
  [4, 4, 3],
  [3, 2, 0],
  [6, 2, 1],
  [5, 3, 0],
])('output %i of a device with %i comes out of channel %i', async (output, count, channel) => {
  const peaks = await played(0.5, output, count);
  expect(peaks.map((each) => each > 0.1)).toEqual(peaks.map((_, index) => index === channel));
});
it('is late by what is taken off when starts are arranged', async () => {
  const context = new OfflineAudioContext(1, RATE / 2, RATE);
  const outlets = createOutlets(context);
  outlets.build(1);
  const step = new ConstantSourceNode(context, { offset: 0.5 });
  step.connect(outlets.outlet(1));
  step.start(0.1);
  const out = (await context.startRendering()).getChannelData(0);
  expect(Math.abs(out.findIndex((each) => each > 0.25) / RATE - 0.1 - LIMITER_DELAY)).toBeLessThan(0.0005);
});
