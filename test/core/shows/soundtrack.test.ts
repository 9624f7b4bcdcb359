import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HITS } from '../../../shows/usine-extraordinaire/build/show/hits.mjs';
import { analysisSchema, type Analysis } from '../../../core/sound/analysis/analysis.ts';
import { envelopeAt, levelAt } from '../../../core/sound/analysis/envelope-at.ts';

/** The bundled show's sounds by what was measured of them; the measuring itself is tested against ffmpeg. */
const folder = join(import.meta.dirname, '../../../shows/usine-extraordinaire/media');
const sounds = readdirSync(folder).filter((name) => name.endsWith('.ogg'));
const analysisOf = (name: string): Analysis =>
  analysisSchema.parse(JSON.parse(readFileSync(join(folder, `${name}.analysis.json`), 'utf8')));
const track = analysisOf('soundtrack.ogg');

it.each(sounds)('%s is the file that was measured', (name) => {
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
  expect(analysisOf(name).hash).toBe(hash);
});
it.each(sounds)('%s is as loud as asked and peaks below −1 dBTP', (name) => {
  const { loudness, truePeak } = analysisOf(name);
  // Stings lie on top for a moment: they may be a little louder.
  expect(Math.abs((loudness ?? 0) + 16)).toBeLessThanOrEqual(name === 'soundtrack.ogg' ? 1 : 1.5);
  expect(truePeak ?? 0).toBeLessThan(-1);
});

describe('the sound track', () => {
  it('lasts nine minutes', () => expect(track.duration).toBeCloseTo(540, 1));
  it('is silent for the two seconds of 1939–45, and before the last anvil', () => {
    for (let t = 249.1; t < 250.9; t += 0.1) expect([t, envelopeAt(track, t, 'all')]).toEqual([t, 0]);
    for (let t = 536.1; t < 536.9; t += 0.1) expect(envelopeAt(track, t, 'all')).toBeLessThan(0.05);
  });
  it.each([
    ['hammer', 35],
    ['steam', 37.5],
    ['the line’s first press', 195],
    ['the break in full', 425],
    ['the groove in full', 461],
    ['tutti', 528.5],
    ['the last anvil', 537],
  ])('strikes where the picture does: %s at %d s', (_what, at) => {
    const nearest = Math.min(...track.onsets.map(([onset]) => Math.abs(onset - at)));
    expect(nearest).toBeLessThan(0.06);
  });
  it.each([...HITS])('has an onset within a frame of the marked hit at %d s: %s', (at) => {
    const nearest = Math.min(...track.onsets.map(([onset]) => Math.abs(onset - at)));
    expect(nearest).toBeLessThanOrEqual(1 / 25);
  });
  it('has no dead stretch but its silences: louder than −48 dBFS over any four seconds', () => {
    const heard = Array.from({ length: 526 }, (_, index) => 10 + index).filter((t) => t < 249 || t > 256);
    expect(heard.filter((t) => levelAt(track, t, 'all', 4) <= 0.2)).toEqual([]);
  });
  it('grows as the evening does: each part’s mean against the first bars', () => {
    const mean = (from: number, to: number) => levelAt(track, to, 'all', to - from);
    expect(mean(0, 30)).toBeLessThan(mean(35, 85));
    expect(mean(251, 258)).toBeLessThan(mean(270, 300));
    expect(mean(528, 535)).toBeGreaterThan(mean(491, 506));
  });
});
