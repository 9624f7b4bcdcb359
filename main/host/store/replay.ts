import type { Problem } from '../../../core/result.ts';
import { applyEdit } from '../../../core/show/edit.ts';
import { emptyHistory, move, record } from '../../../core/show/history.ts';
import type { History } from '../../../core/show/history.ts';
import type { DocumentOf, EditableFormat } from '../../../core/show/parse.ts';
import type { LogContent, LogEntry } from './log.ts';

/** A snapshot and the logs behind it → the document as it was acknowledged last. */
export type Replayed<F extends EditableFormat> = {
  document: DocumentOf<F>;
  revision: number;
  history: History;
  problems: Problem[];
};

const enter = <F extends EditableFormat>(state: Replayed<F>, entry: LogEntry): Replayed<F> => {
  const edited = applyEdit(state.document, entry.edit);
  const revision = entry.revision;
  if (!edited.ok) {
    const message = `Edit "${entry.edit.label}" of ${entry.author} does not fit any more: ${edited.message}`;
    return {
      ...state,
      revision,
      problems: [...state.problems, { code: 'log-entry', message, path: edited.path }],
    };
  }
  const { document, diff } = edited.value;
  if (entry.kind === 'edit') {
    const step = { label: entry.edit.label, gesture: entry.gesture, diff };
    return { ...state, document, revision, history: record(state.history, entry.author, step) };
  }
  // An undo that reaches back before the snapshot has no step to move: the edit alone counts.
  const moved = move(entry.kind, state.history, entry.author, state.document);
  return { ...state, document, revision, history: moved.ok ? moved.value.history : state.history };
};

export const replay = <F extends EditableFormat>(
  document: DocumentOf<F>,
  revision: number,
  logs: readonly LogContent[],
): Replayed<F> => {
  let state: Replayed<F> = { document, revision, history: emptyHistory, problems: [] };
  for (const log of logs)
    for (const entry of log.entries) if (entry.revision > state.revision) state = enter(state, entry);
  return state;
};
