import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import type { ShowDocument } from '../show.schema.ts';
import { clipsEdit, someChosen, type Board } from './board.ts';

/** What is done to a track as a whole, and to a clip's name and mute. */
const trackEdit = (
  document: ShowDocument,
  id: string,
  label: string,
  fields: Record<string, unknown>,
): Result<DocumentEdit> => {
  const record = document.records[id];
  if (!isPlainObject(record)) return fail('record-missing', 'There is no such track any more.', id);
  return ok({ label, put: { [id]: { ...record, ...fields } }, remove: [], order: {} });
};

export const muteTrack = (document: ShowDocument, id: string, muted: boolean): Result<DocumentEdit> =>
  trackEdit(document, id, muted ? 'mute track' : 'unmute track', { muted });
export const renameTrack = (document: ShowDocument, id: string, name: string): Result<DocumentEdit> =>
  trackEdit(document, id, 'rename track', { name });

const clipEdit = (
  document: ShowDocument,
  board: Board,
  ids: ReadonlySet<string>,
  label: string,
  fields: Record<string, unknown>,
): Result<DocumentEdit> => {
  const chosen = someChosen(board, ids);
  if (!chosen.ok) return chosen;
  return ok(
    clipsEdit(
      document,
      label,
      chosen.value.map(({ id, track }) => ({ id, track, fields })),
    ),
  );
};
export const muteClips = (
  document: ShowDocument,
  board: Board,
  ids: ReadonlySet<string>,
  muted: boolean,
): Result<DocumentEdit> => clipEdit(document, board, ids, muted ? 'mute' : 'unmute', { muted });
export const renameClip = (
  document: ShowDocument,
  board: Board,
  id: string,
  name: string,
): Result<DocumentEdit> => clipEdit(document, board, new Set([id]), 'rename', { name });

/** A track so many places towards the top of the picture, as far as there are any. */
export const moveTrack = (
  document: ShowDocument,
  { timeline }: Board,
  id: string,
  by: number,
): Result<DocumentEdit> => {
  const list = document.order[timeline.id] ?? [];
  const from = list.indexOf(id);
  if (from < 0) return fail('record-missing', 'There is no such track any more.', id);
  const rest = list.filter((each) => each !== id);
  const to = Math.min(rest.length, Math.max(0, from + by));
  return ok({
    label: 'track order',
    put: {},
    remove: [],
    order: { [timeline.id]: rest.toSpliced(to, 0, id) },
  });
};
