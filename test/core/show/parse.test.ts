import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { jsonFlaws } from '../../../core/show/json-text.ts';
import { parseDocument } from '../../../core/show/parse.ts';
import { serialise } from '../../../core/show/serialise.ts';
import { smallFacade, smallRig, smallShow } from './folder.ts';

const parse = (text: string) => parseDocument(text, 'frise-show');

describe('parseDocument', () => {
  it.each([
    [
      '{\n  "format": "frise-show",\n  "schema": 1,,\n}',
      'Line 3, column 15: a key in double quotes expected, found ","',
    ],
    ['{"a": [1, 2}', 'Line 1, column 12: "," or "]" expected, found "}"'],
    ['{"a": tru}', 'Line 1, column 7: a value expected, found "t"'],
    ['{"a": 01}', 'Line 1, column 8: "," or "}" expected, found "1"'],
    ['{"a": "b\nc"}', 'Line 1, column 7: a value expected, found "\\""'],
    ['{} x', 'Line 1, column 4: end of file expected, found "x"'],
    ['', 'Line 1, column 1: a value expected, the file ends'],
    ['{\n"a": 1,\n "a": 2}', 'Line 3, column 2: key "a" stands twice'],
    ['['.repeat(300), 'Line 1, column 202: nested deeper than 200'],
  ])('%j: names the place', (text, message) => {
    expect(parse(text)).toMatchObject({ ok: false, code: 'json-syntax' });
    expect(parse(text)).toHaveProperty('message', `${message}. Correct the file there.`);
  });

  it.each([
    ['[]', 'document-shape', ''],
    ['{"format": "frise-show", "schema": 1.5, "records": {}}', 'document-shape', 'schema'],
    ['{"format": "frise-show", "schema": 1, "records": {}, "notes": 1}', 'document-shape', ''],
    ['{"format": "frise-rig", "schema": 1, "records": {}}', 'document-format', 'format'],
    ['{"format": "frise-show", "schema": 7, "records": {}}', 'schema-too-new', 'schema'],
  ])('%s: %s', (text, code, path) => {
    expect(parse(text)).toMatchObject({ ok: false, code, path });
  });

  it('names both schema numbers when one is too new', () => {
    const result = parse('{"format": "frise-show", "schema": 7, "records": {}}');
    expect(result).toHaveProperty('message', expect.stringMatching(/7 .* 1,/));
  });

  it('takes a byte order mark, as editors on Windows leave it', () => {
    expect(parse(`\uFEFF${serialise(smallShow)}`).ok).toBe(true);
  });
});

describe('jsonFlaws', () => {
  test.prop([fc.json()])('finds nothing in what JSON.stringify wrote', (text) => {
    expect(jsonFlaws(text)).toEqual([]);
  });

  test.prop([fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', 'x', ':', '0', '\\', '\n')])(
    'agrees with JSON.parse on damaged text',
    (text, at, sign) => {
      const place = at % (text.length + 1);
      const damaged = text.slice(0, place) + sign + text.slice(place + 1);
      const isJson = (() => {
        try {
          JSON.parse(damaged);
          return true;
        } catch {
          return false;
        }
      })();
      const flaws = jsonFlaws(damaged).filter(({ what }) => !what.endsWith('stands twice'));
      expect(flaws.length === 0).toBe(isJson);
    },
  );
});

describe('serialise', () => {
  it.each([
    ['show', smallShow],
    ['facade', smallFacade],
    ['rig', smallRig],
  ])('save, load, save is byte-identical: %s', (_name, document) => {
    const text = serialise(document);
    const loaded = parseDocument(text, document.format);
    expect(loaded.ok && serialise(loaded.value)).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test.prop([fc.dictionary(fc.string(), fc.jsonValue()), fc.dictionary(fc.string(), fc.array(fc.string()))])(
    'any records and lists: byte-identical, and nothing is lost',
    (records, order) => {
      const text = serialise({ format: 'frise-show', schema: 1, records, order });
      const loaded = parse(text);
      if (!loaded.ok) throw new Error(loaded.message);
      expect(serialise(loaded.value)).toBe(text);
      expect(loaded.value.records).toEqual(JSON.parse(JSON.stringify(records)));
      expect(loaded.value.order).toEqual(order);
    },
  );

  it('does not depend on the order in which keys were made', () => {
    const turned = Object.fromEntries(Object.entries(smallShow.records).reverse());
    expect(serialise({ ...smallShow, records: turned })).toBe(serialise(smallShow));
  });

  it('puts on one line what fits, so that a change touches few lines', () => {
    const lines = serialise(smallShow).split('\n');
    expect(lines).toContain('    "track:flash": { "muted": false, "name": "Flash" },');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(112);
  });
});
