import { kindOf, nameOf } from '../../ids.ts';
import type { FriseDocument } from '../document.ts';
import { isPlainObject } from '../plain.ts';
import { stableText } from '../serialise.ts';

/** What would change if a draft became the programme: one entry a record, as a person reads it. */
export type DraftChange = {
  /** `clip:dynamo-ring`. */
  id: string;
  kind: string;
  /** What people call it. */
  name: string;
  what: 'added' | 'removed' | 'changed' | 'ordered';
  /** Of a changed record, `parameters.colour` one level deep. */
  fields: string[];
  /** Who changed it last, or null where nobody knows any more. */
  by: string | null;
};

type Section = Record<string, unknown>;
/** Records are never changed in place, so most comparisons end at identity. */
const isSame = (a: unknown, b: unknown): boolean => a === b || stableText(a) === stableText(b);
const own = (section: Section, key: string): unknown =>
  Object.hasOwn(section, key) ? section[key] : undefined;

const keysOf = (before: Section, after: Section): string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];

/** Names of the fields that differ; objects are opened one level, so that a clip says which parameter. */
const changedFields = (before: unknown, after: unknown): string[] => {
  if (!isPlainObject(before) || !isPlainObject(after)) return [];
  return keysOf(before, after).flatMap((key) => {
    const [a, b] = [own(before, key), own(after, key)];
    if (isSame(a, b)) return [];
    if (!isPlainObject(a) || !isPlainObject(b)) return [key];
    return keysOf(a, b)
      .filter((inner) => !isSame(own(a, inner), own(b, inner)))
      .map((inner) => `${key}.${inner}`);
  });
};

const text = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value;
  if (!isPlainObject(value)) return null;
  return text(value['fr']) ?? text(value['en']);
};

/** A cue by its number and name, everything else by its name, else by its id. */
export const nameOfRecord = (id: string, record: unknown): string => {
  if (!isPlainObject(record)) return nameOf(id);
  const name = text(record['name']) ?? text(record['title']);
  const number = kindOf(id) === 'cue' ? text(record['number']) : null;
  if (number !== null) return name === null ? number : `${number} ${name}`;
  return name ?? nameOf(id);
};

/** An order that only follows from what was added, taken out or moved elsewhere is no change of its own. */
const isReordered = (before: readonly string[], after: readonly string[]): boolean => {
  const [had, has] = [new Set(before), new Set(after)];
  return !isSame(
    before.filter((id) => has.has(id)),
    after.filter((id) => had.has(id)),
  );
};

/** Sorted by kind and name. `touched`: record or `order.owner` → who changed it last. */
export const draftChanges = (
  programme: FriseDocument,
  draft: FriseDocument,
  touched: Readonly<Record<string, string>> = {},
): DraftChange[] => {
  const by = (key: string): string | null => (Object.hasOwn(touched, key) ? (touched[key] ?? null) : null);
  const changes = keysOf(programme.records, draft.records).flatMap((id): DraftChange[] => {
    const [before, after] = [own(programme.records, id), own(draft.records, id)];
    if (isSame(before, after)) return [];
    const what = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    const name = nameOfRecord(id, after ?? before);
    return [{ id, kind: kindOf(id), name, what, fields: changedFields(before, after), by: by(id) }];
  });
  const known = new Set(changes.map(({ id }) => id));
  const ordered = keysOf(programme.order, draft.order)
    .filter((owner) => !known.has(owner))
    .filter((owner) => isReordered(programme.order[owner] ?? [], draft.order[owner] ?? []))
    .map((owner): DraftChange => {
      const name = nameOfRecord(owner, own(draft.records, owner));
      return { id: owner, kind: kindOf(owner), name, what: 'ordered', fields: [], by: by(`order.${owner}`) };
    });
  return [...changes, ...ordered].sort(
    (a, b) => a.kind.localeCompare(b.kind, 'en') || a.name.localeCompare(b.name, 'en', { numeric: true }),
  );
};
