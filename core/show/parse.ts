import { z } from 'zod';
import { FACADE_FORMAT, FACADE_SCHEMA } from '../facade/facade.schema.ts';
import { isPlainObject } from './plain.ts';
import { fail, ok } from '../result.ts';
import type { Problem, Result } from '../result.ts';
import { RIG_FORMAT, RIG_SCHEMA } from '../rig/rig.schema.ts';
import type { FriseDocument } from './document.ts';
import { jsonFlaws, soundJson } from './json-text.ts';
import { SHOW_FORMAT, SHOW_SCHEMA } from './show.schema.ts';
import { STATION_FORMAT, STATION_SCHEMA } from '../station/station.schema.ts';

/** Text → a document's outer shape, of any schema up to the present one. Records are not looked into yet. */
export type EditableFormat = 'frise-show' | 'frise-facade' | 'frise-rig' | 'frise-station';
export type DocumentOf<F extends EditableFormat> = FriseDocument & { format: F };

/** The schema number that this version writes. */
export const currentSchema: Record<EditableFormat, number> = {
  [SHOW_FORMAT]: SHOW_SCHEMA,
  [FACADE_FORMAT]: FACADE_SCHEMA,
  [RIG_FORMAT]: RIG_SCHEMA,
  [STATION_FORMAT]: STATION_SCHEMA,
};

const isLists = (value: unknown): value is Record<string, string[]> =>
  isPlainObject(value) &&
  Object.values(value).every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'));

/** `custom` hands on what was read; a `z.record` would lose a key named `__proto__`. */
const envelope = z.strictObject({
  $schema: z.string().optional(),
  format: z.string(),
  schema: z.number().int().nonnegative(),
  records: z.custom<Record<string, unknown>>(isPlainObject, 'records must be an object'),
  order: z.custom<Record<string, string[]>>(isLists, 'order must be lists of ids').default({}),
});

const readJson = (text: string): Result<unknown> => {
  const sound = soundJson(text);
  if (sound) return ok(sound.value);
  const flaw = jsonFlaws(text)[0];
  if (flaw)
    return fail(
      'json-syntax',
      `Line ${flaw.line}, column ${flaw.column}: ${flaw.what}. Correct the file there.`,
    );
  return ok(JSON.parse(text) as unknown);
};

/** Dotted path of a zod issue below `root`: `clip:a` + ['keyframes', 'size', 0] → `clip:a.keyframes.size.0`. */
export const issuePath = (root: string, path: readonly PropertyKey[]): string =>
  [root, ...path.map(String)].filter((part) => part !== '').join('.');

export const issueProblems = (root: string, error: z.ZodError, code: string): Problem[] =>
  error.issues.map((issue) => ({ code, message: issue.message, path: issuePath(root, issue.path) }));

/**
 * Codes: `json-syntax` (line and column, also for a key that stands twice), `document-shape`, `document-format`,
 * `schema-too-new` (names both numbers).
 */
export const parseDocument = <F extends EditableFormat>(text: string, format: F): Result<DocumentOf<F>> => {
  const json = readJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return json;
  const parsed = envelope.safeParse(json.value);
  if (!parsed.success) {
    const [first] = issueProblems('', parsed.error, 'document-shape');
    return fail('document-shape', `Not a Frise document: ${first?.message ?? 'unknown shape'}.`, first?.path);
  }
  const { schema, records, order } = parsed.data;
  if (parsed.data.format !== format)
    return fail('document-format', `Format "${parsed.data.format}" found, "${format}" needed.`, 'format');
  if (schema > currentSchema[format])
    return fail(
      'schema-too-new',
      `Schema ${schema} is newer than ${currentSchema[format]}, the newest that this Frise reads. Update Frise.`,
      'schema',
    );
  return ok({ format, schema, records, order });
};
