import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { remarksOn, withWords } from '../../../core/show/remarks.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';

const show = (records: Record<string, unknown>, order: Record<string, string[]> = {}): ShowDocument => ({
  format: 'frise-show',
  schema: 1,
  records,
  order,
});
const text = (fr: string, en: string, more: object = {}) => ({
  layer: 'text',
  start: 0,
  duration: 5,
  parameters: { text: { fr, en } },
  ...more,
});

describe('what somebody should look at', () => {
  it('words in one language, wherever they stand, with both', () => {
    const records = {
      'clip:a': text('Bonjour', ' '),
      'clip:b': text('', 'Hello'),
      'clip:c': text('Bonjour', 'Hello'),
      'clip:d': text('', ''),
      'cue:1': { number: '1', name: { fr: 'Prologue', en: '' } },
    };
    expect(remarksOn(show(records))).toEqual([
      { kind: 'language', id: 'cue:1', fields: ['name'], missing: 'en', words: { fr: 'Prologue', en: '' } },
      {
        kind: 'language',
        id: 'clip:a',
        fields: ['parameters', 'text'],
        missing: 'en',
        words: { fr: 'Bonjour', en: ' ' },
      },
      {
        kind: 'language',
        id: 'clip:b',
        fields: ['parameters', 'text'],
        missing: 'fr',
        words: { fr: '', en: 'Hello' },
      },
    ]);
  });
  it('one language that still says what a new clip said', () => {
    const records = { 'clip:a': text('Bonjour', 'Text'), 'clip:b': text('Texte', 'Text') };
    expect(remarksOn(show(records))).toMatchObject([{ kind: 'unchanged', id: 'clip:a', missing: 'en' }]);
  });
  it('what is muted, and a clip that begins when its timeline is over', () => {
    const records = {
      'timeline:main': { duration: 10 },
      'track:one': { muted: true },
      'clip:last': text('a', 'b', { start: 9.9 }),
      'clip:late': text('a', 'b', { start: 10 }),
      'clip:still': text('a', 'b', { muted: true }),
    };
    const order = { 'timeline:main': ['track:one'], 'track:one': ['clip:last', 'clip:late', 'clip:still'] };
    expect(remarksOn(show(records, order)).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'muted clip:still',
      'beyond clip:late',
      'muted track:one',
    ]);
  });
  it('is nothing of the bundled show', () => {
    const bundled: ShowDocument = JSON.parse(readFileSync('shows/usine-extraordinaire/show.json', 'utf8'));
    expect(remarksOn(bundled)).toEqual([]);
  });
});

it('words are written where they were missing, and nowhere else', () => {
  const record = text('Bonjour', '', { effects: [{ words: { fr: 'a', en: '' } }] });
  expect(withWords(record, ['parameters', 'text'], 'en', 'Hello')).toEqual({
    ...record,
    parameters: { text: { fr: 'Bonjour', en: 'Hello' } },
  });
  expect(withWords(record, ['effects', '0', 'words'], 'en', 'b')).toEqual({
    ...record,
    effects: [{ words: { fr: 'a', en: 'b' } }],
  });
});
