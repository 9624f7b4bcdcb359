import { fail, ok, type Result } from '../result.ts';
import type { DocumentEdit } from '../show/document.ts';
import { isPlainObject } from '../show/plain.ts';
import type { MediaRecord, ShowDocument } from '../show/show.schema.ts';
import { merged } from '../show/timeline-edit/board.ts';
import { mediaOf } from '../show/timeline-edit/create.ts';
import { newId } from '../show/timeline-edit/free-id.ts';

/** What is done to the show's list of media. Files themselves are the host's; a record that goes leaves its file. */
export type NewMedium = Omit<MediaRecord, 'title'> & { title: string };
type Made = DocumentEdit & { made: string[] };
const edit = (label: string, put: Record<string, unknown>, remove: string[] = []): DocumentEdit => ({
  label,
  put,
  remove,
  order: {},
});

const without = (medium: NewMedium): Record<string, unknown> =>
  Object.fromEntries(Object.entries(medium).filter(([, value]) => value !== undefined));

export const addMedium = (document: ShowDocument, medium: NewMedium): Result<Made> => {
  const id = newId(document.records, 'media', medium.title);
  return ok({ ...edit('import', { [id]: without(medium) }), made: [id] });
};

/** Another file under the same record: every clip that uses it shows or plays the new one. Code: `record-missing`. */
export const replaceMedium = (
  document: ShowDocument,
  id: string,
  medium: NewMedium,
): Result<DocumentEdit> => {
  const record = document.records[id];
  if (!isPlainObject(record)) return fail('record-missing', 'There is no such medium any more.', id);
  return ok(edit('replace medium', { [id]: without(medium) }));
};

export const renameMedium = (document: ShowDocument, id: string, title: string): Result<DocumentEdit> =>
  isPlainObject(document.records[id])
    ? ok(edit('rename medium', { [id]: merged(document.records[id], { title }) }))
    : fail('record-missing', 'There is no such medium any more.', id);

const idsIn = (value: unknown, found: Set<string>): void => {
  if (typeof value === 'string') {
    if (value.startsWith('media:')) found.add(value);
  } else if (Array.isArray(value)) for (const each of value) idsIn(each, found);
  else if (isPlainObject(value)) for (const each of Object.values(value)) idsIn(each, found);
};

/** Medium → the records that name it. One that nothing names has no entry. */
export const usesOf = ({ records }: Pick<ShowDocument, 'records'>): Map<string, string[]> => {
  const uses = new Map<string, string[]>();
  for (const [by, record] of Object.entries(records)) {
    const named = usedBy(record);
    for (const id of named) uses.set(id, [...(uses.get(id) ?? []), by]);
  }
  return uses;
};
const seen = new WeakMap<object, ReadonlySet<string>>();
/** Remembered by the record's identity: an edit leaves all records but its own the same objects. */
const usedBy = (record: unknown): ReadonlySet<string> => {
  if (!isPlainObject(record)) return new Set();
  const known = seen.get(record);
  if (known) return known;
  const found = new Set<string>();
  idsIn(record, found);
  seen.set(record, found);
  return found;
};

export const unusedMedia = (document: ShowDocument): string[] => {
  const uses = usesOf(document);
  return mediaOf(document).flatMap(({ id }) => (uses.has(id) ? [] : [id]));
};

/** Codes: `record-missing`, `media-used`. */
export const removeMedia = (document: ShowDocument, ids: readonly string[]): Result<DocumentEdit> => {
  const uses = usesOf(document);
  const used = ids.find((id) => uses.has(id));
  if (used !== undefined)
    return fail(
      'media-used',
      `"${uses.get(used)?.[0] ?? ''}" uses this medium. Replace it, or remove that first.`,
      used,
    );
  const gone = ids.find((id) => !Object.hasOwn(document.records, id));
  if (gone !== undefined) return fail('record-missing', 'There is no such medium any more.', gone);
  return ok(edit(ids.length === 1 ? 'delete medium' : 'delete unused media', {}, [...ids]));
};
