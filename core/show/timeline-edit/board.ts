import { fail, ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import { readRecord } from '../records.ts';
import { clipSchema, timelineSchema, trackSchema } from '../show.schema.ts';
import type { ClipRecord, ShowDocument, TimelineRecord, TrackRecord } from '../show.schema.ts';

/**
 * A timeline as an editor sees it, and the one way in which its operations become an edit. Every operation of this folder
 * gives one `DocumentEdit`, that is one step to undo; records are put whole, with what they had besides. A record that its
 * schema refuses is not seen here, and stays where it is.
 */
export type BoardClip = ClipRecord & { id: string; track: string };
export type BoardTrack = TrackRecord & { id: string; clips: readonly BoardClip[] };
export type Board = { timeline: TimelineRecord & { id: string }; tracks: readonly BoardTrack[] };

/** Seconds of a frame: what an arrow nudges by, and the shortest that a hand makes a clip. */
export const FRAME = 1 / 25;
/** Seconds in a document have six decimals: sums of binary fractions would fill its lines with noise. */
export const tidy = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;
/** The frame nearest to a time: where a hand puts a playhead, so that a cut has a time that can be said. */
export const onFrame = (seconds: number): number => tidy(Math.round(seconds / FRAME) * FRAME);
export const endOf = ({ start, duration }: Pick<ClipRecord, 'start' | 'duration'>): number =>
  start + duration;

export const boardOf = (document: ShowDocument, timeline: string): Board | null => {
  const read = readRecord(timelineSchema, document.records[timeline]);
  if (!read.success) return null;
  return {
    timeline: { ...read.data, id: timeline },
    tracks: (document.order[timeline] ?? []).flatMap((id) => trackOf(document, id)),
  };
};

const trackOf = (document: ShowDocument, id: string): BoardTrack[] => {
  const read = readRecord(trackSchema, document.records[id]);
  if (!read.success) return [];
  const clips = (document.order[id] ?? []).flatMap((clip) => {
    const record = readRecord(clipSchema, document.records[clip]);
    return record.success ? [{ ...record.data, id: clip, track: id }] : [];
  });
  return [{ ...read.data, id, clips }];
};

/** The chosen clips of a board, in its order; what is there no more is left out. */
export const chosenOf = ({ tracks }: Board, ids: ReadonlySet<string>): BoardClip[] =>
  tracks.flatMap(({ clips }) => clips.filter(({ id }) => ids.has(id)));

/** As `chosenOf`, refused where nothing is left: `nothing-chosen`. */
export const someChosen = (board: Board, ids: ReadonlySet<string>): Result<BoardClip[]> => {
  const chosen = chosenOf(board, ids);
  return chosen.length > 0 ? ok(chosen) : fail('nothing-chosen', 'No clip is chosen. Choose one.');
};

export type Fields = Record<string, unknown>;
/** A record with these fields; one that is undefined is there no more. */
export const merged = (record: unknown, fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries({ ...asFields(record), ...fields }).filter(([, value]) => value !== undefined),
  );
export type ClipChange = { id: string; track: string; fields: Fields };

const startIn = (record: unknown): number => {
  const start = isPlainObject(record) ? record['start'] : null;
  return typeof start === 'number' ? start : Infinity;
};

/** Clips put on tracks and clips removed, with the lists of every track that this touches sorted by start. */
export const clipsEdit = (
  document: ShowDocument,
  label: string,
  changes: readonly ClipChange[],
  remove: readonly string[] = [],
): DocumentEdit => {
  const put = Object.fromEntries(changes.map(({ id, fields }) => [id, merged(document.records[id], fields)]));
  const trackFor = new Map(changes.map(({ id, track }) => [id, track]));
  const gone = new Set(remove);
  const touched = new Set(trackFor.values());
  for (const [owner, members] of Object.entries(document.order))
    if (owner.startsWith('track:') && members.some((id) => trackFor.has(id) || gone.has(id)))
      touched.add(owner);
  const listed = (track: string): string[] => {
    const stay = (document.order[track] ?? []).filter((id) => !gone.has(id) && !trackFor.has(id));
    const come = changes.filter((change) => change.track === track).map(({ id }) => id);
    const startOf = (id: string): number => startIn(put[id] ?? document.records[id]);
    return [...stay, ...come].sort((a, b) => startOf(a) - startOf(b) || 0);
  };
  return {
    label,
    put,
    remove: [...remove],
    order: Object.fromEntries([...touched].map((track) => [track, listed(track)])),
  };
};

const asFields = (record: unknown): Fields => (isPlainObject(record) ? record : {});
