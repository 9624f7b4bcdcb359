import { fail, ok, type Result } from '../../result.ts';

/**
 * Arguments of an OSC message as a person types them: `1, 0.5, true, "a, b", word`. Text that reads as a number or as
 * true or false, or holds a comma or a quote, stands in quotes.
 */
export type Argument = number | string | boolean;
const ITEM = /\s*(?:"((?:[^"\\]|\\.)*)"|([^",]*))\s*(,|$)/y;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const valueOf = (word: string): Argument => {
  if (NUMBER.test(word)) return Number(word);
  return word === 'true' || word === 'false' ? word === 'true' : word;
};

/** Code: osc-args. */
export const readArguments = (text: string): Result<Argument[]> => {
  const found: Argument[] = [];
  if (text.trim() === '') return ok(found);
  for (let at = 0; ;) {
    ITEM.lastIndex = at;
    const match = ITEM.exec(text);
    if (!match)
      return fail(
        'osc-args',
        `A quote is not closed, or something follows it, at "${text.slice(at)}".`,
        'args',
      );
    const [, quoted, word = '', comma] = match;
    if (quoted === undefined && word.trim() === '')
      return fail('osc-args', `Argument ${found.length + 1} is empty: write "" for an empty text.`, 'args');
    found.push(quoted === undefined ? valueOf(word.trim()) : quoted.replaceAll(/\\(.)/g, '$1'));
    if (comma === '') return ok(found);
    at = ITEM.lastIndex;
  }
};

const isPlain = (word: string): boolean =>
  word !== '' && word.trim() === word && !/["\\,]/.test(word) && typeof valueOf(word) === 'string';
const quote = (word: string): string => `"${word.replaceAll(/["\\]/g, '\\$&')}"`;
export const argumentsText = (list: readonly Argument[]): string =>
  list.map((each) => (typeof each === 'string' && !isPlain(each) ? quote(each) : String(each))).join(', ');
