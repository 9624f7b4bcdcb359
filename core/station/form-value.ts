import { isPlainObject } from '../show/plain.ts';
import type { Scalar, Shape } from './form.ts';

/**
 * Between a record and what is typed. A draft is a record in which a number that can't be read stays the text that was
 * typed, so nothing typed is lost and the schema names what is wrong at its place.
 */
export type Path = readonly (string | number)[];

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** "12,5" as well as "12.5"; null for what is no number. */
const numberOf = (text: string): number | null => {
  const trimmed = text.trim().replace(',', '.').replace('−', '-');
  const value = Number(trimmed);
  return NUMBER.test(trimmed) && Number.isFinite(value) ? value : null;
};

/** What stands in a field for a value. */
export const textOf = (shape: Shape, value: unknown): string => {
  if (typeof value === 'string')
    // A text that would be read as something else again is written with quotes.
    return shape.kind === 'anything' || (shape.kind === 'scalar' && readScalar(value) !== value)
      ? JSON.stringify(value)
      : value;
  if (typeof value === 'number' && !Object.is(value, -0)) return String(value);
  return value === undefined ? '' : JSON.stringify(value);
};

/** What was typed into it, as the record has it. */
export const readText = (shape: Shape, text: string): unknown => {
  switch (shape.kind) {
    case 'number':
      return numberOf(text) ?? text;
    case 'scalar':
      return readScalar(text);
    case 'anything':
    case 'list':
    case 'map':
    case 'row':
    case 'group':
    case 'variants':
      return readJson(text);
    case 'text':
    case 'colour':
    case 'choice':
    case 'many':
    case 'switch':
    case 'maybe':
      return text;
  }
};
const readScalar = (text: string): Scalar => {
  const json = readJson(text);
  return typeof json === 'number' || typeof json === 'boolean' || typeof json === 'string' ? json : text;
};
const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // half typed: the schema says what it wants instead
  }
};

export const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return typeof key === 'number' ? (inner as unknown[])[key] : undefined;
    return isPlainObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, value);

/** A copy in which `path` has this value; `undefined` takes the key, or the place in a list, away. */
export const withValue = (whole: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(whole) ? [...(whole as unknown[])] : [];
    const next = withValue(list[key], rest, value);
    if (next === undefined) list.splice(key, 1);
    else list[key] = next;
    return list;
  }
  const object = isPlainObject(whole) ? whole : {};
  const next = withValue(object[key], rest, value);
  if (next !== undefined) return { ...object, [key]: next };
  return Object.fromEntries(Object.entries(object).filter(([each]) => each !== key));
};
