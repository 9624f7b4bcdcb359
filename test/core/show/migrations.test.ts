import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../../core/show/migrations.ts';
import { openDocument } from '../../../core/show/open.ts';
import { currentSchema, parseDocument } from '../../../core/show/parse.ts';
import type { EditableFormat } from '../../../core/show/parse.ts';
import { serialise } from '../../../core/show/serialise.ts';
import { context, fixture } from './folder.ts';

const formats = [
  'frise-show',
  'frise-facade',
  'frise-rig',
  'frise-station',
] as const satisfies readonly EditableFormat[];
const every = formats.flatMap((format) => migrations[format].map((migration) => ({ format, migration })));

describe('migrations', () => {
  it.each(formats)('%s: numbered from 1 without a gap, up to the present schema', (format) => {
    const numbers = migrations[format].map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    // A format without migrations was released as schema 1.
    expect(numbers.at(-1) ?? 1).toBe(currentSchema[format]);
  });

  // Reads fixtures by the migration's number: a migration that has none fails here.
  it.each(every)('$format $migration.number: $migration.title', ({ format, migration }) => {
    const name = `${format}-${migration.number}`;
    const before = parseDocument(fixture('migrations', `${name}.before.json`), format);
    if (!before.ok) throw new Error(before.message);
    expect(before.value.schema).toBe(migration.number - 1);
    const after = { ...before.value, ...migration.apply(before.value), schema: migration.number };
    if (process.env['FRISE_UPDATE_FIXTURES'])
      writeFileSync(
        path.resolve(import.meta.dirname, '../../fixtures/documents/migrations', `${name}.after.json`),
        serialise(after),
      );
    expect(serialise(after)).toBe(fixture('migrations', `${name}.after.json`));
    expect(serialise(after)).not.toBe(serialise(before.value));
  });

  it('brings the oldest draft up to date and tells of it', () => {
    const opened = openDocument(fixture('migrations', 'frise-show-1.before.json'), 'frise-show', context);
    expect(opened).toMatchObject({
      ok: true,
      value: { found: [], problems: [], migrated: ['cue numbers as text, clip times in seconds'] },
    });
    if (!opened.ok) return;
    expect(opened.value.document.schema).toBe(1);
    expect(opened.value.document.records['clip:dawn']).toMatchObject({
      start: 1.5,
      duration: 20,
      fadeIn: 0.25,
    });
    expect(opened.value.document.records['cue:opening']).toMatchObject({
      number: '12.5',
      at: { position: 0 },
    });
    expect(opened.value.document.records['cue:float']).toMatchObject({ number: '0.3' });
  });

  it('leaves what it does not understand to validation', () => {
    const odd = {
      format: 'frise-show',
      schema: 0,
      order: {},
      records: { 'clip:a': 5, 'clip:b': { keyframes: [1] } },
    } as const;
    const migrated = migrate({ ...odd, order: {} });
    expect(migrated.ok && migrated.value.document.records).toEqual(odd.records);
  });

  it('refuses a draft of a format that had none', () => {
    const draft = migrate({ format: 'frise-rig', schema: 0, records: {}, order: {} });
    expect(draft).toMatchObject({ ok: false, code: 'schema-too-old' });
  });
});
