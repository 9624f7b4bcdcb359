import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kindOf } from '../../../core/ids.ts';
import { formats } from '../../../core/show/kinds.ts';
import { fieldsOf, type Field, type Shape } from '../../../core/station/form.ts';
import { complete, newRecord, variantOf } from '../../../core/station/form-blank.ts';
import { at, readText, textOf, withValue } from '../../../core/station/form-value.ts';
import { stationRecordSchemas } from '../../../core/station/station.schema.ts';

/** As a page does: every leaf is shown as text and read again, everything else is taken apart and put together. */
const throughForm = (shape: Shape, value: unknown): unknown => {
  if (value === undefined) return undefined;
  switch (shape.kind) {
    case 'switch':
    case 'choice':
    case 'many':
      return value;
    case 'list':
      return (value as unknown[]).map((each) => throughForm(shape.item, each));
    case 'row':
      return shape.items.map((each, index) => throughForm(each, at(value, [index])));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, each]) => [key, throughForm(shape.item, each)]),
      );
    case 'group':
      return throughFields(shape.fields, value);
    case 'maybe':
      return value === null ? null : throughForm(shape.of, value);
    case 'variants': {
      const option = shape.options[variantOf(shape.options, value)];
      return option === undefined ? value : throughForm(option, value);
    }
    case 'number':
    case 'text':
    case 'colour':
    case 'scalar':
    case 'anything':
      return readText(shape, textOf(shape, value));
  }
};
const throughFields = (fields: readonly Field[], value: unknown): unknown =>
  fields.reduce<unknown>(
    (whole, { key, shape }) => withValue(whole, [key], throughForm(shape, at(value, [key]))),
    {},
  );

const shows = resolve(import.meta.dirname, '../../../shows');
const documents = readdirSync(shows, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json') && !file.includes('schema'))
  .map((file) => JSON.parse(readFileSync(join(shows, file), 'utf8')) as Record<string, unknown>)
  .filter((document): document is { format: keyof typeof formats; records: Record<string, unknown> } =>
    Object.hasOwn(formats, String(document['format'])),
  );

describe('every record of the bundled documents', () => {
  it.each(documents.map((document) => [document.format, document] as const))('%s', (format, document) => {
    const schemas = formats[format].records;
    for (const [id, record] of Object.entries(document.records)) {
      const schema = schemas[kindOf(id)];
      if (!schema?.safeParse(record).success) continue;
      expect([id, throughFields(fieldsOf(schema), record)]).toEqual([id, record]);
    }
  });
});

describe('every kind of every format', () => {
  const kinds = Object.entries(formats).flatMap(([format, { records }]) =>
    Object.entries(records).map(([kind, schema]) => [`${format} ${kind}`, schema] as const),
  );
  const anythings = (shape: Shape, where: string): string[] => {
    switch (shape.kind) {
      case 'anything':
        return [where];
      case 'group':
        return shape.fields.flatMap((field) => anythings(field.shape, `${where}.${field.key}`));
      case 'list':
      case 'map':
        return anythings(shape.item, `${where}[]`);
      case 'row':
        return shape.items.flatMap((each) => anythings(each, `${where}[]`));
      case 'maybe':
        return anythings(shape.of, where);
      case 'variants':
        return shape.options.flatMap((each) => anythings(each, where));
      case 'switch':
      case 'number':
      case 'text':
      case 'colour':
      case 'scalar':
      case 'choice':
      case 'many':
        return [];
    }
  };
  it.each(kinds)('%s has a field for all that it holds', (_, schema) => {
    expect(fieldsOf(schema).map(({ key }) => key)).toEqual(Object.keys(schema.shape));
  });
  it('and JSON alone for what the layers and verbs decide', () => {
    const found = kinds.flatMap(([name, schema]) =>
      anythings({ kind: 'group', fields: fieldsOf(schema) }, name),
    );
    // Parameters belong to the layer, arguments to the verb: their own schemas say what they are.
    expect(found.filter((each) => !/\.(?:parameters|args)\[\]$/.test(each))).toEqual([]);
  });
});

describe('a new record of the station', () => {
  it.each(Object.entries(stationRecordSchemas))('%s is whole from the start', (_, schema) => {
    const record = newRecord(schema);
    expect(throughFields(fieldsOf(schema), record)).toEqual(record);
    expect(schema.safeParse(record).success).toBe(true);
  });
});

const schema = z.object({
  enabled: z.boolean().default(true),
  port: z.int().min(1).max(65535).default(9000).describe('UDP port'),
  freewheel: z.number().min(0).max(60).default(2).describe('how long it runs on without a code, seconds'),
  level: z.number().min(-60).max(0).nullable().default(null).describe('dB'),
  transport: z.enum(['udp', 'tcp', 'slip']).default('udp'),
  senders: z.array(z.string()).max(64).default([]),
  days: z.array(z.enum(['mon', 'tue', 'sun'])).default([]),
  at: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .default('21:30'),
  range: z.tuple([z.number(), z.number()]).default([0, 1]),
  after: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('hold') }),
      z.object({ kind: z.literal('fade'), seconds: z.number().min(0) }),
    ])
    .default({ kind: 'hold' }),
  from: z.union([z.string().regex(/^[a-z]+$/), z.literal('')]).default(''),
  words: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
