import { NAME_PATTERN } from '../../ids.ts';
import type { OscArg } from './argument.ts';

/**
 * What senders mean by their arguments (DESIGN §8: numbers may be int, float or string). Each reader takes an argument
 * or a part of an address and returns null when it isn't one.
 */
const NUMBER_TEXT = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/;

/** A number: int, float, double, int64 in safe range, decimal text, true/false as 1/0. Floats read as written. */
export function readNumber(arg: OscArg): number | null {
  switch (arg.type) {
    case 'f':
      return float32Decimal(arg.value);
    case 'i':
    case 'd':
      return Number.isFinite(arg.value) ? arg.value : null;
    case 'h':
      return Number.isSafeInteger(Number(arg.value)) ? Number(arg.value) : null;
    case 's':
    case 'S':
      return numberOf(arg.value);
    case 'T':
      return 1;
    case 'F':
      return 0;
    case 'I':
    case 'N':
    case 'array':
    case 'b':
    case 'c':
    case 'm':
    case 'r':
    case 't':
      return null;
  }
}

/** A decimal text as a number, without exponents, hex or blanks inside; null when it isn't one. */
export const numberOf = (text: string): number | null =>
  NUMBER_TEXT.test(text.trim()) ? Number(text.trim()) : null;

/** The shortest decimal whose float32 is this value (1.10 is 1.1, not 1.10000002384); null for NaN and infinities. */
export function float32Decimal(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

/** A cue number as text, "12.5": up to six digits and four decimals, no zeros to spare ("01.50" is "1.5"). */
export function readCue(arg: OscArg): string | null {
  if (arg.type === 'T' || arg.type === 'F') return null;
  const number = readNumber(arg);
  return number === null ? null : cueOf(String(number));
}

/** The same from a part of an address. */
export function cueOf(text: string): string | null {
  if (text.length > 32) return null;
  const found = /^0*(\d{0,6})(?:\.(\d{0,4}?)0*)?$/.exec(text.trim());
  if (found === null || !/\d/.test(text)) return null;
  const [, whole = '', decimals = ''] = found;
  return `${whole === '' ? '0' : whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** On or off: 0 and 1, true and false, or a level with the switch at one half. */
export function readFlag(arg: OscArg): boolean | null {
  const text = arg.type === 's' || arg.type === 'S' ? arg.value.trim().toLowerCase() : '';
  if (text === 'on' || text === 'true') return true;
  if (text === 'off' || text === 'false') return false;
  const number = readNumber(arg);
  return number === null ? null : number >= 0.5;
}

/** A record's name, `a-z0-9-`; case doesn't matter on the wire. */
export function nameIn(text: string): string | null {
  const name = text.toLowerCase();
  return name.length <= 80 && NAME_PATTERN.test(name) ? name : null;
}

/** Text as it came. */
export const readText = (arg: OscArg): string | null =>
  arg.type === 's' || arg.type === 'S' || arg.type === 'c' ? arg.value : null;

/** A number is a text too, as its sender would write it: 1954, sub 3, 0.5. null: no text. */
export function textOf(arg: OscArg): string | null {
  if (arg.type === 'i' || arg.type === 'd' || arg.type === 'h') return String(arg.value);
  if (arg.type === 'f') return String(float32Decimal(arg.value) ?? '');
  return readText(arg);
}

/** Whether a clip's parameter is a text, by the names of both. The show knows; where there is none, nothing is. */
export type IsText = (clip: string, param: string) => boolean;

export type ParameterValue = number | string | boolean | number[];
/**
 * A clip parameter: number, text (a decimal text is a number, unless a text is wanted), on or off, a colour as #rrggbb,
 * or numbers.
 */
export function readValue(args: readonly OscArg[], wantsText: boolean): ParameterValue | null {
  const only = args[0];
  if (only === undefined) return null;
  if (args.length > 1 || only.type === 'array') {
    const numbers = (only.type === 'array' && args.length === 1 ? only.value : args).map(readNumber);
    return numbers.length <= 16 && numbers.every((number) => number !== null) ? numbers : null;
  }
  if (only.type === 'T' || only.type === 'F') return only.value;
  if (only.type === 'r') return colourText(only.value.red, only.value.green, only.value.blue);
  return wantsText ? textOf(only) : (readNumber(only) ?? readText(only));
}

const colourText = (...channels: number[]): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
