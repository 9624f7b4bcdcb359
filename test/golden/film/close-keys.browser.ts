import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input, VideoSampleSink } from 'mediabunny';
import { describe, expect, test } from 'vitest';
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
