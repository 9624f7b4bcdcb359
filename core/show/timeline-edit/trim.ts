import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import type { ClipRecord, ShowDocument } from '../show.schema.ts';
import { clipsEdit, endOf, FRAME, tidy, type Board, type BoardClip } from './board.ts';
import { refusedByLock } from './locked.ts';
import { contentShifted, shiftLimits } from './content-shift.ts';

/**
 * A clip's edge moved. Keys keep their absolute place, also those that are now outside: drawn out again, they are back.
 * A file keeps its place too. The edge stops at the neighbour, at the timeline's ends, a frame before the other edge, and
 * where the file begins.
 */
export type Edge = 'in' | 'out';
export type Trimmed = { clip: BoardClip; start: number; duration: number };

const neighbours = (board: Board, clip: BoardClip): { before: number; after: number } => {
  const clips = board.tracks.find(({ id }) => id === clip.track)?.clips ?? [];
  const others = clips.filter(({ id }) => id !== clip.id);
  const middle = clip.start + clip.duration / 2;
  return {
    before: Math.max(0, ...others.filter(({ start }) => start < middle).map(endOf)),
    after: Math.min(
      Math.max(board.timeline.duration, endOf(clip)),
      ...others.filter(({ start }) => start >= middle).map(({ start }) => start),
    ),
  };
};

const clamped = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Where a trim ends: what a drag shows before it is let go. Codes: `nothing-chosen`, `track-locked`. */
export const trimmedTo = (board: Board, id: string, edge: Edge, at: number): Result<Trimmed> => {
  const clip = board.tracks.flatMap(({ clips }) => clips).find((each) => each.id === id);
  if (!clip) return fail('nothing-chosen', 'This clip is no longer on this timeline. Choose a clip.', id);
  const locked = refusedByLock(board, [clip.track]);
  if (!locked.ok) return locked;
  const shortest = Math.min(FRAME, clip.duration);
  const { before, after } = neighbours(board, clip);
  if (edge === 'out') {
    const end = clamped(at, clip.start + shortest, Math.max(after, clip.start + shortest));
    return ok({ clip, start: clip.start, duration: tidy(end - clip.start) });
  }
  const { low, high } = shiftLimits(clip);
  const first = Math.min(clip.start, Math.max(before, clip.start + low));
  const start = tidy(clamped(at, first, Math.min(endOf(clip) - shortest, clip.start + Math.max(0, high))));
  return ok({ clip, start, duration: tidy(endOf(clip) - start) });
};

/** Fades that fit: neither is longer than the clip, nor both together. */
export const fittedFades = (
  { fadeIn, fadeOut }: Pick<ClipRecord, 'fadeIn' | 'fadeOut'>,
  duration: number,
): Pick<ClipRecord, 'fadeIn' | 'fadeOut'> => {
  const rising = tidy(Math.min(fadeIn, duration));
  return { fadeIn: rising, fadeOut: tidy(Math.min(fadeOut, duration - rising)) };
};

export const trimClip = (
  document: ShowDocument,
  board: Board,
  id: string,
  edge: Edge,
  at: number,
): Result<DocumentEdit> => {
  const trimmed = trimmedTo(board, id, edge, at);
  if (!trimmed.ok) return trimmed;
  const { clip, start, duration } = trimmed.value;
  const fields = {
    start,
    duration,
    ...fittedFades(clip, duration),
    ...contentShifted(clip, start - clip.start),
  };
  return ok(clipsEdit(document, 'trim', [{ id, track: clip.track, fields }]));
};
