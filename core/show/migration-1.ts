import { kindOf } from '../ids.ts';
import type { Migration } from './migrations.ts';
import { isPlainObject, mapValues } from './plain.ts';

/**
 * Schema 0, the draft before the first release, had cue numbers as JSON numbers (so 1.10 and 1.1 were one and 12.50 lost
 * its zero) and clip times in milliseconds. Schema 1 has decimals as text and seconds everywhere.
 */
const seconds = (value: unknown): unknown => (typeof value === 'number' ? value / 1000 : value);

const CLIP_TIMES = new Set(['start', 'duration', 'fadeIn', 'fadeOut']);

const keyInSeconds = (key: unknown): unknown =>
  isPlainObject(key) ? { ...key, at: seconds(key['at']) } : key;

const keysInSeconds = (keys: unknown): unknown => (Array.isArray(keys) ? keys.map(keyInSeconds) : keys);

const clip = (record: Record<string, unknown>): Record<string, unknown> =>
  mapValues(record, (value, field) => {
    if (field === 'keyframes' && isPlainObject(value)) return mapValues(value, keysInSeconds);
    return CLIP_TIMES.has(field) ? seconds(value) : value;
  });

/** At most four decimals, as cue numbers have; a float's tail is noise. */
const numberText = (value: unknown): unknown =>
  typeof value === 'number' && Number.isFinite(value) ? String(Number(value.toFixed(4))) : value;

const cue = (record: Record<string, unknown>): Record<string, unknown> =>
  mapValues(record, (value, field) => (field === 'number' ? numberText(value) : value));

export const millisecondsAndNumbers: Migration = {
  number: 1,
  title: 'cue numbers as text, clip times in seconds',
  apply: ({ records, order }) => ({
    order,
    records: mapValues(records, (record, id) => {
      if (!isPlainObject(record)) return record;
      if (kindOf(id) === 'clip') return clip(record);
      return kindOf(id) === 'cue' ? cue(record) : record;
    }),
  }),
};
