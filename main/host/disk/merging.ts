import type { DiskFile } from '../../../core/control/disk.topics.ts';
import { ok, type Problem, type Result } from '../../../core/result.ts';
import type { DraftConflict } from '../../../core/show/draft/rebase.ts';
import { isEmptyEdit } from '../../../core/show/edit.ts';
import type { Asker, DiskGate } from './gate.ts';
import type { DiskNews, Question } from './news.ts';
import { labelOf, placedProblem, wantedOf, type Wanted } from './question.ts';

/** As whom what comes by itself is put; its undo is a verb of its own. */
export const DISK: Asker = { sender: 'disk', roles: ['designer', 'technician'] };

/** What becomes of a file that somebody else has written: taken, or asked about. */
export const createMerging = (gate: DiskGate, news: DiskNews) => {
  /** null: it can't be read, or what it stands on isn't known. */
  const wanted = (
    { side, theirs }: Question,
    takes: (conflict: DraftConflict) => boolean,
  ): Result<Wanted> | null => {
    const base = side.base();
    if (theirs === null || base === null) return null;
    return wantedOf({ base, theirs, ours: gate.ours(side.which) }, takes, labelOf(side));
  };
  const settle = async ({ side, text }: Question): Promise<void> => {
    await side.agree(text);
    news.forget(side.id);
  };
  const take = async (
    question: Question,
    { edit, count, changes }: Wanted,
    by: Asker,
  ): Promise<Result<null>> => {
    const { side, told } = question;
    const isNothing = isEmptyEdit(edit);
    const done = isNothing ? ok<DiskFile['into']>(null) : await gate.put(side.which, edit, by);
    if (!done.ok) return done;
    await settle(question);
    const into = done.value;
    if (!isNothing)
      news.take(side, {
        ...told,
        state: 'taken',
        why: null,
        into,
        isOwn: by === DISK,
        count,
        changes,
        conflicts: [],
      });
    return ok(null);
  };
  const refuse = (question: Question, problem: Problem): void => {
    const { side, text, told } = question;
    const placed = placedProblem(problem, side.file, text);
    news.ask({ ...question, told: { ...told, state: 'refused', why: null, problem: placed } });
  };
  const consider = async (question: Question): Promise<void> => {
    const { side, told } = question;
    const found = wanted(question, () => false);
    if (found === null) return;
    if (!found.ok) return refuse(question, found);
    const { edit, conflicts, count, changes } = found.value;
    if (isEmptyEdit(edit) && conflicts.length === 0) return settle(question);
    const ask = (state: 'asks' | 'waits', why: DiskFile['why']): void =>
      news.ask({ ...question, told: { ...told, state, why, conflicts, count, changes } });
    // What came while nobody was here comes at a moment that nobody has chosen.
    if (side.problem !== null) return ask('asks', 'off');
    if (conflicts.length > 0) return ask('asks', 'conflict');
    const why = gate.whyWait(side.which);
    if (why !== null) return ask('waits', why);
    const done = await take(question, found.value, DISK);
    if (!done.ok) refuse(question, done);
  };
  return { wanted, take, settle, refuse, consider };
};
