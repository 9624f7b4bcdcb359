import { kindOf } from '../ids.ts';
import { layerTypes } from '../layers/registry.ts';
import { isPlainObject } from './plain.ts';
import type { ShowDocument, Words } from './show.schema.ts';

/**
 * What a show may say and its designer has probably not meant: no fault, so nothing refuses it, but somebody should
 * look before the evening.
 */
export type Remark =
  /** Words that are there in one language. `fields`: where in the record they stand. `words`: both. */
  | { kind: 'language'; id: string; fields: readonly string[]; missing: 'fr' | 'en'; words: Words }
  /** One language still says what a new clip said, the other does not any more. */
  | { kind: 'unchanged'; id: string; fields: readonly string[]; missing: 'fr' | 'en'; words: Words }
  /** A clip that begins when its timeline is over. */
  | { kind: 'beyond'; id: string }
  /** A track or a clip that nobody sees or hears. */
  | { kind: 'muted'; id: string };
type Found = { fields: readonly string[]; words: Words };

const isWords = (value: object): value is Words =>
  Object.keys(value).length === 2 &&
  'fr' in value &&
  'en' in value &&
  typeof value.fr === 'string' &&
  typeof value.en === 'string';

const wordsIn = (value: unknown, fields: readonly string[]): Found[] => {
  if (Array.isArray(value)) return value.flatMap((each, at) => wordsIn(each, [...fields, String(at)]));
  if (!isPlainObject(value)) return [];
  if (isWords(value)) return [{ fields, words: value }];
  return Object.entries(value).flatMap(([key, each]) => wordsIn(each, [...fields, key]));
};

const isEmpty = (text: string): boolean => text.trim() === '';
/** What a new clip of that layer says there; null: nothing in two languages. */
const freshAt = (record: Record<string, unknown>, [root, field = '']: readonly string[]): Words | null => {
  const { layer } = record;
  if (root !== 'parameters' || typeof layer !== 'string' || !Object.hasOwn(layerTypes, layer)) return null;
  const fresh = layerTypes[layer]?.fresh?.[field];
  return isPlainObject(fresh) && isWords(fresh) ? fresh : null;
};

const languageRemarks = (id: string, record: unknown): Remark[] => {
  if (!isPlainObject(record)) return [];
  return wordsIn(record, []).flatMap(({ fields, words }): Remark[] => {
    const fresh = freshAt(record, fields);
    return (['fr', 'en'] as const).flatMap((missing): Remark[] => {
      const other = missing === 'fr' ? 'en' : 'fr';
      if (isEmpty(words[missing]) && !isEmpty(words[other]))
        return [{ kind: 'language', id, fields, missing, words }];
      if (fresh && words[missing] === fresh[missing] && words[other] !== fresh[other])
        return [{ kind: 'unchanged', id, fields, missing, words }];
      return [];
    });
  });
};

/** Records are kept as they are by an edit of others, so each is read once. */
const read = new WeakMap<object, Remark[]>();
const remarksOf = (id: string, record: unknown): Remark[] => {
  if (!isPlainObject(record)) return [];
  const known = read.get(record);
  if (known) return known;
  const found = languageRemarks(id, record);
  if (['track', 'clip'].includes(kindOf(id)) && record['muted'] === true) found.push({ kind: 'muted', id });
  read.set(record, found);
  return found;
};

const startOf = (record: unknown): number =>
  isPlainObject(record) && typeof record['start'] === 'number' ? record['start'] : 0;
const beyondOf = ({ records, order }: ShowDocument): Remark[] =>
  Object.entries(records).flatMap(([id, record]): Remark[] => {
    if (kindOf(id) !== 'timeline' || !isPlainObject(record)) return [];
    const { duration } = record;
    if (typeof duration !== 'number') return [];
    const clips = (order[id] ?? []).flatMap((track) => order[track] ?? []);
    return clips
      .filter((clip) => startOf(records[clip]) >= duration)
      .map((clip): Remark => ({ kind: 'beyond', id: clip }));
  });

const KINDS = ['cue', 'clip', 'track'];
const rankOf = ({ id }: Remark): number => {
  const rank = KINDS.indexOf(kindOf(id));
  return rank < 0 ? KINDS.length : rank;
};

/** Cues first, then clips, then tracks. */
export const remarksOn = (document: ShowDocument): Remark[] => {
  const all = Object.entries(document.records).flatMap(([id, record]) => remarksOf(id, record));
  return [...all, ...beyondOf(document)].sort((a, b) => rankOf(a) - rankOf(b));
};

/** The record with one language's words written where they were missing. */
export const withWords = (
  record: unknown,
  fields: readonly string[],
  language: 'fr' | 'en',
  text: string,
): unknown => {
  const [first, ...rest] = fields;
  if (first === undefined) return isPlainObject(record) ? { ...record, [language]: text } : record;
  if (Array.isArray(record))
    return record.map((each: unknown, at) =>
      String(at) === first ? withWords(each, rest, language, text) : each,
    );
  if (!isPlainObject(record)) return record;
  return { ...record, [first]: withWords(record[first], rest, language, text) };
};
