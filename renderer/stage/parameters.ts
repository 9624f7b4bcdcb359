import { z } from 'zod';
import { schemaOf, type LayerDefinition } from '../../core/layers/layer.ts';
import type { Problem } from '../../core/result.ts';

/**
 * A clip's raw parameters → what the layer draws with. A keyframe's ease may overshoot and an override may say
 * anything: what is out of range is clamped, what can't be read takes its default and is named. Never throws.
 */
export type Parsed = { value: Record<string, unknown>; problem: Problem | null };

type Definition = Pick<LayerDefinition, 'schema' | 'schemaFor'>;
export const createParameterCache = (definition: Definition, path: string) => {
  let raw: Record<string, unknown> | null = null;
  let schema: z.ZodObject | null = null;
  let parsed: Parsed = { value: {}, problem: null };
  return (next: Record<string, unknown>): Parsed => {
    const changed = raw === null ? null : changedKeys(raw, next);
    if (changed?.length === 0) return parsed;
    const own = schemaOf(definition, next);
    const canPatch = own === schema && parsed.problem === null && !own.def.checks?.length;
    parsed = (canPatch && changed && patched(own, parsed, next, changed)) || parse(own, next, path);
    [raw, schema] = [next, own];
    return parsed;
  };
};

const NONE: readonly string[] = [];
/** Names whose values differ; null: the two don't have the same names. */
const changedKeys = (a: Record<string, unknown>, b: Record<string, unknown>): readonly string[] | null => {
  if (a === b) return NONE;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return null;
  const changed = keys.filter((key) => !Object.is(a[key], b[key]));
  return changed.every((key) => Object.hasOwn(b, key)) ? changed : null;
};

/**
 * What keyframes move is read alone: of thirty parameters one or two change in a frame. null: one can't be read by itself,
 * so that all are, with all that is to be said about them.
 */
const patched = (
  { shape }: z.ZodObject,
  { value }: Parsed,
  next: Record<string, unknown>,
  changed: readonly string[],
): Parsed | null => {
  const read = { ...value };
  for (const key of changed) {
    const field = shape[key];
    if (!field) continue; // the schema leaves it out
    const result = z.safeParse(field, next[key]);
    if (!result.success) return null;
    read[key] = result.data;
  }
  return { value: read, problem: null };
};

const parse = (schema: z.ZodObject, raw: Record<string, unknown>, path: string): Parsed => {
  const first = schema.safeParse(raw);
  if (first.success) return { value: first.data, problem: null };
  const mended: Record<string, unknown> = { ...raw };
  const unread: string[] = [];
  for (const issue of first.error.issues) {
    const key = String(issue.path[0] ?? '');
    if (issue.path.length === 1 && issue.code === 'too_small') mended[key] = Number(issue.minimum);
    else if (issue.path.length === 1 && issue.code === 'too_big') mended[key] = Number(issue.maximum);
    else {
      delete mended[key];
      unread.push(key);
    }
  }
  const second = schema.safeParse(mended);
  const value = second.success ? second.data : schema.parse({});
  if (unread.length === 0 && second.success) return { value, problem: null };
  const message = `${unread.join(', ') || 'Its parameters'} can't be read and keep their defaults; correct the clip.`;
  return {
    value,
    problem: { code: 'parameter-invalid', message, path: `${path}.parameters.${unread[0] ?? ''}` },
  };
};
