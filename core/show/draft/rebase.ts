import type { DocumentEdit, FriseDocument } from '../document.ts';
import { mergeOrder, mergeValue } from './merge.ts';

/**
 * What changed in the programme since `base` → the edit that gives the draft the same (DESIGN §4). Where the draft has
 * changed the same field its own stays, and a conflict says so. Doing it twice does nothing the second time.
 */
export type DraftConflict = {
  /** Record id. */
  id: string;
  /** Dotted path in the record; '' for the record as a whole (removed here, changed there). */
  field: string;
};
export type Rebased = { edit: DocumentEdit; conflicts: DraftConflict[] };

type Section<T> = Record<string, T>;
const own = <T>(section: Section<T>, key: string): T | undefined =>
  Object.hasOwn(section, key) ? section[key] : undefined;
const keysOf = (...sections: Section<unknown>[]): string[] => [
  ...new Set(sections.flatMap((section) => Object.keys(section))),
];

export const rebase = (
  base: FriseDocument,
  programme: FriseDocument,
  draft: FriseDocument,
  label: string,
): Rebased => {
  const put: DocumentEdit['put'] = {};
  const remove: string[] = [];
  const conflicts: DraftConflict[] = [];
  for (const id of keysOf(base.records, programme.records)) {
    const [was, is, ours] = [own(base.records, id), own(programme.records, id), own(draft.records, id)];
    if (was === is) continue;
    const merged = mergeValue(was, is, ours);
    conflicts.push(...merged.conflicts.map((field) => ({ id, field })));
    if (merged.value === ours) continue;
    if (merged.value === undefined) remove.push(id);
    else put[id] = merged.value;
  }
  const isThere = (id: string): boolean =>
    Object.hasOwn(put, id) || (Object.hasOwn(draft.records, id) && !remove.includes(id));
  const isKept = (id: string): boolean => isThere(id) && !Object.hasOwn(programme.records, id);
  const order: DocumentEdit['order'] = {};
  for (const owner of keysOf(base.order, programme.order)) {
    const [was, is, ours] = [own(base.order, owner), own(programme.order, owner), own(draft.order, owner)];
    if (was === is) continue;
    // A list goes and comes with its owner.
    if (!isThere(owner)) order[owner] = null;
    else order[owner] = mergeOrder(was ?? [], is ?? [], ours ?? [], isKept).filter(isThere);
  }
  return { edit: { label, put, remove, order }, conflicts };
};
