import type { SoundFacts } from '../../../core/control/sound.topics.ts';
import type { Analysis } from '../../../core/sound/analysis/analysis.ts';
import { nothingPlays } from '../quiet.ts';
import type { Room, RoomParts } from '../rooms.ts';
import { reasonOf } from '../store/files.ts';
import { ANALYSIS_ENDING, findAnalysis, hashOf, stampOf, writeAnalysis } from './analysis-files.ts';
import { createMeasuring } from './measuring.ts';

/**
 * Every sound of the show is measured when it comes in, by a sound page, since that decodes what will be heard: one
 * file at a time, while nothing plays; a show that starts breaks it off. What is measured is kept beside the file, and
 * layers follow it.
 */
export interface Analyses extends Room {
  /** Absolute path of the analysis of `media:name`; null: none (yet). */
  file(id: string): string | null;
}
type Parts = Pick<RoomParts, 'clock' | 'documents' | 'hub' | 'journal' | 'playback'>;
/** `stamp`: which file this is of; `file`: its analysis. */
type Entry = { stamp: string; facts: SoundFacts; file: string | null };

const lookMs = 1000;
const unknown: SoundFacts = {
  state: 'waiting',
  hash: null,
  why: '',
  duration: null,
  loudness: null,
  truePeak: null,
  onsets: null,
};
const readyFacts = ({ hash, duration, loudness, truePeak, onsets }: Analysis): SoundFacts => ({
  ...unknown,
  state: 'ready',
  hash,
  duration,
  loudness,
  truePeak,
  onsets: onsets.length,
});
const missing = (why: string): Entry => ({
  stamp: '',
  facts: { ...unknown, state: 'missing', why },
  file: null,
});

export const createAnalyses = ({ clock, documents, hub, journal, playback }: Parts): Analyses => {
  const { store } = documents;
  const entries = new Map<string, Entry>();
  const pages = new Set<string>();
  const measuring = createMeasuring(clock, hub);
  let isMeasuring = false;
  let isDisposed = false;
  let looking: Promise<void> = Promise.resolve();

  const tell = (): void =>
    hub.set('analyses', Object.fromEntries([...entries].map(([id, { facts }]) => [id, facts])));
  const set = (id: string, entry: Entry): void => {
    entries.set(id, entry);
    tell();
  };

  const lookAt = async (id: string): Promise<Entry> => {
    const file = store.mediaFile(id);
    if (!file.ok) return missing(file.message);
    const stamp = await stampOf(file.value);
    const known = entries.get(id);
    if (known?.stamp === stamp) return known;
    const hash = await hashOf(file.value);
    const beside = store.besideMedia(id, ANALYSIS_ENDING);
    const found = beside.ok ? await findAnalysis(beside.value.found, hash) : null;
    return found
      ? { stamp, facts: readyFacts(found.analysis), file: found.file }
      : { stamp, facts: { ...unknown, hash }, file: null };
  };
  /** Files are looked at one after another; what the show no longer names is forgotten. */
  const look = async (): Promise<void> => {
    const all = Object.values(documents.compiled().media).filter(({ kind }) => kind === 'sound');
    for (const { id } of all) {
      const entry = await lookAt(id).catch((error: unknown) => missing(reasonOf(error)));
      if (isDisposed) return;
      // One that was measured meanwhile is the newer one.
      if (entries.get(id)?.stamp !== entry.stamp) entries.set(id, entry);
    }
    for (const id of entries.keys()) if (!all.some((media) => media.id === id)) entries.delete(id);
    tell();
    step();
  };
  const lookAgain = (): void => {
    looking = looking.then(look);
  };

  const isQuiet = (): boolean => nothingPlays(playback, clock);
  const step = (): void => {
    if (isMeasuring && !isQuiet()) measuring.drop();
    if (isMeasuring || isDisposed || pages.size === 0 || !isQuiet()) return;
    const next = [...entries].find(([, { facts }]) => facts.state === 'waiting' && facts.hash !== null);
    if (next === undefined) return;
    isMeasuring = true;
    void measure(...next).finally(() => {
      isMeasuring = false;
      step();
    });
  };
  const measure = async (id: string, entry: Entry): Promise<void> => {
    const { facts, stamp } = entry;
    set(id, { ...entry, facts: { ...facts, state: 'measuring' } });
    const outcome = await measuring.ask(id, facts.hash ?? '');
    // Another file has taken its place: that one waits for its own turn.
    if (isDisposed || entries.get(id)?.stamp !== stamp) return;
    if (outcome === null) return set(id, entry);
    if ('why' in outcome) return fails(id, entry, outcome.why);
    const { analysis } = outcome;
    const beside = store.besideMedia(id, ANALYSIS_ENDING);
    const written = beside.ok ? await writeAnalysis(beside.value, analysis) : beside;
    if (isDisposed || entries.get(id)?.stamp !== stamp) return;
    if (!written.ok) return fails(id, entry, written.message);
    set(id, { stamp, facts: readyFacts(analysis), file: written.value });
    const { loudness, truePeak, onsets } = analysis;
    const figures = `${loudness ?? '–'} LUFS, ${truePeak ?? '–'} dBTP, ${onsets.length} hits`;
    journal.add('sound', `${id} is measured: ${figures}`);
  };
  const fails = (id: string, entry: Entry, why: string): void => {
    set(id, { ...entry, facts: { ...entry.facts, state: 'failed', why } });
    journal.add('sound', `${id} can’t be measured: ${why}`);
  };

  const stopLooking = clock.every(lookMs, step);
  lookAgain();
  return {
    file: (id) => entries.get(id)?.file ?? null,
    changed(which) {
      if (which === 'show') lookAgain();
    },
    joined(page, client) {
      if (page.kind !== 'audio') return;
      pages.add(client);
      step();
    },
    report(page, report) {
      if (page.kind === 'audio' && report.kind === 'analysis') measuring.heard(report);
    },
    left(_page, client) {
      if (pages.delete(client) && pages.size === 0) measuring.drop();
    },
    async dispose() {
      isDisposed = true;
      stopLooking();
      measuring.drop();
      await looking;
    },
  };
};
