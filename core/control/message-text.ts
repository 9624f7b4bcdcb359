import type { OscArg, OscMessage } from './osc/packet.ts';

/**
 * A line of an input's log back into the message that it tells of: `/eos/out/event/sub/3 ,f 0.5`, and without tags
 * `/note/1/60 0.8` as well. null for what is no message, was cut, or holds what a line can't hold (blobs, arrays).
 */
export const messageOfText = (text: string): OscMessage | null => {
  const [, address = '', rest = ''] = /^(\/[^\s]+)(?:\s+(.*))?$/s.exec(text.trim()) ?? [];
  if (address === '' || text.endsWith('…')) return null;
  const words = wordsOf(rest);
  if (words === null) return null;
  const [first = '', ...values] = words;
  const args = first.startsWith(',') ? tagged(first.slice(1), values) : words.map(untagged);
  return args === null ? null : { kind: 'message', address, args };
};

const WORD = /"(?:[^"\\]|\\.)*"|[^\s"]+/g;
/** Split at blanks outside of quotes; quoted ones stay quoted. null: a quote is left open. */
const wordsOf = (text: string): string[] | null =>
  text.replace(WORD, '').includes('"') ? null : (text.match(WORD) ?? []);

const tagged = (tags: string, values: readonly string[]): OscArg[] | null => {
  if (tags.length !== values.length) return null;
  const args = tags.split('').map((tag, index) => argument(tag, values[index] ?? ''));
  return args.every((arg) => arg !== null) ? args : null;
};
const argument = (type: string, value: string): OscArg | null => {
  switch (type) {
    case 'i':
    case 'f':
    case 'd':
      return number(type, value);
    case 's':
    case 'S':
    case 'c':
      return { type, value: unquoted(value) };
    case 'h':
    case 't':
      return /^-?\d+$/.test(value) ? { type, value: BigInt(value) } : null;
    case 'T':
      return { type, value: true };
    case 'F':
      return { type, value: false };
    case 'N':
      return { type, value: null };
    case 'I':
      return { type, value: 'impulse' };
    default:
      return null;
  }
};
const number = (type: 'i' | 'f' | 'd', text: string): OscArg | null => {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return null;
  return { type, value: type === 'f' ? Math.fround(value) : value };
};
const untagged = (word: string): OscArg =>
  word.startsWith('"')
    ? { type: 's', value: unquoted(word) }
    : (number('f', word) ?? { type: 's', value: word });
const unquoted = (word: string): string => {
  try {
    const value: unknown = JSON.parse(word);
    return typeof value === 'string' ? value : word;
  } catch {
    return word;
  }
};
