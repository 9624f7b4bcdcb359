import { ok, type Result } from '../../result.ts';
import type { DocumentEdit, FriseDocument } from '../document.ts';
import { applyEdit } from '../edit.ts';
import { editBetween } from '../edit-between.ts';
import { isPlainObject } from '../plain.ts';
import { stableText } from '../serialise.ts';
import { rebase, type DraftConflict } from './rebase.ts';
import { asProgramme } from './resolve.ts';

/** A document, what somebody else made of it in its file, and what both came from. */
export type Sides = { base: FriseDocument; theirs: FriseDocument; ours: FriseDocument };

/** What both changed, each in its own way. */
export const fileConflicts = ({ base, theirs, ours }: Sides): DraftConflict[] =>
  rebase(base, theirs, ours, '').conflicts;

/**
 * The one edit of ours that brings what they changed. Of what both changed ours stays, but where `takes` says theirs.
 * Refused as `applyEdit` refuses.
 */
export const fileEdit = (
  { base, theirs, ours }: Sides,
  takes: (conflict: DraftConflict) => boolean,
  label: string,
): Result<DocumentEdit> => {
  const { edit, conflicts } = rebase(base, theirs, ours, label);
  const wanted = conflicts.filter(takes);
  let merged = applyEdit(ours, edit);
  for (const id of new Set(wanted.map((conflict) => conflict.id))) {
    if (!merged.ok) return merged;
    const { document } = merged.value;
    merged = applyEdit(document, asProgramme(theirs, document, wanted, id, label));
  }
  return merged.ok ? ok(editBetween(ours, merged.value.document, label)) : merged;
};

const LONGEST = 160;
const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

/** A field of a record as short text; '' where there is none. */
export const fieldAsText = (document: FriseDocument, { id, field }: DraftConflict): string => {
  const path = field === '' ? [] : field.split('.');
  const record = Object.hasOwn(document.records, id) ? document.records[id] : undefined;
  const value = path.reduce<unknown>(
    (at, key) => (isPlainObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    record,
  );
  return cut(stableText(value));
};
