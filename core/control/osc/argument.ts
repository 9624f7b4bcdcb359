import { OscFault, readPaddedString, requireZeros, take } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** An argument with its type tag; `array` is what stands between `[` and `]`. */
export type OscArg =
  | { type: 'i' | 'f' | 'd'; value: number }
  | { type: 'h' | 't'; value: bigint }
  | { type: 's' | 'S' | 'c'; value: string }
  | { type: 'b' | 'm'; value: Uint8Array }
  | { type: 'r'; value: { red: number; green: number; blue: number; alpha: number } }
  | { type: 'T'; value: true }
  | { type: 'F'; value: false }
  | { type: 'N'; value: null }
  | { type: 'I'; value: 'impulse' }
  | { type: 'array'; value: OscArg[] };

/** Arguments of one message, those in arrays included. */
export const MAX_ARGUMENTS = 1024;
/** Arrays in arrays. */
export const MAX_ARRAY_DEPTH = 8;

/** Reads type tags and arguments to the end of the message; a byte left over is an error. */
export function decodeArguments(cursor: Cursor): OscArg[] {
  const start = cursor.at;
  if (cursor.bytes[start] !== 0x2c)
    throw new OscFault('osc-tags', 'arguments without type tags cannot be read: send ",ifs…"', start);
  const tags = readPaddedString(cursor);
  if (tags.length - 1 > MAX_ARGUMENTS)
    throw new OscFault('osc-limit', `a message has at most ${MAX_ARGUMENTS} arguments`, start);
  const args = decodeTags(cursor, tags, start);
  if (cursor.at !== cursor.end)
    throw new OscFault('osc-trailing', `${cursor.end - cursor.at} bytes follow the last argument`, cursor.at);
  return args;
}

function decodeTags(cursor: Cursor, tags: string, start: number): OscArg[] {
  const stack: OscArg[][] = [];
  let current: OscArg[] = [];
  for (let i = 1; i < tags.length; i += 1) {
    const tag = tags[i] ?? '';
    if (tag === '[') {
      if (stack.length === MAX_ARRAY_DEPTH)
        throw new OscFault('osc-depth', `arrays nest at most ${MAX_ARRAY_DEPTH} deep`, start + i);
      stack.push(current);
      current = [];
    } else if (tag === ']') {
      const outer = stack.pop();
      if (outer === undefined) throw new OscFault('osc-array', '"]" without "["', start + i);
      outer.push({ type: 'array', value: current });
      current = outer;
    } else current.push(decodeArgument(cursor, tag, start + i));
  }
  if (stack.length > 0) throw new OscFault('osc-array', '"[" without "]"', start);
  return current;
}

function decodeArgument(cursor: Cursor, tag: string, tagAt: number): OscArg {
  const { view } = cursor;
  switch (tag) {
    case 'i':
      return { type: 'i', value: view.getInt32(take(cursor, 4)) };
    case 'f':
      return { type: 'f', value: view.getFloat32(take(cursor, 4)) };
    case 'd':
      return { type: 'd', value: view.getFloat64(take(cursor, 8)) };
    case 'h':
      return { type: 'h', value: view.getBigInt64(take(cursor, 8)) };
    case 't':
      return { type: 't', value: view.getBigUint64(take(cursor, 8)) };
    case 's':
    case 'S':
      return { type: tag, value: readPaddedString(cursor) };
    case 'b':
      return { type: 'b', value: readBlob(cursor) };
    case 'c':
      return { type: 'c', value: readCharacter(cursor) };
    case 'r':
      return { type: 'r', value: readColour(cursor) };
    case 'm':
      return { type: 'm', value: copy(cursor, take(cursor, 4), 4) };
    case 'T':
      return { type: 'T', value: true };
    case 'F':
      return { type: 'F', value: false };
    case 'N':
      return { type: 'N', value: null };
    case 'I':
      return { type: 'I', value: 'impulse' };
    default:
      throw new OscFault('osc-tag-unknown', `unknown type tag ${JSON.stringify(tag)}`, tagAt);
  }
}

const copy = (cursor: Cursor, at: number, size: number): Uint8Array => cursor.bytes.slice(at, at + size);

function readBlob(cursor: Cursor): Uint8Array {
  const at = take(cursor, 4);
  const size = cursor.view.getInt32(at);
  if (size < 0 || size > cursor.end - cursor.at)
    throw new OscFault('osc-blob', `a blob of ${size} bytes does not fit the packet`, at);
  const data = cursor.at;
  const next = data + ((size + 3) & ~3);
  requireZeros(cursor, data + size, next);
  cursor.at = next;
  return copy(cursor, data, size);
}

/** A 32-bit character; a surrogate or anything beyond U+10FFFF is no character. */
function readCharacter(cursor: Cursor): string {
  const at = take(cursor, 4);
  const point = cursor.view.getUint32(at);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
    throw new OscFault('osc-character', `${point} is no character`, at);
  return String.fromCodePoint(point);
}

function readColour(cursor: Cursor): { red: number; green: number; blue: number; alpha: number } {
  const at = take(cursor, 4);
  const { view } = cursor;
  return {
    red: view.getUint8(at),
    green: view.getUint8(at + 1),
    blue: view.getUint8(at + 2),
    alpha: view.getUint8(at + 3),
  };
}
