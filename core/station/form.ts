import { z } from 'zod';
import { isPlainObject } from '../show/plain.ts';
import { unitOf } from './form-unit.ts';

/**
 * A record's schema as a form: what each field is, so that one page can show every record there is and none needs a form
 * of its own. Derived from the schema that validates, by way of JSON Schema; what is no shape of these is `anything` and
 * is written as JSON.
 */
export type Scalar = string | number | boolean | null;
export type Shape =
  | { kind: 'switch' }
  | { kind: 'number'; isWhole: boolean; min: number | null; max: number | null; unit: string | null }
  | { kind: 'text'; isTime: boolean }
  /** `#rrggbb`. */
  | { kind: 'colour' }
  /** A text, a number or a switch, as it is written. */
  | { kind: 'scalar' }
  | { kind: 'choice'; options: readonly Scalar[] }
  /** Any of a few, such as the days of a week. */
  | { kind: 'many'; options: readonly Scalar[] }
  | { kind: 'list'; item: Shape; min: number; max: number | null }
  /** A fixed number of places, such as from … to. */
  | { kind: 'row'; items: readonly Shape[] }
  | { kind: 'map'; item: Shape }
  | { kind: 'group'; fields: readonly Field[] }
  /** Nothing (null), or this. */
  | { kind: 'maybe'; of: Shape }
  | { kind: 'variants'; options: readonly Shape[] }
  | { kind: 'anything' };
export type Field = {
  key: string;
  /** What the schema says of it, in English; '' for nothing. */
  note: string;
  isRequired: boolean;
  shape: Shape;
};
type Json = Record<string, unknown>;

const forms = new WeakMap<z.ZodType, readonly Field[]>();
/** The fields of an object's schema, in its own order. */
export const fieldsOf = (schema: z.ZodType): readonly Field[] => {
  const known = forms.get(schema);
  if (known) return known;
  const shape = shapeOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '');
  const fields = shape.kind === 'group' ? shape.fields : [];
  forms.set(schema, fields);
  return fields;
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textIn = (json: Json, key: string): string => (typeof json[key] === 'string' ? json[key] : '');
const numberIn = (json: Json, key: string): number | null => {
  const value = json[key];
  // zod writes the limits of what a whole number can hold at all, which tell a person nothing.
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null;
};
const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const shapeOf = (value: unknown, above: string): Shape => {
  if (!isPlainObject(value)) return { kind: 'anything' };
  const note = textIn(value, 'description') || above;
  if (Object.hasOwn(value, 'const') && isScalar(value['const']))
    return { kind: 'choice', options: [value['const']] };
  if (Array.isArray(value['enum'])) return { kind: 'choice', options: value['enum'].filter(isScalar) };
  const either = [...listOf(value['anyOf']), ...listOf(value['oneOf'])];
  if (either.length > 0) return oneOf(either, note);
  if (Array.isArray(value['type'])) return typesOf(value, value['type'], note);
  return typed(value, note);
};

/** A name or nothing, '', is a text. */
const isTextual = (shape: Shape): boolean =>
  shape.kind === 'text' ||
  shape.kind === 'colour' ||
  (shape.kind === 'choice' && shape.options.every((each) => typeof each === 'string'));
const isNull = (value: unknown): boolean => isPlainObject(value) && value['type'] === 'null';
const oneOf = (either: readonly unknown[], note: string): Shape => {
  const rest = either.filter((each) => !isNull(each));
  const shapes = rest.map((each) => shapeOf(each, note));
  const [first = { kind: 'anything' }] = shapes;
  const options = shapes.flatMap((each) => (each.kind === 'choice' ? [...each.options] : []));
  const isChoice = shapes.every(({ kind }) => kind === 'choice');
  const of: Shape = isChoice
    ? { kind: 'choice', options }
    : shapes.every(isTextual)
      ? { kind: 'text', isTime: false }
      : shapes.length === 1
        ? first
        : { kind: 'variants', options: shapes };
  return rest.length < either.length ? { kind: 'maybe', of } : of;
};
const typesOf = (json: Json, types: readonly unknown[], note: string): Shape => {
  const rest = types.filter((each) => each !== 'null');
  const of: Shape = rest.length === 1 ? typed({ ...json, type: rest[0] }, note) : { kind: 'scalar' };
  return rest.length < types.length ? { kind: 'maybe', of } : of;
};

const typed = (json: Json, note: string): Shape => {
  switch (json['type']) {
    case 'boolean':
      return { kind: 'switch' };
    case 'number':
    case 'integer':
      return numberShape(json, note);
    case 'string':
      return isColour(json) ? { kind: 'colour' } : { kind: 'text', isTime: isTime(json) };
    case 'array':
      return listShape(json, note);
    case 'object':
      return objectShape(json, note);
    default:
      return { kind: 'anything' };
  }
};
const numberShape = (json: Json, note: string): Shape => ({
  kind: 'number',
  isWhole: json['type'] === 'integer',
  min: numberIn(json, 'minimum') ?? numberIn(json, 'exclusiveMinimum'),
  max: numberIn(json, 'maximum') ?? numberIn(json, 'exclusiveMaximum'),
  unit: unitOf(note),
});
const isColour = (json: Json): boolean => {
  const pattern = textIn(json, 'pattern');
  if (pattern === '') return false;
  const takes = new RegExp(pattern, 'u');
  return takes.test('#12abEF') && !takes.test('colour');
};
/** A pattern that takes 21:30 and neither 25:30 nor a word is a time of day. */
const isTime = (json: Json): boolean => {
  if (json['format'] === 'time') return true;
  const pattern = textIn(json, 'pattern');
  if (pattern === '') return false;
  const takes = new RegExp(pattern, 'u');
  return takes.test('21:30') && !takes.test('25:30') && !takes.test('noon');
};
const listShape = (json: Json, note: string): Shape => {
  const places = listOf(json['prefixItems']);
  if (places.length > 0) return { kind: 'row', items: places.map((each) => shapeOf(each, note)) };
  const item = shapeOf(json['items'], note);
  if (item.kind === 'choice') return { kind: 'many', options: item.options };
  return { kind: 'list', item, min: numberIn(json, 'minItems') ?? 0, max: numberIn(json, 'maxItems') };
};
const objectShape = (json: Json, note: string): Shape => {
  const { properties } = json;
  if (!isPlainObject(properties)) return { kind: 'map', item: shapeOf(json['additionalProperties'], note) };
  const required = new Set(listOf(json['required']));
  const fields = Object.entries(properties).map(([key, value]) => ({
    key,
    note: isPlainObject(value) ? textIn(value, 'description') : '',
    isRequired: required.has(key),
    shape: shapeOf(value, note),
  }));
  return { kind: 'group', fields };
};
