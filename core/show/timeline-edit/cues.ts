import { fail, ok, type Result } from '../../result.ts';
import { compareCueNumbers, cueNumberBetween } from '../cue-number.ts';
import { freeCueId, namersOf, putCue } from '../cue-edit.ts';
import type { DocumentEdit } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import { recordsOfKind } from '../records.ts';
import { cueSchema, type CueRecord, type ShowDocument } from '../show.schema.ts';
import { merged, tidy, type Board } from './board.ts';

/** Cues as flags on the time axis: set at the playhead, moved, renamed, removed. The whole of a cue is the cue list's. */
type Numbered = CueRecord & { id: string };

const cuesOf = (document: ShowDocument): Numbered[] =>
  recordsOfKind(document.records, 'cue', cueSchema).toSorted((a, b) => compareCueNumbers(a.number, b.number));

/**
 * The number of a cue at this place: behind the last one before it on the timeline, in front of the next of the list, so
 * that the list runs as the timeline does. null: four digits leave no room.
 */
const numberAt = (cues: readonly Numbered[], timeline: string, at: number): string | null => {
  const here = cues.filter((cue) => cue.at?.timeline === timeline);
  const before = here.findLast((cue) => (cue.at?.position ?? 0) <= at);
  if (before) {
    const next = cues[cues.indexOf(before) + 1];
    return cueNumberBetween(before.number, next?.number ?? null);
  }
  const first = here[0] ?? null;
  if (first === null) return cueNumberBetween(cues.at(-1)?.number ?? null, null);
  const ahead = cues[cues.indexOf(first) - 1];
  return cueNumberBetween(ahead?.number ?? null, first.number);
};

/** @param at seconds; code `cue-no-room` */
export const addCue = (
  document: ShowDocument,
  { timeline }: Board,
  at: number,
  name: CueRecord['name'],
): Result<DocumentEdit & { made: string[] }> => {
  const number = numberAt(cuesOf(document), timeline.id, at);
  if (number === null)
    return fail('cue-no-room', 'No number is left between the two cues there.', timeline.id);
  const id = freeCueId(document.records, number);
  const cue = { number, name, at: { timeline: timeline.id, position: tidy(at) } };
  return ok({ label: `new cue ${number}`, put: { [id]: cue }, remove: [], order: {}, made: [id] });
};

/** Fields of a cue. A new number is put wherever the old one stood. Code: `record-missing`. */
export const changeCue = (
  document: ShowDocument,
  id: string,
  label: string,
  fields: Partial<Pick<CueRecord, 'number' | 'name' | 'at' | 'arrive'>>,
): Result<DocumentEdit> => {
  const record = document.records[id];
  if (!isPlainObject(record)) return fail('record-missing', 'There is no such cue any more.', id);
  return ok({ label, put: putCue(document.records, id, merged(record, fields)), remove: [], order: {} });
};

/** @param at seconds on the timeline, from 0 to its end */
export const moveCue = (
  document: ShowDocument,
  { timeline }: Board,
  id: string,
  at: number,
): Result<DocumentEdit> => {
  const position = tidy(Math.min(Math.max(at, 0), timeline.duration));
  return changeCue(document, id, 'move cue', { at: { timeline: timeline.id, position } });
};

/** Code: `cue-named`, where an action, a trigger or a follow names it. */
export const removeCue = (document: ShowDocument, id: string): Result<DocumentEdit> => {
  const cue = cuesOf(document).find((each) => each.id === id);
  if (!cue) return fail('record-missing', 'There is no such cue any more.', id);
  const [namer] = namersOf(document.records, cue);
  if (namer !== undefined)
    return fail('cue-named', `"${namer}" names cue ${cue.number}. Change that first.`, id);
  return ok({ label: 'delete cue', put: {}, remove: [id], order: {} });
};
