import { nameOf, kindOf, NAME_PATTERN } from '../ids.ts';
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { DocumentDiff, DocumentEdit, FriseDocument } from './document.ts';
import { stableText } from './serialise.ts';

/**
 * One edit, purely: a new document and what changed, both ways. It keeps the shape right (ids, what is removed exists);
 * whether the result makes sense is `validate`'s. Codes: `record-id`, `record-missing`, `edit-contradiction`.
 */
export type Edited<D> = { document: D; diff: DocumentDiff };
type Section<T> = Record<string, T>;

const own = <T>(section: Section<T>, key: string): T | undefined =>
  Object.hasOwn(section, key) ? section[key] : undefined;

const refusal = (document: FriseDocument, edit: DocumentEdit): Result<null> => {
  for (const id of Object.keys(edit.put))
    if (kindOf(id) === '' || !NAME_PATTERN.test(nameOf(id)))
      return fail('record-id', 'An id is "kind:name", name in a–z, 0–9 and -. Rename it.', id);
  for (const id of edit.remove) {
    if (!Object.hasOwn(document.records, id))
      return fail('record-missing', 'Cannot be removed: there is no such record. Reload the page.', id);
    if (Object.hasOwn(edit.put, id)) return fail('edit-contradiction', 'Both put and removed. Send one.', id);
  }
  return ok(null);
};

/** Without the keys of `drop`, then with `add`. */
const changed = <T>(section: Section<T>, drop: readonly string[], add: Section<T>): Section<T> => {
  const gone = new Set(drop);
  return Object.fromEntries([
    ...Object.entries(section).filter(([key]) => !gone.has(key)),
    ...Object.entries(add),
  ]);
};

const pick = <T>(section: Section<T>, keys: readonly string[]): Section<T> =>
  Object.fromEntries(
    keys.flatMap((key): [string, T][] => {
      const value = own(section, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );

const isList = (entry: [string, string[] | null]): entry is [string, string[]] => entry[1] !== null;

/** Only what really changes: an edit that puts what stands there already touches nothing. */
const effective = (document: FriseDocument, edit: DocumentEdit): DocumentEdit => ({
  label: edit.label,
  remove: [...new Set(edit.remove)],
  put: Object.fromEntries(
    Object.entries(edit.put).filter(
      ([id, value]) => stableText(own(document.records, id)) !== stableText(value),
    ),
  ),
  order: Object.fromEntries(
    Object.entries(edit.order).filter(
      ([owner, list]) => stableText(own(document.order, owner) ?? null) !== stableText(list),
    ),
  ),
});

/** The edit that takes `after` back. */
const inverse = ({ records, order }: FriseDocument, after: DocumentEdit): DocumentEdit => {
  const ids = Object.keys(after.put);
  return {
    label: after.label,
    put: pick(records, [...ids, ...after.remove]),
    remove: ids.filter((id) => !Object.hasOwn(records, id)),
    order: Object.fromEntries(Object.keys(after.order).map((owner) => [owner, own(order, owner) ?? null])),
  };
};

export const isEmptyEdit = ({ put, remove, order }: DocumentEdit): boolean =>
  remove.length === 0 && Object.keys(put).length === 0 && Object.keys(order).length === 0;

/** The document after an edit that was accepted; what it leaves alone stays the same object. */
export const withEdit = <D extends FriseDocument>(
  document: D,
  { put, remove, order }: Pick<DocumentEdit, 'put' | 'remove' | 'order'>,
): D => ({
  ...document,
  records: changed(document.records, remove, put),
  order: changed(
    document.order,
    Object.keys(order),
    Object.fromEntries(Object.entries(order).filter(isList)),
  ),
});

export const applyEdit = <D extends FriseDocument>(document: D, edit: DocumentEdit): Result<Edited<D>> => {
  const refused = refusal(document, edit);
  if (!refused.ok) return refused;
  const after = effective(document, edit);
  return ok({ document: withEdit(document, after), diff: { before: inverse(document, after), after } });
};
