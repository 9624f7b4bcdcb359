import { kindOf } from '../ids.ts';
import { ok } from '../result.ts';
import type { Problem, Result } from '../result.ts';
import type { ShowContext } from './check-context.ts';
import type { DocumentEdit } from './document.ts';
import { applyEdit } from './edit.ts';
import type { Edited } from './edit.ts';
import { formats } from './kinds.ts';
import { validate } from './open.ts';
import type { DocumentOf, EditableFormat } from './parse.ts';
import { fillDefaults, mapValues } from './plain.ts';

/**
 * An edit from outside: defaults filled in, applied, and refused with the first problem that the document did not have
 * before. A document with an old problem can so still be worked on, and be put right.
 */
const complete = (format: EditableFormat, edit: DocumentEdit): DocumentEdit => ({
  ...edit,
  put: mapValues(edit.put, (record, id) => {
    const parsed = formats[format].records[kindOf(id)]?.safeParse(record);
    return parsed?.success ? fillDefaults(record, parsed.data) : record;
  }),
});

/** Not the message: it tells amounts, and an old overlap may change its length. */
const keyOf = ({ code, path }: Problem): string => `${code} ${path}`;

export type Guarded<F extends EditableFormat> = Edited<DocumentOf<F>> & { problems: Problem[] };

/** `known`: the problems that the document has now, from `openDocument` or the last guarded edit. */
export const guardedEdit = <F extends EditableFormat>(
  document: DocumentOf<F>,
  edit: DocumentEdit,
  context: ShowContext,
  known: readonly Problem[],
): Result<Guarded<F>> => {
  const edited = applyEdit(document, complete(document.format, edit));
  if (!edited.ok) return edited;
  const problems = validate(edited.value.document, context);
  const old = new Set(known.map(keyOf));
  const fresh = problems.find((each) => !old.has(keyOf(each)));
  return fresh ? { ok: false, ...fresh } : ok({ ...edited.value, problems });
};
