import { fail, ok } from '../../../core/result.ts';
import type { Problem, Result } from '../../../core/result.ts';
import type { ShowContext } from '../../../core/show/check-context.ts';
import { emptyHistory } from '../../../core/show/history.ts';
import { openDocument } from '../../../core/show/open.ts';
import type { EditableFormat } from '../../../core/show/parse.ts';
import { readIfThere, reasonOf, sha256 } from './files.ts';
import { FOLDER_GONE, type KeptSources } from './kept-sources.ts';
import { reopenLog } from './log.ts';
import type { EditLog } from './log.ts';
import type { Place } from './place.ts';
import { originProblem, readOrigin, type Origin } from './origin.ts';
import { recover, type Outside, type Written } from './recover.ts';
import type { Replayed } from './replay.ts';

/** A document from its place on the station, else from where it comes from. */
export type Loaded<F extends EditableFormat> = Replayed<F> & {
  place: Place;
  log: EditLog | null;
  pending: number;
  /** Nothing of it is on the station yet. */
  isNew: boolean;
  /** Text that the station's copy will be taken from, while there is none. */
  origin: string | null;
  /** The file at its place; null: there is none. */
  written: Written<F> | null;
  /** The text that the copy was taken from, and what is wrong with it now; null: it was not copied. */
  from: { origin: Origin; problem: Problem | null } | null;
};
export type Loading<F extends EditableFormat> = {
  format: F;
  place: Place;
  /** The bundled file. */
  source: string;
  /** What is opened where there is no such file; null: that is a refusal. */
  otherwise: string | null;
  context: ShowContext;
  iso: () => string;
  outside: Outside;
  /** null: what is not there was never opened. */
  kept: KeptSources | null;
};

const readSource = async <F extends EditableFormat>(
  { source, otherwise, kept }: Loading<F>,
  told: Problem[],
) => {
  if (kept === null) return (await readIfThere(source)) ?? otherwise;
  const found = await kept.read(source);
  if (found?.isGone)
    told.push({
      code: FOLDER_GONE,
      message: `There is no ${source} any more; what was opened from it is played. Plug the disk in again; media that are not loaded are missing until then.`,
      path: source,
    });
  return found?.text ?? otherwise;
};

const fromSource = async <F extends EditableFormat>(
  loading: Loading<F>,
  told: Problem[],
): Promise<Result<Loaded<F>>> => {
  const { source, format, context, place } = loading;
  const text = await readSource(loading, told);
  if (text === null) return fail('document-missing', `There is no ${source}. Check the path.`, source);
  const opened = openDocument(text, format, context);
  if (!opened.ok)
    return fail(opened.code, opened.message, opened.path === '' ? source : `${source}: ${opened.path}`);
  const { document, repaired } = opened.value;
  const problems = [...told, ...repaired];
  return ok({
    place,
    document,
    revision: 1,
    history: emptyHistory,
    problems,
    log: null,
    pending: 0,
    isNew: true,
    origin: text,
    written: null,
    from: { origin: { hash: sha256(text), text }, problem: null },
  });
};

export const load = async <F extends EditableFormat>(loading: Loading<F>): Promise<Result<Loaded<F>>> => {
  const told: Problem[] = [];
  try {
    const found = await recover(loading.place, loading.format, loading, told);
    if (found === null) return await fromSource(loading, told);
    if (!found.ok) return found;
    const { tail, problems, ...rest } = found.value;
    // On a disk that has turned read-only the show is opened all the same; what is written next says what keeps it.
    const log = tail ? await reopenLog(tail.file, tail.length).catch(() => null) : null;
    const origin = await readOrigin(loading.place);
    const problem = await originProblem(loading.place, origin, loading.source);
    return ok({
      ...rest,
      place: loading.place,
      problems: [...told, ...problems],
      log,
      isNew: false,
      origin: null,
      from: origin && { origin, problem },
    });
  } catch (error) {
    return fail('document-unreadable', `Cannot be read: ${reasonOf(error)}`, loading.place.file);
  }
};
