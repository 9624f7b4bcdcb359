import { z } from 'zod';
import { colourSchema } from '../../show/show.schema.ts';

/**
 * What a shader asks a designer for: one uniform a line, with what it is in the comment behind it.
 *
 *     uniform float heat;  // = 0.5, 0 to 2, how hot it is
 *     uniform int rings;   // = 4, 1 to 16
 *     uniform bool flip;   // = false
 *     uniform vec3 ink;    // = #ff8030, colour of the line
 */
export type Declared = { name: string; kind: 'float' | 'int' | 'bool' | 'colour'; schema: z.ZodType };
export type Fault = { line: number; message: string };

/** What every shader is given, and what the stage's own part of it uses. */
const GIVEN = ['time', 'position', 'free', 'duration', 'size', 'seed', 'pixel'] as const;
const TAKEN: ReadonlySet<string> = new Set([
  ...GIVEN,
  'code',
  'x',
  'y',
  'width',
  'height',
  'clock',
  'opacity',
  'paint',
  'random',
  'noise',
  'light',
  'main',
]);
/** No two parts next to each other take the same sign: a stranger's line must not be tried in a million ways. */
const DECLARATION = /^uniform\s+(\w+)\s+(\w+)\s*;(?:\s*\/\/(.*))?$/;
const NUMBERS =
  /^=\s*(-?\d+(?:\.\d*)?|-?\.\d+)\s*,\s*(-?\d+(?:\.\d*)?|-?\.\d+)\s*(?:to|…|\.\.)\s*(-?\d+(?:\.\d*)?|-?\.\d+)\s*(?:,(.*))?$/;
const WORD = /^=\s*([^\s,]+)\s*(?:,\s*(.*))?$/;

const numeric = (kind: 'float' | 'int', text: string): z.ZodType | string => {
  const [, value, low, high, note] = NUMBERS.exec(text) ?? [];
  const [start, min, max] = [Number(value), Number(low), Number(high)];
  if (value === undefined || ![start, min, max].every(Number.isFinite))
    return 'needs its default and its range behind it: // = 0.5, 0 to 2';
  if (min >= max || start < min || start > max) return 'has a default outside of its range';
  const number = kind === 'int' ? z.number().int() : z.number();
  const whole = [start, min, max].every(Number.isInteger);
  if (kind === 'int' && !whole) return 'is a whole number: so are its default and its range';
  return number
    .min(min)
    .max(max)
    .default(start)
    .describe((note ?? '').trim());
};
const schemaOf = (type: string, text: string): { kind: Declared['kind']; schema: z.ZodType } | string => {
  if (type === 'float' || type === 'int') {
    const schema = numeric(type, text);
    return typeof schema === 'string' ? schema : { kind: type, schema };
  }
  const [, value, note = ''] = WORD.exec(text) ?? [];
  if (type === 'bool')
    return value === 'true' || value === 'false'
      ? {
          kind: 'bool',
          schema: z
            .boolean()
            .default(value === 'true')
            .describe(note),
        }
      : 'needs its default behind it: // = true';
  if (type === 'vec3') {
    const colour = colourSchema.safeParse(value);
    return colour.success
      ? { kind: 'colour', schema: colourSchema.default(colour.data).describe(note) }
      : 'is a colour and needs its default behind it: // = #ff8030';
  }
  return `cannot be a ${type}: there are float, int, bool and vec3 (a colour)`;
};

export const readDeclared = (code: string): { declared: Declared[]; faults: Fault[] } => {
  const declared: Declared[] = [];
  const faults: Fault[] = [];
  code.split('\n').forEach((text, index) => {
    if (!/^\s*uniform\b/.test(text)) return;
    const say = (message: string): void => void faults.push({ line: index + 1, message });
    const [, type, name, comment = ''] = DECLARATION.exec(text.trim()) ?? [];
    if (type === undefined || name === undefined) {
      say('A uniform stands alone on its line: uniform float heat; // = 0.5, 0 to 2');
      return;
    }
    if (TAKEN.has(name) || declared.some((each) => each.name === name)) {
      say(`"${name}" is taken; give the uniform another name.`);
      return;
    }
    const found = schemaOf(type, comment.trim());
    if (typeof found === 'string') say(`"${name}" ${found}.`);
    else declared.push({ name, ...found });
  });
  return { declared, faults };
};
