import type { z } from 'zod';
import { isPlainObject } from '../show/plain.ts';
import { fieldsOf, type Shape } from './form.ts';

/** Something of this shape to begin with. */
export const blankOf = (shape: Shape): unknown => {
  switch (shape.kind) {
    case 'switch':
      return false;
    case 'number':
      return Math.min(Math.max(0, shape.min ?? 0), shape.max ?? Infinity);
    case 'text':
      return shape.isTime ? '21:30' : '';
    case 'colour':
      return '#ffffff';
    case 'scalar':
      return '';
    case 'choice':
      return shape.options[0] ?? null;
    case 'many':
      return [];
    case 'list':
      return Array.from({ length: shape.min }, () => blankOf(shape.item));
    case 'row':
      return shape.items.map(blankOf);
    case 'map':
      return {};
    case 'group':
      return Object.fromEntries(
        shape.fields.filter(({ isRequired }) => isRequired).map((field) => [field.key, blankOf(field.shape)]),
      );
    case 'maybe':
    case 'anything':
      return null;
    case 'variants':
      return shape.options[0] === undefined ? null : blankOf(shape.options[0]);
  }
};

/** A new record of a kind: the schema's defaults, and for what has none something to be put right. */
export const newRecord = (schema: z.ZodType): Record<string, unknown> => {
  const blank = blankOf({ kind: 'group', fields: fieldsOf(schema) });
  return complete(schema, isPlainObject(blank) ? blank : {});
};
/** With the defaults of what it leaves out, when the schema takes it; else as it is. */
export const complete = (schema: z.ZodType, record: Record<string, unknown>): Record<string, unknown> => {
  const parsed = schema.safeParse(record);
  return parsed.success && isPlainObject(parsed.data) ? parsed.data : record;
};

/** Which of a union's shapes a value has: by its fixed fields first, then by its kind; 0 for none. */
export const variantOf = (options: readonly Shape[], value: unknown): number => {
  const found = options.findIndex((shape) => fits(shape, value));
  return Math.max(0, found);
};
const fits = (shape: Shape, value: unknown): boolean => {
  switch (shape.kind) {
    case 'switch':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'text':
    case 'colour':
      return typeof value === 'string';
    case 'scalar':
      return ['string', 'number', 'boolean'].includes(typeof value);
    case 'choice':
      return shape.options.some((each) => each === value);
    case 'many':
    case 'list':
      return Array.isArray(value);
    case 'row':
      return Array.isArray(value) && value.length === shape.items.length;
    case 'map':
      return isPlainObject(value);
    case 'group':
      return isPlainObject(value) && shape.fields.every((field) => fitsField(field, value));
    case 'maybe':
      return value === null || fits(shape.of, value);
    case 'variants':
      return shape.options.some((each) => fits(each, value));
    case 'anything':
      return true;
  }
};
const fitsField = (
  { key, isRequired, shape }: { key: string; isRequired: boolean; shape: Shape },
  value: Record<string, unknown>,
): boolean => (Object.hasOwn(value, key) ? shape.kind !== 'choice' || fits(shape, value[key]) : !isRequired);
