import { idOf, kindOf, nameOf } from '../../ids.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import { recordsOfKind } from '../records.ts';
import { cueSchema, showSchema, type ShowDocument } from '../show.schema.ts';
import { endOf, merged, type Board, type Fields } from './board.ts';
import { newId } from './free-id.ts';

/** Timelines themselves: one is the show's main, the others are overlays that cues and desks start on top. */
type Made = DocumentEdit & { made: string[] };

/** An overlay with one empty track. `made`: its id. */
export const addTimeline = (
  document: ShowDocument,
  { name, duration, track }: { name: string; duration: number; track: string },
): Result<Made> => {
  const id = newId(document.records, 'timeline', name);
  const lane = newId(document.records, 'track', `${nameOf(id)}-${track}`);
  return ok({
    label: 'new timeline',
    put: { [id]: { name, duration, blend: 'normal' }, [lane]: { name: track, muted: false } },
    remove: [],
    order: { [id]: [lane], [lane]: [] },
    made: [id],
  });
};

const timelineEdit = (
  document: ShowDocument,
  { timeline: { id } }: Board,
  label: string,
  fields: Fields,
): Result<DocumentEdit> =>
  isPlainObject(document.records[id])
    ? ok({ label, put: { [id]: merged(document.records[id], fields) }, remove: [], order: {} })
    : fail('record-missing', 'There is no such timeline any more.', id);

export const renameTimeline = (document: ShowDocument, board: Board, name: string): Result<DocumentEdit> =>
  timelineEdit(document, board, 'rename timeline', { name });

/** Seconds at which the last thing on it ends: a clip, a cue or a marker. */
export const contentEnd = (document: ShowDocument, { timeline, tracks }: Board): number =>
  Math.max(
    0,
    ...tracks.flatMap(({ clips }) => clips.map(endOf)),
    ...(timeline.markers ?? []).map(({ at }) => at),
    ...recordsOfKind(document.records, 'cue', cueSchema).flatMap(({ at }) =>
      at?.timeline === timeline.id ? [at.position] : [],
    ),
  );

/** Code: `timeline-short`. */
export const setDuration = (document: ShowDocument, board: Board, duration: number): Result<DocumentEdit> => {
  const end = contentEnd(document, board);
  if (duration + 1e-6 < end)
    return fail(
      'timeline-short',
      `Something lies on this timeline up to ${end.toFixed(2)} s. Move or remove it first.`,
      board.timeline.id,
    );
  return timelineEdit(document, board, 'timeline duration', { duration });
};

const TIMELINE_ARGUMENT: Readonly<Record<string, string>> = {
  'timeline/start': 'id',
  'timeline/stop': 'id',
  seek: 'timeline',
};
const namesByVerb = (value: unknown, name: string): boolean => {
  if (Array.isArray(value)) return value.some((each) => namesByVerb(each, name));
  if (!isPlainObject(value)) return false;
  const { verb, args } = value;
  const argument = typeof verb === 'string' ? TIMELINE_ARGUMENT[verb] : undefined;
  const isNamed = argument !== undefined && isPlainObject(args) && args[argument] === name;
  return isNamed || Object.values(value).some((each) => namesByVerb(each, name));
};

/** Whatever stays and names it: a cue that lies on it, an action, a trigger. */
const namerOf = (document: ShowDocument, id: string): string | null => {
  const onIt = recordsOfKind(document.records, 'cue', cueSchema).find(({ at }) => at?.timeline === id);
  if (onIt) return onIt.id;
  const named = Object.entries(document.records).find(
    ([by, record]) => (kindOf(by) === 'cue' || kindOf(by) === 'trigger') && namesByVerb(record, nameOf(id)),
  );
  return named?.[0] ?? null;
};

/** With its tracks and clips. Codes: `timeline-main`, `timeline-named`. */
export const removeTimeline = (document: ShowDocument, { timeline: { id } }: Board): Result<DocumentEdit> => {
  const show = recordsOfKind(document.records, 'show', showSchema)[0];
  if (show?.main === id) return fail('timeline-main', 'This is the show’s main timeline: it stays.', id);
  const named = namerOf(document, id);
  if (named !== null) return fail('timeline-named', `"${named}" names this timeline. Change that first.`, id);
  const tracks = document.order[id] ?? [];
  const clips = tracks.flatMap((track) => document.order[track] ?? []);
  return ok({
    label: 'delete timeline',
    put: {},
    remove: [id, ...tracks, ...clips],
    order: Object.fromEntries([id, ...tracks].map((owner) => [owner, null])),
  });
};

/** The timeline of a show that comes first. */
export const mainOf = (document: ShowDocument): string =>
  recordsOfKind(document.records, 'show', showSchema)[0]?.main ?? idOf('timeline', 'main');
