import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFlaws, soundJson } from '../../../core/show/json-text.ts';
import { fillDefaults } from '../../../core/show/plain.ts';
import { readRecord } from '../../../core/show/records.ts';
import { clipSchema } from '../../../core/show/show.schema.ts';

/** What is read past zod and past the scanner is what they would have read. */
const value = fc.oneof(
  fc.double(),
  fc.string(),
  fc.boolean(),
  fc.array(fc.double(), { maxLength: 18 }),
  fc.constant(null),
);
const ease = fc.oneof(
  fc.constantFrom('hold', 'linear', 'in', 'out', 'in-out', 'smooth', 'heavy', 'wrong'),
  fc.array(fc.double({ min: -1, max: 2 }), { maxLength: 5 }),
);
const key = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: fc.double({ noNaN: true }), value, ease: fc.constant('in') }) },
  { weight: 1, arbitrary: fc.record({ at: fc.double(), value, ease }, { requiredKeys: ['at'] }) },
  { weight: 1, arbitrary: fc.record({ at: fc.integer(), value, ease, more: fc.boolean() }) },
  { weight: 1, arbitrary: fc.anything() },
);
const clip = fc.record(
  {
    layer: fc.constant('solid'),
    start: fc.nat(),
    duration: fc.integer({ min: 0, max: 9 }),
    keyframes: fc.dictionary(fc.string(), fc.array(key, { maxLength: 4 }), { maxKeys: 3 }),
  },
  { requiredKeys: ['layer', 'start'] },
);

describe('a clip with keys', () => {
  it('is read as its schema reads it', () => {
    fc.assert(
      fc.property(clip, (record) => {
        const [quick, slow] = [readRecord(clipSchema, record), clipSchema.safeParse(record)];
        expect(quick.success).toBe(slow.success);
        expect(quick.data).toEqual(slow.data);
        expect(quick.error?.issues).toEqual(slow.error?.issues);
      }),
      { numRuns: 500 },
    );
  });

  it('that lacks nothing stays the same object', () => {
    const whole = clipSchema.parse({
      layer: 'solid',
      start: 0,
      duration: 1,
      keyframes: { x: [{ at: 0, value: 1, ease: 'in' }] },
    });
    expect(fillDefaults(whole, readRecord(clipSchema, whole).data)).toBe(whole);
    const { muted, ...lacking } = whole;
    expect(fillDefaults(lacking, readRecord(clipSchema, lacking).data)).toEqual({ ...lacking, muted });
  });
});

describe('sound JSON', () => {
  it.each([
    '{"a":1,"a":2}',
    '{"a":{"b":1,"b":1}}',
    '{"a":"\\":","b\\\\":1,"c": [ {"d" :1} ]}',
    '{"a":1',
    '',
    '{"a":"x\\\\","a":1}',
    `${'['.repeat(250)}${']'.repeat(250)}`,
  ])('%s: only what the scanner has nothing against', (text) => {
    expect(soundJson(text) !== null).toBe(jsonFlaws(text).length === 0);
  });

  it('is any JSON without a double key', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (json, isSpaced) => {
        const text = JSON.stringify(json, null, isSpaced ? 2 : 0);
        expect(soundJson(text)).toEqual({ value: JSON.parse(text) as unknown });
      }),
    );
  });
});
