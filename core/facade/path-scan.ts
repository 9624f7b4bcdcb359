/**
 * Reads the tokens of SVG path data (SVG 2, §9.3.9). The first error sticks: numbers read after it are 0 and the
 * scanner stands at the end, so that a caller checks once a command and not once a number.
 */
export interface Scanner {
  atEnd(): boolean;
  /** Whether a number comes next, after separators. */
  atNumber(): boolean;
  /** The next command letter. */
  command(): string;
  number(): number;
  /** An arc's flag: one character, 0 or 1, that needs no separator behind it. */
  flag(): boolean;
  refuse(what: string): void;
  error(): { what: string; at: number } | null;
}

const SEPARATORS = /[\s,]*/y;
const SPACES = /\s*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const LETTER = /[MmLlHhVvCcSsQqTtAaZz]/y;
const FLAG = /[01]/y;

export const createScanner = (text: string): Scanner => {
  let at = 0;
  let error: { what: string; at: number } | null = null;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return null;
    at += match[0].length;
    return match[0];
  };
  /** Without the text, which nobody reads. */
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const refuse = (what: string): void => {
    error ??= { what, at };
    at = text.length;
  };
  const next = (pattern: RegExp, what: string): string => {
    skip(SEPARATORS);
    const token = error === null ? take(pattern) : null;
    if (token === null) refuse(`${what} expected${at >= text.length ? ', path ends' : ''}`);
    return token ?? '';
  };
  return {
    refuse,
    error: () => error,
    atEnd() {
      skip(SPACES);
      return at >= text.length;
    },
    atNumber() {
      const here = at;
      skip(SEPARATORS);
      const found = error === null && skip(NUMBER);
      at = error === null ? here : text.length;
      return found;
    },
    command: () => next(LETTER, 'command letter'),
    number() {
      const value = Number(next(NUMBER, 'number'));
      if (!Number.isFinite(value)) refuse('finite number');
      return error === null ? value : 0;
    },
    flag: () => next(FLAG, 'arc flag 0 or 1') === '1',
  };
};
