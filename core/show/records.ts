import type { z } from 'zod';
import { kindOf } from '../ids.ts';
import type { FriseDocument } from './document.ts';

/**
 * Typed reading of a document's flat records. Records are `unknown` on disk and on the wire; whoever reads them goes
 * through a schema here, so a record that does not parse is left out (and named by `validate`), never half read.
 */
export type Records = FriseDocument['records'];
type Identified<S extends z.ZodType> = z.output<S> & { id: string };

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
      const parsed = schema.safeParse(records[id]);
      return parsed.success ? [{ ...parsed.data, id }] : [];
    });

export const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));
