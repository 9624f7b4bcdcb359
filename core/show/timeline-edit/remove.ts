import { kindOf, nameOf } from '../../ids.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import type { ShowDocument } from '../show.schema.ts';
import { clipsEdit, someChosen, tidy, type Board, type BoardTrack } from './board.ts';
import { refusedByLock } from './locked.ts';

/** Verb → the argument in which it names a clip. */
const CLIP_ARGUMENT: Readonly<Record<string, string>> = { 'clip/set': 'id', release: 'clip' };

const namedByVerbs = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namedByVerbs);
  if (!isPlainObject(value)) return [];
  const { verb, args } = value;
  const argument = typeof verb === 'string' ? CLIP_ARGUMENT[verb] : undefined;
  const name = argument !== undefined && isPlainObject(args) ? args[argument] : null;
  return [...(typeof name === 'string' ? [name] : []), ...Object.values(value).flatMap(namedByVerbs)];
};

const followedBy = (record: unknown): string[] => {
  const follow = isPlainObject(record) ? record['follow'] : null;
  if (!isPlainObject(follow)) return [];
  return Object.values(follow).flatMap((each) => {
    const source = isPlainObject(each) ? each['source'] : null;
    const clip = isPlainObject(source) ? source['clip'] : null;
    return typeof clip === 'string' ? [nameOf(clip)] : [];
  });
};

const maskingOf = (record: unknown): string[] => {
  const effects = isPlainObject(record) ? record['effects'] : null;
  if (!Array.isArray(effects)) return [];
  return effects.flatMap((effect: unknown) => {
    const parameters = isPlainObject(effect) ? effect['parameters'] : null;
    const clip = isPlainObject(parameters) ? parameters['clip'] : null;
    return typeof clip === 'string' ? [nameOf(clip)] : [];
  });
};

/** Clips that something which stays names: a clip that follows or is masked, an action, a trigger. */
const namers = (document: ShowDocument, ids: ReadonlySet<string>): { id: string; by: string }[] => {
  const names = new Set([...ids].map(nameOf));
  return Object.entries(document.records).flatMap(([by, record]) => {
    if (ids.has(by)) return [];
    const named =
      kindOf(by) === 'clip'
        ? [...followedBy(record), ...maskingOf(record)]
        : kindOf(by) === 'cue' || kindOf(by) === 'trigger'
          ? namedByVerbs(record)
          : [];
    return named.filter((name) => names.has(name)).map((name) => ({ id: `clip:${name}`, by }));
  });
};

/** Code: `clip-named`. */
export const namedRefusal = (document: ShowDocument, ids: ReadonlySet<string>): Result<null> => {
  const [first] = namers(document, ids);
  return first
    ? fail('clip-named', `"${first.by}" names this clip. Change that first, or mute the clip.`, first.id)
    : ok(null);
};

/** Removed, and what lay there stays empty. Codes: `nothing-chosen`, `clip-named`, `track-locked`. */
export const deleteClips = (
  document: ShowDocument,
  board: Board,
  ids: ReadonlySet<string>,
): Result<DocumentEdit> => {
  const chosen = someChosen(board, ids);
  if (!chosen.ok) return chosen;
  const refused = namedRefusal(document, ids);
  if (!refused.ok) return refused;
  const locked = refusedByLock(
    board,
    chosen.value.map(({ track }) => track),
  );
  if (!locked.ok) return locked;
  return ok(
    clipsEdit(
      document,
      'delete',
      [],
      chosen.value.map(({ id }) => id),
    ),
  );
};

const closedUp = ({ id: track, clips }: BoardTrack, ids: ReadonlySet<string>) => {
  let gap = 0;
  return clips.flatMap((clip) => {
    if (ids.has(clip.id)) {
      gap += clip.duration;
      return [];
    }
    return gap === 0 ? [] : [{ id: clip.id, track, fields: { start: tidy(clip.start - gap) } }];
  });
};

/**
 * Removed, and what follows on the same track closes up by as much. Other tracks, cues and the music stay: a façade show
 * is cut to its sound, and a ripple that moved it would put everything else out of step.
 */
export const rippleDelete = (
  document: ShowDocument,
  board: Board,
  ids: ReadonlySet<string>,
): Result<DocumentEdit> => {
  const removed = deleteClips(document, board, ids);
  if (!removed.ok) return removed;
  const changes = board.tracks.flatMap((track) => closedUp(track, ids));
  return ok(clipsEdit(document, 'ripple delete', changes, removed.value.remove));
};