const shape = (key: string) => fieldsOf(schema).find((field) => field.key === key)?.shape;

describe('a shape', () => {
  it('is read off the schema', () => {
    expect(shape('port')).toEqual({ kind: 'number', isWhole: true, min: 1, max: 65535, unit: null });
    expect(shape('freewheel')).toMatchObject({ unit: 's', min: 0, max: 60 });
    expect(shape('level')).toMatchObject({ kind: 'maybe', of: { kind: 'number', unit: 'dB' } });
    expect(shape('days')).toEqual({ kind: 'many', options: ['mon', 'tue', 'sun'] });
    expect(shape('at')).toMatchObject({ kind: 'text', isTime: true });
    expect(shape('range')).toMatchObject({ kind: 'row' });
    expect(shape('after')).toMatchObject({ kind: 'variants' });
    expect(shape('from')).toEqual({ kind: 'text', isTime: false });
    expect(shape('words')).toMatchObject({ kind: 'map', item: { kind: 'scalar' } });
  });
  it('knows the variant by its fixed field', () => {
    const after = shape('after');
    const options = after?.kind === 'variants' ? after.options : [];
    expect(variantOf(options, { kind: 'fade', seconds: 2 })).toBe(1);
    expect(variantOf(options, { kind: 'hold' })).toBe(0);
  });
  it('keeps what was typed and is no number, so that the schema can name it', () => {
    const draft = withValue(
      newRecord(schema),
      ['port'],
      readText(shape('port') ?? { kind: 'switch' }, 'abc'),
    );
    expect(at(draft, ['port'])).toBe('abc');
    expect(schema.safeParse(draft).error?.issues[0]?.path).toEqual(['port']);
  });
  it('takes a comma for a point, and no number of another kind', () => {
    const number = shape('freewheel') ?? { kind: 'switch' };
    expect(
      ['2,5', ' 2.5 ', '−1', '0x10', '', 'Infinity', '1e3'].map((text) => readText(number, text)),
    ).toEqual([2.5, 2.5, -1, '0x10', '', 'Infinity', 1000]);
  });
  it('a place in a list is changed, added and taken away', () => {
    const list = withValue({}, ['senders', 0], 'a');
    expect(withValue(withValue(list, ['senders', 1], 'b'), ['senders', 0], undefined)).toEqual({
      senders: ['b'],
    });
  });
});

const records = fc.record({
  enabled: fc.boolean(),
  port: fc.integer({ min: 1, max: 65535 }),
  freewheel: fc.double({ min: 0, max: 60, noNaN: true }).map((value) => value + 0),
  level: fc.option(fc.double({ min: -60, max: -1e-9, noNaN: true })),
  transport: fc.constantFrom('udp', 'tcp', 'slip'),
  senders: fc.array(fc.string(), { maxLength: 8 }),
  days: fc.uniqueArray(fc.constantFrom('mon', 'tue', 'sun')),
  range: fc.tuple(fc.integer(), fc.integer()),
  after: fc.oneof(
    fc.record({ kind: fc.constant('hold') }),
    fc.record({ kind: fc.constant('fade'), seconds: fc.integer({ min: 0 }) }),
  ),
  words: fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.oneof(fc.string(), fc.integer(), fc.boolean()),
  ),
});
test.prop([records])('a valid record survives the way through the form', (record) => {
  const whole = complete(schema, record);
  expect(throughFields(fieldsOf(schema), whole)).toEqual(whole);
  expect(schema.safeParse(throughFields(fieldsOf(schema), whole)).success).toBe(true);
});
