import type { z } from 'zod';
import { isPlainObject } from './plain.ts';
import { clipSchema, easeSchema } from './show.schema.ts';

/**
 * Most of a show's text are keyframes, and a host that comes back has to read them all. A list whose keys have their
 * three fields and nothing else, each as `keyframeSchema` wants it, is taken as it is: zod would make the same of it,
 * in twenty times the time. Whatever is not quite so goes through zod, which fills in and complains.
 */
const WORDS: ReadonlySet<unknown> = new Set(easeSchema.options[0].options);
const MOST_NUMBERS = 16;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isValue = (value: unknown): boolean =>
  isNumber(value) ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.length <= MOST_NUMBERS && value.every(isNumber));

const isKey = (key: unknown): boolean =>
  isPlainObject(key) &&
  Object.keys(key).length === 3 &&
  isNumber(key['at']) &&
  isValue(key['value']) &&
  WORDS.has(key['ease']);

/** The keyframes of a clip's record where all of them are whole, else null. */
export const keysAsTheyAre = (schema: z.ZodType, record: object): Record<string, unknown> | null => {
  if (schema !== clipSchema || !('keyframes' in record) || !isPlainObject(record.keyframes)) return null;
  const lists = Object.entries(record.keyframes);
  const areWhole = lists.every(
    ([param, keys]) => param !== '__proto__' && Array.isArray(keys) && keys.every(isKey),
  );
  return areWhole ? record.keyframes : null;
};
