import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input, VideoSampleSink } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { openFilm, type Film } from '../../../renderer/stage/film.ts';
import { probe } from '../../../renderer/console/design/media/probe.ts';
import { withCloseKeys } from '../../../renderer/console/design/media/close-keys.ts';

/** The copy that a film with far key frames is offered: of test/fixtures/media/film.webm, 20 frames in 2 s. */
const url = new URL('../../fixtures/media/film.webm', import.meta.url).href;
const left = async (): Promise<string[]> => {
  const names: string[] = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
  return names;
};
const trackOf = async (file: Blob) => {
  const track = await new Input({
    formats: ALL_FORMATS,
    source: new BlobSource(file),
  }).getPrimaryVideoTrack();
  if (!track) throw new Error('no film');
  return track;
};
/** A row of the picture's middle, red. */
const rowAt = async (file: Blob, t: number): Promise<number[]> => {
  const sample = await new VideoSampleSink(await trackOf(file)).getSample(t);
  const canvas = new OffscreenCanvas(160, 90);
  const pen = canvas.getContext('2d');
  if (!sample || !pen) throw new Error('no picture');
  sample.draw(pen, 0, 0);
  sample.close();
  return [...pen.getImageData(0, 60, 160, 1).data].filter((_, i) => i % 4 === 0);
};

const pixelsOf = ({ picture }: Film): Uint8ClampedArray => {
  const canvas: unknown = picture?.texture?.image;
  const pen = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null;
  if (!pen) throw new Error('no picture');
  return pen.getImageData(0, 0, 160, 90).data;
};
/** Of 255, what coding costs; a bar that stands elsewhere costs more. */
const LOSS = 6;
const gapOf = (a: Uint8ClampedArray, b: Uint8ClampedArray): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;

describe('a copy with close key frames', () => {
  test('has one every half second, and the same pictures at the same times', async () => {
    const shares: number[] = [];
    const { signal } = new AbortController();
    const made = await withCloseKeys({
      url,
      name: 'a film',
      signal,
      progress: (share) => shares.push(share),
    });
    if (!made.ok) throw new Error(made.message);
    const { file, remove } = made.value;
    expect(file.name).toMatch(/^a film-keys\.(mp4|webm)$/);
    const sink = new EncodedPacketSink(await trackOf(file));
    const times: { at: number; isKey: boolean }[] = [];
    for await (const packet of sink.packets())
      times.push({ at: packet.timestamp, isKey: packet.type === 'key' });
    expect(times).toHaveLength(20);
    expect(times.flatMap(({ at, isKey }) => (isKey ? [Math.round(at * 10) / 10] : []))).toEqual([
      0, 0.5, 1, 1.5,
    ]);
    const original = await (await fetch(url)).blob();
    for (const t of [0.05, 0.75, 1.95]) {
      const [before, after] = [await rowAt(original, t), await rowAt(file, t)];
      const gap = before.reduce((sum, value, i) => sum + Math.abs(value - after[i]!), 0) / before.length;
      expect(gap, `${t}`).toBeLessThan(8);
    }
    expect(shares.at(-1)).toBeCloseTo(1, 1);
    await remove();
    expect(await left()).toEqual([]);
  });
  test('of a film that is too wide has strips beside each other, which are one film', async () => {
    const { signal } = new AbortController();
    const made = await withCloseKeys({ url, name: 'wide', signal, progress: () => undefined, widest: 64 });
    if (!made.ok) throw new Error(made.message);
    const { file, remove } = made.value;
    const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
    expect((await input.getVideoTracks()).map(({ displayWidth }) => displayWidth)).toEqual([54, 54, 52]);
    expect(await probe(file)).toMatchObject({
      ok: true,
      value: { width: 160, height: 90, strips: 3, fps: 10, duration: 2, keyGap: 0.5 },
    });
    const shown = await openFilm(URL.createObjectURL(file), null);
    const original = await openFilm(url, null);
    for (const t of [1.55, 0.25, 0.75]) {
      await Promise.all([shown.seek(t), original.seek(t)]);
      expect(shown.picture).toMatchObject({ width: 160, height: 90 });
      expect(gapOf(pixelsOf(shown), pixelsOf(original)), `${t}`).toBeLessThan(LOSS);
      // The frame before is another.
      await original.seek(t - 0.1);
      expect(gapOf(pixelsOf(shown), pixelsOf(original)), `${t}`).toBeGreaterThan(LOSS);
    }
    // As a page plays it: all strips go on together.
    for (const t of [0.85, 0.95, 1.05]) {
      const failed = (error: unknown) => {
        throw error;
      };
      await original.seek(t);
      const gap = () => {
        shown.follow(t, t, failed);
        return gapOf(pixelsOf(shown), pixelsOf(original));
      };
      await expect.poll(gap, { timeout: 20_000, interval: 10 }).toBeLessThan(LOSS);
    }
    shown.dispose();
    original.dispose();
    await remove();
  });
  test('leaves nothing where it is cancelled', async () => {
    const stop = new AbortController();
    const making = withCloseKeys({ url, name: 'a', signal: stop.signal, progress: () => stop.abort() });
    expect(await making).toMatchObject({ ok: false, code: 'upload-cancelled' });
    expect(await left()).toEqual([]);
  });
  test('says why where there is no film', async () => {
    const { signal } = new AbortController();
    const nothing = URL.createObjectURL(new Blob(['nothing of it']));
    const made = await withCloseKeys({ url: nothing, name: 'a', signal, progress: () => undefined });
    expect(made).toMatchObject({ ok: false, code: 'copy-failed' });
    expect(await left()).toEqual([]);
  });
});
