import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import type { ShowDocument } from '../show.schema.ts';
import { clipsEdit, someChosen, tidy, type Board, type BoardClip } from './board.ts';
import { refusedByLock } from './locked.ts';
import { nearestShift, othersOn } from './place.ts';

/** How far a drag goes: seconds, and tracks up (towards the top of the picture). */
export type Shift = { seconds: number; tracks: number };
export type Moved = { clip: BoardClip; start: number; track: string };

/** As many tracks as wanted, and no more than leave every clip on one. */
const trackShift = (board: Board, clips: readonly BoardClip[], wanted: number): number => {
  const places = clips.map(({ track }) => board.tracks.findIndex(({ id }) => id === track));
  const low = -Math.min(...places);
  const high = board.tracks.length - 1 - Math.max(...places);
  return Math.min(high, Math.max(low, wanted));
};

/** Where a move of these clips ends: what a drag shows before it is let go. Codes: `nothing-chosen`, `track-full`, `track-locked`. */
export const movedTo = (board: Board, ids: ReadonlySet<string>, wanted: Shift): Result<Moved[]> => {
  const chosen = someChosen(board, ids);
  if (!chosen.ok) return chosen;
  const by = trackShift(board, chosen.value, wanted.tracks);
  const placed = chosen.value.map((clip) => {
    const index = board.tracks.findIndex(({ id }) => id === clip.track);
    return { ...clip, track: board.tracks[index + by]?.id ?? clip.track };
  });
  const tracks = new Set([...chosen.value, ...placed].map(({ track }) => track));
  const locked = refusedByLock(board, tracks);
  if (!locked.ok) return locked;
  const seconds = nearestShift(placed, othersOn(board, tracks, ids), wanted.seconds, board.timeline.duration);
  if (seconds === null)
    return fail('track-full', 'The track has no free place of this length. Choose another track.');
  return ok(
    chosen.value.map((clip, index) => ({
      clip,
      start: tidy(clip.start + seconds),
      track: placed[index]?.track ?? clip.track,
    })),
  );
};

/** Clips moved in time and across tracks, their distances kept, to the nearest place where none overlaps. */
export const moveClips = (
  document: ShowDocument,
  board: Board,
  ids: ReadonlySet<string>,
  wanted: Shift,
): Result<DocumentEdit> => {
  const moved = movedTo(board, ids, wanted);
  if (!moved.ok) return moved;
  const changes = moved.value.map(({ clip, start, track }) => ({ id: clip.id, track, fields: { start } }));
  return ok(clipsEdit(document, 'move', changes));
};
