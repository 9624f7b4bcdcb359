import { ok, type Result } from '../../result.ts';
import type { DocumentEdit } from '../document.ts';
import type { ShowDocument, TimelineRecord } from '../show.schema.ts';
import { merged, tidy, type Board } from './board.ts';

/** Notes on the time axis, by time. They belong to a timeline's record, since nothing names them. */
export type Marker = NonNullable<TimelineRecord['markers']>[number];
export const markersOf = ({ timeline }: Board): readonly Marker[] => timeline.markers ?? [];
/** Two of one frame are one. */
const SAME = 0.02;
const isAt =
  (at: number) =>
  (marker: Marker): boolean =>
    Math.abs(marker.at - at) < SAME;

const markersEdit = (
  document: ShowDocument,
  { timeline: { id } }: Board,
  label: string,
  markers: readonly Marker[],
): Result<DocumentEdit> => {
  const sorted = markers.toSorted((a, b) => a.at - b.at);
  const record = merged(document.records[id], { markers: sorted.length > 0 ? sorted : undefined });
  return ok({ label, put: { [id]: record }, remove: [], order: {} });
};

const COLOUR = '#ffb84d';
/** Where one lies already, that one is taken away: one key does both. */
export const toggleMarker = (
  document: ShowDocument,
  board: Board,
  at: number,
  name: string,
): Result<DocumentEdit> => {
  const all = markersOf(board);
  if (all.some(isAt(at))) return removeMarker(document, board, at);
  return markersEdit(document, board, 'new marker', [...all, { at: tidy(at), name, colour: COLOUR }]);
};
export const removeMarker = (document: ShowDocument, board: Board, at: number): Result<DocumentEdit> =>
  markersEdit(
    document,
    board,
    'delete marker',
    markersOf(board).filter((marker) => !isAt(at)(marker)),
  );
export const renameMarker = (
  document: ShowDocument,
  board: Board,
  at: number,
  name: string,
): Result<DocumentEdit> =>
  markersEdit(
    document,
    board,
    'rename marker',
    markersOf(board).map((marker) => (isAt(at)(marker) ? { ...marker, name } : marker)),
  );
