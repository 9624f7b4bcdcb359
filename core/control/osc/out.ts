import { z } from 'zod';
import { fail, ok, type Result } from '../../result.ts';

/** What the host sends by itself: a cue's `osc/send`, a clip of the timeline, feedback. */
export type OutArg =
  | { type: 'i' | 'f'; value: number }
  | { type: 's'; value: string }
  | { type: 'T'; value: true }
  | { type: 'F'; value: false };

/** An address that names one thing: no pattern, no blanks, no end with a slash. */
export const outAddressSchema = z
  .string()
  .max(255)
  .regex(/^(?:\/[^\s#*,?[\]{}/]+)+$/, 'must be an OSC address such as "/cue/1/start"');
export const outArgsSchema = z
  .array(z.union([z.number().finite(), z.string().max(1000), z.boolean()]))
  .max(32);
export const outTypesSchema = z
  .string()
  .max(32)
  .regex(/^[ifsTF]*$/, 'must be a letter an argument: i, f, s, T or F');

/**
 * Arguments with their types: those named in `types`, else as Eos does it: a whole number is an int32, any other a
 * float32. A type that a value can't have is refused with the argument's number.
 */
export const outArguments = (
  args: readonly (number | string | boolean)[],
  types: string,
): Result<OutArg[]> => {
  if (types !== '' && types.length !== args.length)
    return fail('osc-types', `${args.length} arguments came with ${types.length} types`, 'types');
  const out: OutArg[] = [];
  for (const [index, value] of args.entries()) {
    const arg = outArgument(value, types[index] ?? null);
    if (arg === null)
      return fail('osc-types', `argument ${index + 1} is no "${types[index]}"`, `args.${index}`);
    out.push(arg);
  }
  return ok(out);
};

const isInt32 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;

const outArgument = (value: number | string | boolean, type: string | null): OutArg | null => {
  if (typeof value === 'boolean') {
    if (type === 'i') return { type: 'i', value: Number(value) };
    return type === null || type === (value ? 'T' : 'F') ? flag(value) : null;
  }
  if (typeof value === 'string') return type === null || type === 's' ? { type: 's', value } : null;
  if (type === 's') return { type: 's', value: String(value) };
  if (type === 'f') return { type: 'f', value };
  if (type !== 'i' && type !== null) return null;
  if (isInt32(value)) return { type: 'i', value };
  return type === null ? { type: 'f', value } : null;
};
const flag = (value: boolean): OutArg => (value ? { type: 'T', value } : { type: 'F', value });
