import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { FriseDocument } from './document.ts';
import { millisecondsAndNumbers } from './migration-1.ts';
import { currentSchema } from './parse.ts';
import type { DocumentOf, EditableFormat } from './parse.ts';

/**
 * Migrations of each format: append-only, numbered from 1; number n takes schema n − 1 to n. Never edit one that was
 * released: documents exist that went through it. Each has fixtures before and after in test/fixtures/documents, and a
 * test fails when one was not exercised.
 */
export type Migration = {
  number: number;
  /** What changed, for the list that the operator sees. */
  title: string;
  /** Total: what it does not understand it leaves for validation to name. */
  apply(parts: Pick<FriseDocument, 'records' | 'order'>): Pick<FriseDocument, 'records' | 'order'>;
};

export const migrations: Record<EditableFormat, readonly Migration[]> = {
  'frise-show': [millisecondsAndNumbers],
  'frise-facade': [],
  'frise-rig': [],
  'frise-station': [],
};

export type Migrated<F extends EditableFormat> = { document: DocumentOf<F>; applied: Migration[] };

/** Brings a document to the present schema. Code `schema-too-old`: a draft from before the first release. */
export const migrate = <F extends EditableFormat>(document: DocumentOf<F>): Result<Migrated<F>> => {
  const applied: Migration[] = [];
  let { records, order } = document;
  for (let number = document.schema + 1; number <= currentSchema[document.format]; number += 1) {
    const migration = migrations[document.format].find((each) => each.number === number);
    if (!migration)
      return fail(
        'schema-too-old',
        `Schema ${document.schema} of ${document.format} was never released. Make the file anew.`,
        'schema',
      );
    ({ records, order } = migration.apply({ records, order }));
    applied.push(migration);
  }
  return ok({ document: { ...document, schema: currentSchema[document.format], records, order }, applied });
};
