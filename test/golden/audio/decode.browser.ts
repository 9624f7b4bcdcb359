import { expect, it } from 'vitest';
import { CHUNK_SECONDS, decodeFile, type Chunk } from '../../../renderer/audio/decode.ts';
import { createLibrary } from '../../../renderer/audio/library.ts';

const track = new URL('../../../shows/usine-extraordinaire/media/soundtrack.ogg', import.meta.url).href;

it('a long file in chunks is the file decoded whole', async () => {
  const context = new OfflineAudioContext(2, 48_000, 48_000);
  const chunks: Chunk[] = [];
  let told = 0;
  await decodeFile(
    context,
    track,
    (chunk) => chunks.push(chunk),
    (done) => (told = done),
  );
  const whole = await context.decodeAudioData(await (await fetch(track)).arrayBuffer());
  // Read piece by piece a file may end some milliseconds later than decoded whole.
  expect(chunks.length).toBe(Math.ceil(told / CHUNK_SECONDS));
  expect(told).toBeCloseTo(whole.duration, 1);
  expect(
    Math.abs((chunks.at(-1)?.frame ?? 0) + (chunks.at(-1)?.buffer.length ?? 0) - whole.length),
  ).toBeLessThan(1000);
  let worst = 0;
  for (const { frame, buffer } of chunks) {
    for (let channel = 0; channel < 2; channel += 1) {
      const mine = buffer.getChannelData(channel);
      const theirs = whole.getChannelData(channel).subarray(frame, frame + mine.length);
      for (let index = 0; index < theirs.length; index += 7)
        worst = Math.max(worst, Math.abs((mine[index] ?? 0) - (theirs[index] ?? 0)));
    }
  }
  expect(worst).toBeLessThan(1e-4);
});
it('names the file that can’t be played and goes on', async () => {
  const context = new OfflineAudioContext(2, 48_000, 48_000);
  const library = createLibrary(context, (id) => (id === 'media:track' ? track : `/nothing/${id}`));
  library.want(['media:lost', 'media:track']);
  await expect.poll(() => library.loading(), { timeout: 30_000 }).toBeNull();
  expect(library.problems()).toEqual([
    expect.objectContaining({ code: 'sound-unreadable', path: 'media:lost' }),
  ]);
  expect(library.chunks('media:track')?.length).toBeGreaterThan(1);
});
