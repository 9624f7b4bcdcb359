import type { Result } from '../../../core/result.ts';
import type { DocumentEdit } from '../../../core/show/document.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { endOf, type Board, type BoardClip } from '../../../core/show/timeline-edit/board.ts';
import { moveClips, movedTo } from '../../../core/show/timeline-edit/move.ts';
import { snapField, snapped, type SnapField } from '../../../core/show/timeline-edit/snap.ts';
import { trimClip, trimmedTo, type Edge } from '../../../core/show/timeline-edit/trim.ts';

/**
 * A drag of clips, purely: what is held, how far the hand is, what that shows and what it does when it is let go. The
 * picture and the edit come of the same call, so a clip lands where it was seen.
 */
export type Held = { kind: 'move'; ids: ReadonlySet<string> } | { kind: Edge; id: string };
/** Seconds and tracks (up) since the press; `tolerance` 0: snapping is off. */
export type Reach = { seconds: number; tracks: number; tolerance: number };
export type Around = { board: Board; cues: readonly number[]; playhead: number };
type Shown = { board: Board; snappedAt: number | null };

const movingOf = (held: Held): ReadonlySet<string> => (held.kind === 'move' ? held.ids : new Set([held.id]));
const clipsOf = ({ tracks }: Board): BoardClip[] => tracks.flatMap(({ clips }) => clips);

const edgesOf = (held: Held, clips: readonly BoardClip[]): number[] =>
  clips.flatMap((clip) => {
    if (held.kind === 'move') return [clip.start, endOf(clip)];
    return [held.kind === 'in' ? clip.start : endOf(clip)];
  });

/** What stands still during a drag is looked for once, not at each move: a large board has ten thousand clips. */
type Standing = { around: Around; edges: readonly number[]; field: SnapField };
const known = new WeakMap<Held, Standing>();
const standingOf = (held: Held, around: Around): Standing => {
  const last = known.get(held);
  if (last?.around === around) return last;
  const { board, cues, playhead } = around;
  const ids = movingOf(held);
  const edges = edgesOf(
    held,
    clipsOf(board).filter(({ id }) => ids.has(id)),
  );
  const standing = { around, edges, field: snapField(board, cues, playhead, ids) };
  known.set(held, standing);
  return standing;
};

/** Seconds that the hand means, and what it clings to. */
const meant = (held: Held, around: Around, reach: Reach) => {
  if (reach.tolerance <= 0) return { seconds: reach.seconds, at: null };
  const { edges, field } = standingOf(held, around);
  const found = snapped(
    edges.map((edge) => edge + reach.seconds),
    field,
    reach.tolerance,
  );
  return found
    ? { seconds: reach.seconds + found.by, at: found.target.at }
    : { seconds: reach.seconds, at: null };
};

const edgeAt = (held: Extract<Held, { id: string }>, board: Board): number => {
  const clip = clipsOf(board).find(({ id }) => id === held.id);
  return clip ? (held.kind === 'in' ? clip.start : endOf(clip)) : 0;
};

/** The board with clips put where they would lie; tracks that nothing touches stay the same objects. */
const withClips = (board: Board, changed: ReadonlyMap<string, BoardClip>): Board => ({
  ...board,
  tracks: board.tracks.map((track) => {
    const stays = track.clips.filter(({ id }) => !changed.has(id));
    const comes = [...changed.values()].filter((clip) => clip.track === track.id);
    if (stays.length === track.clips.length && comes.length === 0) return track;
    return { ...track, clips: [...stays, ...comes].sort((a, b) => a.start - b.start) };
  }),
});

/** What is seen during the drag; null: there is no room there, and the clips stay where they were. */
export const shownBy = (held: Held, around: Around, reach: Reach): Shown | null => {
  const { board } = around;
  const { seconds, at } = meant(held, around, reach);
  if (held.kind === 'move') {
    const moved = movedTo(board, held.ids, { seconds, tracks: reach.tracks });
    if (!moved.ok) return null;
    const clips = moved.value.map(({ clip, start, track }) => [clip.id, { ...clip, start, track }] as const);
    return { board: withClips(board, new Map(clips)), snappedAt: at };
  }
  const trimmed = trimmedTo(board, held.id, held.kind, edgeAt(held, board) + seconds);
  if (!trimmed.ok) return null;
  const { clip, start, duration } = trimmed.value;
  return { board: withClips(board, new Map([[clip.id, { ...clip, start, duration }]])), snappedAt: at };
};

/** The one step that letting go makes. */
export const editBy = (
  document: ShowDocument,
  held: Held,
  around: Around,
  reach: Reach,
): Result<DocumentEdit> => {
  const { board } = around;
  const { seconds } = meant(held, around, reach);
  return held.kind === 'move'
    ? moveClips(document, board, held.ids, { seconds, tracks: reach.tracks })
    : trimClip(document, board, held.id, held.kind, edgeAt(held, board) + seconds);
};

/** What stands still while a flag is dragged is all there is; it is sorted once, not at each move. */
const fields = new WeakMap<Around, SnapField>();
const fieldOf = (around: Around): SnapField => {
  const known = fields.get(around);
  if (known) return known;
  const { board, cues, playhead } = around;
  const field = snapField(board, cues, playhead, new Set());
  fields.set(around, field);
  return field;
};
/** Where a single time clings to: a cue's flag that is dragged. Its own place holds it as any other cue does. */
export const clungTo = (around: Around, at: number, tolerance: number): number => {
  const near = snapped([at], fieldOf(around), tolerance);
  return Math.min(Math.max(at + (near?.by ?? 0), 0), around.board.timeline.duration);
};
