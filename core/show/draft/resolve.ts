import type { DocumentEdit, FriseDocument } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import { mergeOrder } from './merge.ts';
import type { DraftConflict } from './rebase.ts';

/** The edit of the draft that gives a record's contested fields the programme's values. */
export const asProgramme = (
  programme: FriseDocument,
  draft: FriseDocument,
  conflicts: readonly DraftConflict[],
  id: string,
  label: string,
): DocumentEdit => {
  const theirs = Object.hasOwn(programme.records, id) ? programme.records[id] : undefined;
  const ours = Object.hasOwn(draft.records, id) ? draft.records[id] : undefined;
  const fields = conflicts.filter((one) => one.id === id).map(({ field }) => field);
  if (theirs === undefined) return removed(draft, id, label);
  if (ours === undefined || fields.includes('')) return brought(programme, draft, id, theirs, label);
  const value = fields.reduce((record: unknown, field) => withField(record, theirs, field.split('.')), ours);
  return { label, put: { [id]: value }, remove: [], order: {} };
};

const removed = (draft: FriseDocument, id: string, label: string): DocumentEdit => ({
  label,
  put: {},
  remove: [id],
  order: {
    ...Object.fromEntries(
      Object.entries(draft.order)
        .filter(([, list]) => list.includes(id))
        .map(([owner, list]) => [owner, list.filter((each) => each !== id)]),
    ),
    ...(Object.hasOwn(draft.order, id) ? { [id]: null } : {}),
  },
});

/** With its place in the list where the programme has it. */
const brought = (
  programme: FriseDocument,
  draft: FriseDocument,
  id: string,
  record: unknown,
  label: string,
): DocumentEdit => {
  const lists = Object.entries(programme.order).filter(([, list]) => list.includes(id));
  const order = lists.flatMap(([owner, list]): [string, string[]][] => {
    const ours = draft.order[owner];
    if (ours === undefined || ours.includes(id)) return [];
    const known = list.filter((each) => each !== id);
    return [[owner, mergeOrder(known, list, ours)]];
  });
  return { label, put: { [id]: record }, remove: [], order: Object.fromEntries(order) };
};

/** `record` with the value that `from` has at a path; a field that `from` lacks is taken out. */
const withField = (record: unknown, from: unknown, path: string[]): unknown => {
  const [key, ...rest] = path;
  if (key === undefined || !isPlainObject(record) || !isPlainObject(from)) return from;
  const theirs = Object.hasOwn(from, key) ? from[key] : undefined;
  const ours = Object.hasOwn(record, key) ? record[key] : undefined;
  const value = rest.length === 0 ? theirs : withField(ours, theirs, rest);
  const others = Object.entries(record).filter(([each]) => each !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
};
