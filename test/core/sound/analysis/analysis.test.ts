import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { analyse, analysisSchema, pack, unpack } from '../../../../core/sound/analysis/analysis.ts';
import { envelopeAt, hitAt, levelAt } from '../../../../core/sound/analysis/envelope-at.ts';
import { integratedLoudness } from '../../../../core/sound/analysis/loudness.ts';
import { truePeak } from '../../../../core/sound/analysis/true-peak.ts';

/** ffmpeg's ebur128 is the second opinion, on made sounds and on the show's own track. */
const RATE = 48_000;
const folder = mkdtempSync(join(tmpdir(), 'frise-analysis-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const soundtrack = join(import.meta.dirname, '../../../../shows/usine-extraordinaire/media/soundtrack.ogg');

const decoded = (source: string[]): Float32Array[] => {
  const out = execFileSync('ffmpeg', ['-v', 'error', ...source, '-ac', '2', '-ar', String(RATE), '-f', 'f32le', '-'], { maxBuffer: 2 ** 30 }); // prettier-ignore
  const all = new Float32Array(out.buffer.slice(out.byteOffset, out.byteOffset + out.byteLength));
  return [0, 1].map((side) =>
    Float32Array.from({ length: all.length / 2 }, (_, n) => all[2 * n + side] ?? 0),
  );
};
const judged = (channels: readonly Float32Array[]) => {
  const file = join(folder, 'judged.f32');
  const [left = new Float32Array(), right = left] = channels;
  const both = new Float32Array(2 * left.length);
  left.forEach((each, n) => both.set([each, right[n] ?? 0], 2 * n));
  writeFileSync(file, new Uint8Array(both.buffer));
  const args = ['-hide_banner', '-f', 'f32le', '-ar', String(RATE), '-ac', '2', '-i', file, '-af', 'ebur128=peak=true', '-f', 'null', '-']; // prettier-ignore
  const said = execFileSync('sh', ['-c', 'exec ffmpeg "$@" 2>&1', 'sh', ...args], {
    maxBuffer: 2 ** 28,
  }).toString();
  const summary = said.slice(said.lastIndexOf('Summary:'));
  return {
    loudness: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]),
    peak: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1]),
  };
};
const made = (of: (t: number, n: number) => number, seconds: number): Float32Array =>
  Float32Array.from({ length: seconds * RATE }, (_, n) => of(n / RATE, n));

it('a sound with samples that are no numbers has figures all the same', () => {
  const broken = Float32Array.from({ length: RATE }, (_, n) => [NaN, Infinity, 1e38, -1e38, 0.1][n % 5] ?? 0);
  const text = JSON.stringify(analyse([broken, broken], RATE, 'f'.repeat(64)));
  expect(analysisSchema.safeParse(JSON.parse(text))).toMatchObject({ success: true });
});

describe('loudness and true peak against ffmpeg', () => {
  const sine = made((t) => 0.5 * Math.sin(2 * Math.PI * 997 * t), 5);
  const gated = made((t) => (t < 4 ? 0.3 : t < 8 ? 0.002 : 0) * Math.sin(2 * Math.PI * 440 * t), 10);
  // A quarter of the sampling rate, 45° off: the samples miss the peak by 3 dB.
  const between = made((t, n) => 0.7 * Math.sin((Math.PI / 2) * n + Math.PI / 4) * Math.min(1, 20 * t), 3);
  it.each([
    ['a tone', () => [sine, sine]],
    ['quiet and silent parts', () => [gated, gated]],
    ['peaks between the samples', () => [between, between]],
    ['the show’s track, its first two minutes', () => decoded(['-t', '120', '-i', soundtrack])],
  ])('%s: within 0.1 LU and 0.2 dB', (_, make) => {
    const channels = make();
    const { loudness, peak } = judged(channels);
    expect(Math.abs((integratedLoudness(channels, RATE) ?? 0) - loudness)).toBeLessThanOrEqual(0.1);
    expect(Math.abs((truePeak(channels) ?? 0) - peak)).toBeLessThanOrEqual(0.2);
  });
  it('has none for silence', () => {
    const nothing = [new Float32Array(RATE)];
    expect([integratedLoudness(nothing, RATE), truePeak(nothing)]).toEqual([null, null]);
  });
});

describe('what a layer follows', () => {
  const beats = made((t) => {
    const into = t % 0.5;
    return 0.6 * Math.exp(-20 * into) * Math.sin(2 * Math.PI * (Math.floor(t / 0.5) % 2 ? 4000 : 80) * into);
  }, 4);
  const analysis = analyse([beats, beats], RATE, 'a'.repeat(64));
  it('is as its schema says, and small', () => {
    expect(analysisSchema.parse(JSON.parse(JSON.stringify(analysis)))).toEqual(analysis);
    expect(JSON.stringify(analysis).length / analysis.duration).toBeLessThan(1500);
  });
  it('has an onset for each beat, within 20 ms', () => {
    expect(analysis.onsets).toHaveLength(8);
    analysis.onsets.forEach(([at], beat) => expect(Math.abs(at - beat / 2)).toBeLessThan(0.02));
  });
  it('gives a hit that falls from its strength, the strongest of those that still ring', () => {
    const [[at, strength] = [0, 0]] = analysis.onsets;
    expect(hitAt(analysis, at - 0.001, 0.4)).toBe(0);
    expect(hitAt(analysis, at, 0.4)).toBeCloseTo(strength, 6);
    expect(hitAt(analysis, at + 0.1, 0.4)).toBeCloseTo(0.75 * strength, 6);
    expect(hitAt(analysis, at + 0.41, 0.4)).toBe(0);
    const two = { ...analysis, onsets: [[1, 1] as [number, number], [1.1, 0.1] as [number, number]] };
    expect(hitAt(two, 1.15, 0.5)).toBeCloseTo(0.7, 6);
  });
  it('is smoothed by its mean over the time before, at any moment as by hand', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3.9, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (t, smooth) => {
          const count = 400;
          const by = Array.from({ length: count }, (_, n) => t - smooth + ((n + 0.5) / count) * smooth);
          const mean = by.reduce((sum, each) => sum + envelopeAt(analysis, each, 'all'), 0) / count;
          // A step's share is a box in one and a slope in the other: half a step of either end.
          expect(Math.abs(levelAt(analysis, t, 'all', smooth) - mean)).toBeLessThan(0.02 / smooth);
        },
      ),
    );
    expect(levelAt(analysis, 0.03, 'low', 0)).toBe(envelopeAt(analysis, 0.03, 'low'));
  });
  it('has its bands apart, 0–1, and nothing outside the file', () => {
    expect(envelopeAt(analysis, 0.03, 'low')).toBeGreaterThan(envelopeAt(analysis, 0.03, 'high') + 0.3);
    expect(envelopeAt(analysis, 0.53, 'high')).toBeGreaterThan(envelopeAt(analysis, 0.53, 'low') + 0.3);
    expect([-0.1, 4.1].map((t) => envelopeAt(analysis, t, 'all'))).toEqual([0, 0]);
  });
  it('is a function of time alone, without a step', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3.99, noNaN: true }), (t) => {
        const [a, b] = [envelopeAt(analysis, t, 'all'), envelopeAt(analysis, t + 1e-6, 'all')];
        expect(Math.abs(a - b)).toBeLessThan(1e-3);
        expect(a).toBe(envelopeAt(analysis, t, 'all'));
      }),
    );
  });
  it('packs bytes as base64 and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(pack(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(unpack(pack(bytes))).toEqual(bytes);
      }),
    );
  });
});
