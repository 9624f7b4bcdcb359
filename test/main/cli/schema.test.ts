import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schemaFiles } from '../../../main/cli/schema.ts';
import { fixture } from '../../core/show/folder.ts';

const committed = path.resolve(import.meta.dirname, '../../../shows/schema');

describe('JSON Schema of the documents', () => {
  it.each(Object.entries(schemaFiles()))(
    '%s is up to date; `npx frise schema shows/schema` writes it',
    async (name, text) => {
      expect(await readFile(path.join(committed, name), 'utf8')).toBe(text);
    },
  );

  // Read back by another way than it was written: a schema that refuses everything, or nothing, fails here.
  it.each([
    ['show.schema.json', 'show.json'],
    ['facade.schema.json', 'facade.json'],
    ['rig.schema.json', 'rigs/one.json'],
  ])('%s accepts %s, and refuses it with a slip', (name, file) => {
    const schema = JSON.parse(schemaFiles()[name] ?? '') as {
      $defs: Record<string, z.core.JSONSchema.JSONSchema>;
    };
    const { records } = JSON.parse(fixture('folder', file)) as { records: Record<string, object> };
    const kindOf = (id: string) => z.fromJSONSchema(schema.$defs[id.split(':')[0] ?? ''] ?? {});
    const refused = (pick: (record: object) => object) =>
      Object.keys(records).filter((id) => !kindOf(id).safeParse(pick(records[id] ?? {})).success);
    expect(refused((record) => record)).toEqual([]);
    expect(refused(() => ({}))).toEqual(Object.keys(records));
  });
});
