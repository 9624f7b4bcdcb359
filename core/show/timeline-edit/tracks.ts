import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import type { ShowDocument } from '../show.schema.ts';
import { clipsEdit, merged, someChosen, type Board, type Fields } from './board.ts';
import { newId } from './free-id.ts';
import { refusedByLock } from './locked.ts';
import { namedRefusal } from './remove.ts';

/** What is done to a track as a whole, and to a clip's name, colour and mute. */
const trackEdit = (
  document: ShowDocument,
  id: string,
  label: string,
  fields: Fields,
): Result<DocumentEdit> => {
  const record = document.records[id];
  if (!isPlainObject(record)) return fail('record-missing', 'There is no such track any more.', id);
  return ok({ label, put: { [id]: merged(record, fields) }, remove: [], order: {} });
};

export const muteTrack = (document: ShowDocument, id: string, muted: boolean): Result<DocumentEdit> =>
  trackEdit(document, id, muted ? 'mute track' : 'unmute track', { muted });
export const renameTrack = (document: ShowDocument, id: string, name: string): Result<DocumentEdit> =>
  trackEdit(document, id, 'rename track', { name });
/** `colour` null: none. */
export const colourTrack = (
  document: ShowDocument,
  id: string,
  colour: string | null,
): Result<DocumentEdit> => trackEdit(document, id, 'track colour', { colour: colour ?? undefined });
export const lockTrack = (document: ShowDocument, id: string, locked: boolean): Result<DocumentEdit> =>
  trackEdit(document, id, locked ? 'lock track' : 'unlock track', { locked: locked || undefined });

/** A track on top of the picture, or right above another. `made`: its id. */
export const addTrack = (
  document: ShowDocument,
  { timeline }: Board,
  name: string,
  above: string | null = null,
): Result<DocumentEdit & { made: string[] }> => {
  const id = newId(document.records, 'track', name);
  const list = document.order[timeline.id] ?? [];
  const at = above === null ? -1 : list.indexOf(above);
  return ok({
    label: 'new track',
    put: { [id]: { name, muted: false } },
    remove: [],
    order: { [timeline.id]: list.toSpliced(at < 0 ? list.length : at + 1, 0, id), [id]: [] },
    made: [id],
  });
};

/** With its clips. Codes: `record-missing`, `track-locked`, `clip-named`. */
export const removeTrack = (document: ShowDocument, board: Board, id: string): Result<DocumentEdit> => {
  const track = board.tracks.find((each) => each.id === id);
  if (!track) return fail('record-missing', 'There is no such track any more.', id);
  const locked = refusedByLock(board, [id]);
  if (!locked.ok) return locked;
  const clips = document.order[id] ?? [];
  const named = namedRefusal(document, new Set(clips));
  if (!named.ok) return named;
  const { timeline } = board;
  return ok({
    label: 'delete track',
    put: {},
    remove: [id, ...clips.filter((clip) => Object.hasOwn(document.records, clip))],
    order: {
      [timeline.id]: (document.order[timeline.id] ?? []).filter((each) => each !== id),
      [id]: null,
    },
  });
};

const clipEdit = (
  document: ShowDocument,
  board: Board,
  ids: ReadonlySet<string>,
  label: string,
  fields: Fields,
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

export const colourClips = (
  document: ShowDocument,
  board: Board,
  ids: ReadonlySet<string>,
  colour: string | null,
): Result<DocumentEdit> => clipEdit(document, board, ids, 'clip colour', { colour: colour ?? undefined });

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
