import type { HapAnswer, HapAsk } from './hap-line.ts';
import { openHap, type HapReader } from './hap-reader.ts';
import { rangeSource } from './ranges.ts';

/** Reads and unpacks HAP frames off the pages' own thread; each film's questions are answered in their order. */
const films = new Map<number, Promise<HapReader>>();

const answer = (value: HapAnswer, transfer: ArrayBuffer[] = []): void => postMessage(value, { transfer });
const reply = async (ask: Exclude<HapAsk, { kind: 'close' }>): Promise<void> => {
  if (ask.kind === 'open') {
    const film = openHap(rangeSource(ask.url), ask.isPlain);
    films.set(ask.film, film);
    return answer({ id: ask.id, ok: true, kind: 'head', head: (await film).head });
  }
  const film = await films.get(ask.film);
  if (!film) throw new Error('the film was closed');
  const frame = await film.frame(ask.t, ask.spare);
  answer(
    { id: ask.id, ok: true, kind: 'frame', frame },
    frame.layers.map(({ data }) => data.buffer),
  );
};

addEventListener('message', ({ data }: MessageEvent<HapAsk>) => {
  if (data.kind === 'close') {
    films.get(data.film)?.then(
      (film) => film.dispose(),
      () => undefined, // it never opened, and has said so
    );
    films.delete(data.film);
    return;
  }
  reply(data).catch((error: unknown) =>
    answer({ id: data.id, ok: false, why: error instanceof Error ? error.message : String(error) }),
  );
});
