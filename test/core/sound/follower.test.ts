import { describe, expect, it } from 'vitest';
import { createFollower, levelOf, type FollowerSettings, type Onset } from '../../../core/sound/follower.ts';

const RATE = 48_000;
const settings: FollowerSettings = {
  gainDb: 0,
  band: 'low',
  thresholdDb: -40,
  riseDb: 6,
  holdOffMs: 120,
  silenceDb: -80,
};
const tone = (hertz: number, amplitude: number, seconds: number): Float32Array =>
  Float32Array.from(
    { length: seconds * RATE },
    (_, n) => amplitude * Math.sin((2 * Math.PI * hertz * n) / RATE),
  );
/** In blocks of a worklet. */
const pushed = (samples: Float32Array, given: Partial<FollowerSettings> = {}) => {
  const follower = createFollower(RATE, { ...settings, ...given });
  const onsets: Onset[] = [];
  for (let at = 0; at < samples.length; at += 128)
    onsets.push(...follower.push(samples.subarray(at, at + 128)));
  return { follower, onsets };
};
/** A decaying burst each `every` seconds over a quiet hum. */
const beats = (hertz: number, every: number, seconds: number): Float32Array =>
  tone(300, 0.001, seconds).map((hum, n) => {
    const t = (n / RATE) % every;
    return hum + 0.5 * Math.exp(-t * 25) * Math.sin(2 * Math.PI * hertz * t);
  });

describe('following live sound', () => {
  it.each([
    [60, 0],
    [700, 1],
    [6000, 2],
  ])('a tone of %i Hz is loudest in band %i, at its own level', (hertz, band) => {
    const { bands, level } = pushed(tone(hertz, 0.5, 0.5)).follower.read();
    expect(bands.indexOf(Math.max(...bands))).toBe(band);
    expect(level).toBeCloseTo(levelOf(20 * Math.log10(0.5 / Math.SQRT2)), 2);
    expect(bands[band]).toBeCloseTo(level, 1);
  });
  it('takes each beat of its band once, within 20 ms, and none of another band', () => {
    const { onsets } = pushed(beats(70, 0.5, 5));
    expect(onsets).toHaveLength(10);
    onsets.forEach(({ frame }, beat) => {
      expect(Math.abs(frame / RATE - beat * 0.5)).toBeLessThan(0.02);
    });
    expect(pushed(beats(5000, 0.5, 5)).onsets).toHaveLength(0);
    expect(pushed(beats(5000, 0.5, 5), { band: 'high' }).onsets).toHaveLength(10);
  });
  it('holds off, and hears nothing below its threshold', () => {
    expect(pushed(beats(70, 0.2, 4), { holdOffMs: 350 }).onsets).toHaveLength(10);
    expect(pushed(beats(70, 0.5, 4), { gainDb: -40 }).onsets).toHaveLength(0);
  });
  it('keeps the last level when the cable is out, and says so', () => {
    const samples = new Float32Array(RATE);
    samples.set(tone(100, 0.5, 0.5));
    const { follower } = pushed(samples.subarray(0, RATE / 2));
    const before = follower.read();
    expect(before.isSilent).toBe(false);
    follower.push(new Float32Array(RATE / 4));
    const after = follower.read();
    expect(after.isSilent).toBe(true);
    expect(after.level).toBeGreaterThan(before.level - 0.1);
  });
});
