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
  let parsed: Parsed = { value: {}, problem: null };
  return (next: Record<string, unknown>): Parsed => {
    if (raw !== null && same(raw, next)) return parsed;
    raw = next;
    parsed = parse(definition, next, path);
    return parsed;
  };
};

const same = (a: Record<string, unknown>, b: Record<string, unknown>): boolean => {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
};

const parse = (definition: Definition, raw: Record<string, unknown>, path: string): Parsed => {
  const schema = schemaOf(definition, raw);
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
