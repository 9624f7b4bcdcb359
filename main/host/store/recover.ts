import { rename } from 'node:fs/promises';
import { fail, ok } from '../../../core/result.ts';
import type { Problem, Result } from '../../../core/result.ts';
import type { ShowContext } from '../../../core/show/check-context.ts';
import { openDocument } from '../../../core/show/open.ts';
import type { DocumentOf, EditableFormat } from '../../../core/show/parse.ts';
import { numberedFiles, readIfThere, sha256 } from './files.ts';
import { readLog } from './log.ts';
import type { LogContent } from './log.ts';
import type { Place } from './place.ts';
import { replay } from './replay.ts';
import type { Replayed } from './replay.ts';

/**
 * Opens a document from its place: the snapshot and the log that builds on it. A snapshot that cannot be read is set
 * aside under another name and the newest backup that can is taken, with every log since: no acknowledged edit is lost.
 */
export type Recovered<F extends EditableFormat> = Replayed<F> & {
  /** The log to go on with, or null: a new snapshot with its own log comes before the next edit. */
  tail: { file: string; length: number } | null;
  /** Edits that the snapshot does not hold yet. */
  pending: number;
  /** The file as it stands there; null: there is none. */
  written: Written<F> | null;
};
/** A file's sha256, and the document that it holds. */
export type Written<F extends EditableFormat> = { hash: string; document: DocumentOf<F> };
type LogFile = { file: string; content: LogContent };
/**
 * What becomes of a file that somebody else has written while nothing ran. `taken`: it is opened as it is. `asked`: what
 * this host wrote last is opened, and the file stays for a person to decide about: a host that comes back in the middle
 * of a show must not show what nobody took.
 */
export type Outside = 'taken' | 'asked';
type Opening = { context: ShowContext; iso: () => string; outside: Outside };

const readLogs = async (place: Place): Promise<LogFile[]> => {
  const files = await numberedFiles(place.safe, place.logPrefix);
  const read = await Promise.all(files.map(async ({ file }) => ({ file, content: await readLog(file) })));
  return read.flatMap(({ file, content }) => (content ? [{ file, content }] : []));
};

const damaged = (logs: readonly LogFile[]): Problem[] =>
  logs
    .filter(({ content }) => content.isDamaged)
    .map(({ file }) => ({
      code: 'log-damaged',
      message: 'Lines behind a broken one were left out: the disk may be failing. Check the last edits.',
      path: file,
    }));

const build = <F extends EditableFormat>(text: string, format: F, logs: LogFile[], context: ShowContext) => {
  const opened = openDocument(text, format, context);
  if (!opened.ok) return opened;
  const start = logs.findLastIndex(({ content }) => content.header.base === sha256(text));
  const follow = start < 0 ? [] : logs.slice(start);
  const first = follow[0]?.content.header.revision ?? 1;
  const replayed = replay(
    opened.value.document,
    first,
    follow.map(({ content }) => content),
  );
  const problems = [...opened.value.repaired, ...replayed.problems, ...damaged(follow)];
  const pending = follow.reduce((sum, { content }) => sum + content.entries.length, 0);
  const last = follow.at(-1);
  const tail = last && !damagedTail(follow) ? { file: last.file, length: last.content.length } : null;
  const written = { hash: sha256(text), document: opened.value.document };
  return ok({ replayed: { ...replayed, problems }, isKnown: start >= 0, tail, pending, written });
};

const damagedTail = (logs: readonly LogFile[]): boolean => logs.some(({ content }) => content.isDamaged);

/** show.json was changed by hand: what the log has and its snapshot had not is put on top of it. */
const editedOutside = <F extends EditableFormat>(
  opened: Replayed<F>,
  newest: LogContent,
  file: string,
): Recovered<F> => {
  const before = newest.header.revision;
  const replayed = replay(opened.document, before, [newest]);
  const note = {
    code: 'edited-outside',
    message: 'Changed outside Frise; unsaved edits were put on top.',
    path: file,
  };
  const notes = replayed.revision > before ? [note] : [];
  return {
    ...replayed,
    revision: replayed.revision + 1,
    problems: [...opened.problems, ...notes, ...replayed.problems],
    tail: null,
    pending: 1,
    written: null,
  };
};

/** From the backup of the snapshot that the newest log builds on; null: it can't be read. */
const asWritten = async <F extends EditableFormat>(
  place: Place,
  format: F,
  logs: LogFile[],
  { context }: Opening,
): Promise<Recovered<F> | null> => {
  const base = logs.at(-1)?.content.header.base;
  for (const { file } of (await numberedFiles(place.safe, place.backupPrefix)).toReversed()) {
    const text = await readIfThere(file);
    if (text === null || sha256(text) !== base) continue;
    const built = build(text, format, logs, context);
    if (!built.ok) return null;
    const { replayed, tail, pending, written } = built.value;
    return { ...replayed, tail, pending, written };
  }
  return null;
};

const fromBackup = async <F extends EditableFormat>(
  place: Place,
  format: F,
  logs: LogFile[],
  { context }: Opening,
): Promise<Result<Recovered<F>> | null> => {
  const backups = await numberedFiles(place.safe, place.backupPrefix);
  for (const { file } of backups.toReversed()) {
    const text = await readIfThere(file);
    const built = text === null ? null : build(text, format, logs, context);
    if (!built?.ok) continue;
    const { replayed, pending } = built.value;
    const note = {
      code: 'backup-opened',
      message: 'The last good backup and the log were opened.',
      path: file,
    };
    return ok({
      ...replayed,
      problems: [note, ...replayed.problems],
      tail: null,
      pending: pending + 1,
      written: null,
    });
  }
  return null;
};

const setAside = async (place: Place, iso: string, reason: Problem): Promise<Problem> => {
  const aside = `${place.file}.corrupt-${iso.replaceAll(':', '-')}`;
  await rename(place.file, aside);
  return {
    code: 'set-aside',
    message: `Could not be read and was set aside as ${aside}: ${reason.message}`,
    path: place.file,
  };
};

/** null: nothing of this document is at this place (or nothing that can be read: then `problems` has been told). */
export const recover = async <F extends EditableFormat>(
  place: Place,
  format: F,
  opening: Opening,
  problems: Problem[],
): Promise<Result<Recovered<F>> | null> => {
  const logs = await readLogs(place);
  const text = await readIfThere(place.file);
  if (text === null) return fromBackup(place, format, logs, opening);
  const built = build(text, format, logs, opening.context);
  if (built.ok) {
    const { replayed, isKnown, tail, pending, written } = built.value;
    const newest = logs.at(-1)?.content;
    const isOurs = isKnown || !newest;
    if (!isOurs && opening.outside === 'asked') {
      const own = await asWritten(place, format, logs, opening);
      if (own !== null) return ok(own);
    }
    return ok(
      isOurs
        ? { ...replayed, tail, pending, written }
        : { ...editedOutside(replayed, newest, place.file), written },
    );
  }
  // Too new is not broken: an older Frise must leave it as it is.
  if (built.code === 'schema-too-new') return fail(built.code, built.message, `${place.file}: ${built.path}`);
  problems.push(await setAside(place, opening.iso(), built));
  return fromBackup(place, format, logs, opening);
};
