import { kindOf } from '../../ids.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit, FriseDocument } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import type { Board, BoardTrack } from './board.ts';

/**
 * A locked track is a promise to whoever works beside: its clips stay as they are, for everyone, until it is unlocked.
 * Its own name, colour, mute and place may change. Code: `track-locked`.
 */
const MESSAGE = 'This track is locked. Unlock it at its head.';
export const isLocked = ({ locked }: Pick<BoardTrack, 'locked'>): boolean => locked === true;

export const refusedByLock = (board: Board, tracks: Iterable<string>): Result<null> => {
  const touched = new Set(tracks);
  const locked = board.tracks.find((track) => touched.has(track.id) && isLocked(track));
  return locked ? fail('track-locked', MESSAGE, locked.id) : ok(null);
};

const isLockedIn = (records: Readonly<Record<string, unknown>>, track: string): boolean => {
  const record = Object.hasOwn(records, track) ? records[track] : null;
  return isPlainObject(record) && record['locked'] === true;
};

/** What the host asks of an edit from outside: does it change, move or remove a clip of a locked track, or the track? */
export const lockedEdit = (document: FriseDocument, edit: DocumentEdit): Result<null> => {
  const locked = Object.keys(document.records).filter(
    (id) => kindOf(id) === 'track' && isLockedIn(document.records, id),
  );
  const refused = locked.find((track) => touches(document, track, edit));
  return refused === undefined ? ok(null) : fail('track-locked', MESSAGE, refused);
};

const touches = (
  { order }: FriseDocument,
  track: string,
  { put, remove, order: lists }: DocumentEdit,
): boolean => {
  if (remove.includes(track)) return true;
  // What unlocks it in the same step is meant.
  if (Object.hasOwn(put, track) && !isLockedIn(put, track)) return false;
  const clips = Object.hasOwn(order, track) ? (order[track] ?? []) : [];
  const next = Object.hasOwn(lists, track) ? lists[track] : undefined;
  const isListed =
    next === undefined || (next?.length === clips.length && clips.every((id, at) => id === next[at]));
  return !isListed || clips.some((id) => Object.hasOwn(put, id) || remove.includes(id));
};
