import type { z } from 'zod';
import { kindOf } from '../ids.ts';
import type { FriseDocument } from './document.ts';
import { keysAsTheyAre } from './whole-keys.ts';

/**
 * Typed reading of a document's flat records. Records are `unknown` on disk and on the wire; whoever reads them goes
 * through a schema here, so a record that does not parse is left out (and named by `validate`), never half read.
 */
export type Records = FriseDocument['records'];
type Identified<S extends z.ZodType> = z.output<S> & { id: string };

type Read<S extends z.ZodType> = z.ZodSafeParseResult<z.output<S>>;
const read = new WeakMap<z.ZodType, WeakMap<object, unknown>>();

const shelfOf = <S extends z.ZodType>(schema: S): WeakMap<object, Read<S>> => {
  const found = read.get(schema) as WeakMap<object, Read<S>> | undefined;
  const shelf = found ?? new WeakMap<object, Read<S>>();
  if (!found) read.set(schema, shelf);
  return shelf;
};

/**
 * `schema.safeParse`, remembered by the record's identity: documents are never changed in place, and an edit leaves all
 * records but its own the same objects. So an edit of one clip costs one parse and not four thousand.
 */
export const readRecord = <S extends z.ZodType>(schema: S, record: unknown): Read<S> => {
  if (typeof record !== 'object' || record === null) return schema.safeParse(record);
  const shelf = shelfOf(schema);
  const known = shelf.get(record);
  if (known) return known;
  const result = readWhole(schema, record) ?? schema.safeParse(record);
  shelf.set(record, result);
  return result;
};

/** A clip with many keys is read past zod, where they are whole: see `keysAsTheyAre`. */
const readWhole = <S extends z.ZodType>(schema: S, record: object): Read<S> | null => {
  const keyframes = keysAsTheyAre(schema, record);
  if (keyframes === null) return null;
  const lean = schema.safeParse({ ...record, keyframes: {} });
  return lean.success
    ? { ...lean, data: Object.assign(lean.data as object, { keyframes }) as z.output<S> }
    : null;
};

/** What is known of a record without another parse: `result` must be what the parse would give. */
export const rememberRead = <S extends z.ZodType>(schema: S, record: unknown, result: Read<S>): void => {
  if (typeof record === 'object' && record !== null) shelfOf(schema).set(record, result);
};

/** Every record of a kind that its schema accepts, defaults filled in, sorted by id. */
export const recordsOfKind = <S extends z.ZodType<object>>(
  records: Records,
  kind: string,
  schema: S,
): Identified<S>[] =>
  Object.keys(records)
    .filter((id) => kindOf(id) === kind)
    .sort()
    .flatMap((id) => {
      const parsed = readRecord(schema, records[id]);
      return parsed.success ? [{ ...parsed.data, id }] : [];
    });

export const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));
