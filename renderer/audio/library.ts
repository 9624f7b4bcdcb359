import { nameOf } from '../../core/ids.ts';
import type { Problem } from '../../core/result.ts';
import { decodeFile, type Chunk } from './decode.ts';

/** The show's sound files, decoded once each. A file that fails is named and the show plays on without it. */
export interface Library {
  /** Takes up what is new, one file after another in this order, and drops what is no longer named. */
  want(media: readonly string[]): void;
  /** Chunks so far, in order; null: not begun or not there. */
  chunks(media: string): readonly Chunk[] | null;
  problems(): Problem[];
  /** Seconds decoded and known, or null when all is read. */
  loading(): { done: number; total: number } | null;
  onChunk(listener: (media: string) => void): void;
}
/** Of all sounds and channels together: 4 GB. Three hours of silence are a file of one megabyte, and no show. */
const MOST_SAMPLES = 2 ** 30;
const samplesOf = ({ buffer }: Chunk): number => buffer.length * buffer.numberOfChannels;
type Entry = { chunks: Chunk[]; done: number; total: number; ready: boolean; problem: Problem | null };

export const createLibrary = (
  context: BaseAudioContext,
  urlOf = (id: string) => `/media/${nameOf(id)}`,
): Library => {
  const entries = new Map<string, Entry>();
  const listeners: ((media: string) => void)[] = [];
  let queue: Promise<void> = Promise.resolve();

  const load = async (media: string, entry: Entry): Promise<void> => {
    if (entries.get(media) !== entry) return;
    const held = [...entries.values()].flatMap(({ chunks }) => chunks);
    let room = held.reduce((left, chunk) => left - samplesOf(chunk), MOST_SAMPLES);
    try {
      await decodeFile(
        context,
        urlOf(media),
        (chunk) => {
          room -= samplesOf(chunk);
          if (room < 0) throw new Error('all sounds together are longer than this page can hold');
          entry.chunks.push(chunk);
          for (const listener of listeners) listener(media);
        },
        (done, total) => Object.assign(entry, { done, total }),
      );
    } catch (error) {
      if (room < 0) entry.chunks = [];
      entry.problem = {
        code: 'sound-unreadable',
        message: `This sound can’t be played: ${error instanceof Error ? error.message : String(error)}. Replace the file or convert it to Ogg Opus or WAV.`,
        path: media,
      };
    }
    entry.ready = true;
  };
  return {
    want(media) {
      for (const id of entries.keys()) if (!media.includes(id)) entries.delete(id);
      for (const id of media) {
        if (entries.has(id)) continue;
        const entry: Entry = { chunks: [], done: 0, total: 1, ready: false, problem: null };
        entries.set(id, entry);
        queue = queue.then(() => load(id, entry));
      }
    },
    chunks: (media) => entries.get(media)?.chunks ?? null,
    problems: () => [...entries.values()].flatMap(({ problem }) => (problem ? [problem] : [])),
    loading() {
      const open = [...entries.values()];
      if (open.every(({ ready }) => ready)) return null;
      const sum = (of: (entry: Entry) => number) => open.reduce((all, entry) => all + of(entry), 0);
      return { done: sum(({ done }) => done), total: sum(({ total }) => total) };
    },
    onChunk: (listener) => listeners.push(listener),
  };
};
