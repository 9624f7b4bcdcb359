import { afterEach, expect, it, vi } from 'vitest';
import { createLibrary } from '../../../renderer/audio/library.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page without WebCodecs, where each sound is this many samples of two channels. */
const libraryOf = (length: number) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array(1))));
  const buffer = { length, numberOfChannels: 2, duration: length / 48_000 };
  return createLibrary({ decodeAudioData: () => Promise.resolve(buffer) } as unknown as BaseAudioContext);
};

it('holds a night’s sounds', async () => {
  const library = libraryOf(48_000 * 3600);
  library.want(['media:one', 'media:two']);
  await vi.waitFor(() => expect(library.loading()).toBeNull());
  expect(library.problems()).toEqual([]);
});

it('names what would fill the memory, keeps none of it, and holds the rest', async () => {
  const library = libraryOf(48_000 * 7200);
  library.want(['media:one', 'media:two', 'media:three']);
  await vi.waitFor(() => expect(library.loading()).toBeNull());
  expect(library.problems().map(({ code, path }) => [code, path])).toEqual([
    ['sound-unreadable', 'media:two'],
    ['sound-unreadable', 'media:three'],
  ]);
  expect(library.chunks('media:one')).toHaveLength(1);
  expect(library.chunks('media:two')).toEqual([]);
});
