import { stat } from 'node:fs/promises';
import type { JournalLine, JournalShow } from '../../../core/control/safety.verbs.ts';
import { messages } from '../../../core/messages.ts';
import { fits, NO_LINES, withLine, type JournalKind, type Summary } from '../../../core/journal/line.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { linesOf, missing, pathsOf, showIds, stemOf } from './files.ts';

/** Reads the journal of a station's folder, with a host or without one. Nothing here is held in memory but summaries. */
export interface JournalReader {
  shows(): Promise<Result<{ shows: JournalShow[] }>>;
  read(query: Query): Promise<Result<Found>>;
  /** Lines of a show, oldest first. `id` null: the one that is being written. */
  lines(id: string | null): Promise<Result<AsyncGenerator<JournalLine>>>;
}
type Query = { show: string | null; kind: JournalKind; text: string; from: number | null; limit: number };
type Found = { show: string | null; from: number; total: number; lines: JournalLine[] };

/** As the show that is being written is called where an id is needed. */
export const OPEN_ID = 'now';

export const createJournalReader = (folder: string): JournalReader => {
  const known = new Map<string, { key: string; summary: Summary }>();
  const summaryOf = async (id: string | null): Promise<Summary | null> => {
    const paths = await pathsOf(folder, stemOf(id));
    if (paths.length === 0) return null;
    const sizes = await Promise.all(paths.map(async (path) => (await stat(path).catch(missing))?.size ?? 0));
    const key = sizes.join();
    const before = known.get(stemOf(id));
    if (before?.key === key) return before.summary;
    let summary = NO_LINES;
    for await (const line of linesOf(paths)) summary = withLine(summary, line);
    known.set(stemOf(id), { key, summary });
    return summary;
  };
  const lines: JournalReader['lines'] = async (id) => {
    const paths = await pathsOf(folder, stemOf(id));
    return paths.length === 0 && id !== null
      ? fail('journal-show-unknown', messages['journal-show-unknown'].en, id)
      : ok(linesOf(paths));
  };
  return {
    shows: () =>
      guarded(async () => {
        const shows: JournalShow[] = [];
        for (const id of [null, ...(await showIds(folder))]) {
          const summary = await summaryOf(id);
          if (summary !== null) shows.push({ ...summary, id: id ?? OPEN_ID, isOpen: id === null });
        }
        return ok({ shows });
      }),
    read: ({ show, kind, text, from, limit }) =>
      guarded(async () => {
        const all = await lines(show);
        if (!all.ok) return all;
        const found = await page(all.value, (line) => fits(line, kind, text), from, limit);
        return ok({ show: show ?? OPEN_ID, ...found });
      }),
    lines,
  };
};

/** The lines from the index on, or the last ones, and how many there are in all; no more than a page is held. */
const page = async (
  lines: AsyncGenerator<JournalLine>,
  isWanted: (line: JournalLine) => boolean,
  from: number | null,
  limit: number,
): Promise<Omit<Found, 'show'>> => {
  const held: JournalLine[] = [];
  let total = 0;
  for await (const line of lines) {
    if (!isWanted(line)) continue;
    total += 1;
    if (from === null) {
      held.push(line);
      if (held.length > limit) held.shift();
    } else if (total > from && held.length < limit) held.push(line);
  }
  return { from: from ?? Math.max(0, total - held.length), total, lines: held };
};

const guarded = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('journal-unreadable', `${messages['journal-unreadable'].en} (${why})`, '');
  }
};
