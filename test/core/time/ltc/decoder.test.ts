import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLtcDecoder, type LtcFrame } from '../../../../core/time/ltc/decoder.ts';
import { codeText, framesOf, rates, type TimecodeRate } from '../../../../core/time/smpte.ts';
import { openLtcMaker, samplesOf, type LtcMaker } from '../../../support/ltc.ts';

/** libltc makes the code and sox bends it; ours must read it all, at the sample where it stands. */
let maker: LtcMaker;
beforeAll(() => (maker = openLtcMaker()));
afterAll(() => maker.dispose());

const decode = (samples: Float32Array, block = 128, sampleRate = 48_000): LtcFrame[] => {
  const decoder = createLtcDecoder(sampleRate);
  const frames: LtcFrame[] = [];
  for (let first = 0; first < samples.length; first += block)
    decoder.push(samples.subarray(first, first + block), first, (frame) => frames.push(frame));
  return frames;
};
const steps = (frames: readonly LtcFrame[], rate: TimecodeRate) => {
  const numbers = frames.map(({ code }) => framesOf(code, rate));
  return numbers.slice(1).map((each, index) => each - (numbers[index] ?? 0));
};
const everyRate: [TimecodeRate, string, string, boolean][] = [
  ['23.976', '23.976', '10:00:58:00', false],
  ['24', '24', '10:00:58:00', false],
  ['25', '25', '10:00:58:00', false],
  ['29.97', '29.97', '10:00:58:00', false],
  ['29.97df', '29.97', '10:00:58:00', true],
  ['30', '30', '10:00:58:00', false],
];

describe('time code of libltc', () => {
  it.each(everyRate)('at %s: every frame but those at the ends, over a minute', (rate, fps, code, isDrop) => {
    const samples = samplesOf(maker.make(`rate-${rate}`, { fps, code, seconds: 4, isDrop }));
    const frames = decode(samples);
    const all = Math.round(4 * Number(fps));
    expect(frames.length).toBeGreaterThanOrEqual(all - 2);
    expect(new Set(steps(frames, rate))).toEqual(new Set([1]));
    expect(frames.every((frame) => frame.isDrop === isDrop && !frame.isReverse)).toBe(true);
    const first = frames[0];
    if (!first) throw new Error('no frame');
    const number =
      framesOf(first.code, rate) - framesOf({ hours: 10, minutes: 0, seconds: 58, frames: 0 }, rate);
    const wrong = frames.map(({ from }, index) => from - ((number + index) * 48_000) / rates[rate].perSecond);
    // libltc holds its last sample for a rise time and rounds edges to samples.
    expect(Math.max(...wrong.map(Math.abs))).toBeLessThan(3);
  });

  it('is read again after a driver has given what is no number', () => {
    const samples = samplesOf(maker.make('broken', { fps: '25', code: '10:00:00:00', seconds: 2 }));
    for (const [at, value] of [NaN, Infinity, -Infinity].entries()) samples[1000 + at] = value;
    expect(decode(samples).length).toBeGreaterThan(40);
  });

  it('the next of 10:00:59;29 is 10:01:00;02', () => {
    const file = maker.make('drop', { fps: '29.97', code: '10:00:59:25', seconds: 1, isDrop: true });
    const read = decode(samplesOf(file)).map(({ code }) => codeText(code, '29.97df'));
    expect(read.slice(read.indexOf('10:00:59;29')).slice(0, 2)).toEqual(['10:00:59;29', '10:01:00;02']);
  });

  const plain = () => maker.make('plain', { fps: '25', code: '01:02:03:00', seconds: 3 });
  it.each<[string, string[], number, boolean]>([
    ['backwards', ['reverse'], 1, true],
    ['10 % fast', ['speed', '1.1'], 1.1, false],
    ['10 % slow', ['speed', '0.9'], 0.9, false],
    ['at double speed, backwards', ['reverse', 'speed', '2'], 2, true],
    ['at half speed', ['speed', '0.5'], 0.5, false],
    ['upside down', ['vol', '-1'], 1, false],
    ['at −30 dB', ['vol', '-30dB'], 1, false],
    ['with an offset of 0.3', ['vol', '-12dB', 'dcshift', '0.3'], 1, false],
    ['through a line that lets 100 Hz to 6 kHz pass', ['sinc', '100-6000'], 1, false],
  ])('%s', (name, effects, speed, isReverse) => {
    const frames = decode(samplesOf(maker.bend(plain(), name.replaceAll(/\W/g, '-'), ...effects)));
    expect(frames.length).toBeGreaterThanOrEqual(72);
    expect(new Set(steps(frames, '25'))).toEqual(new Set([isReverse ? -1 : 1]));
    expect(frames.every((frame) => frame.isReverse === isReverse)).toBe(true);
    for (const { from, to } of frames) expect(48_000 / 25 / (to - from) / speed).toBeCloseTo(1, 2);
  });

  it('at −30 dB with noise 14 dB below it: nothing wrong, and hardly a frame lost', () => {
    const quiet = maker.bend(plain(), 'quiet', 'vol', '-30dB');
    const noisy = maker.mix(quiet, maker.noise('hiss', 3, -44), 'noisy');
    const frames = decode(samplesOf(noisy));
    expect(frames.length).toBeGreaterThan(65);
    const start = framesOf({ hours: 1, minutes: 2, seconds: 3, frames: 0 }, '25');
    for (const { code, from } of frames)
      expect(Math.abs(from / 1920 - (framesOf(code, '25') - start))).toBeLessThan(0.01);
  });

  it('gives the same whatever the size of the blocks', () => {
    const samples = samplesOf(plain());
    expect(decode(samples, 37)).toEqual(decode(samples, 4096));
  });

  it('reads nothing out of noise or music', () => {
    expect(decode(samplesOf(maker.noise('loud', 5, -6)))).toEqual([]);
  });

  it('picks up within two frames of a start in the middle', () => {
    const [first] = decode(samplesOf(plain()).subarray(10_000));
    expect(first?.to).toBeLessThan(2 * 1920 + 10);
  });
});
