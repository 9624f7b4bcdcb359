/**
 * Where JSON text breaks. Engines word and place their syntax errors differently, and none tells of a key that stands
 * twice, of which `JSON.parse` silently keeps the last: a clip would be lost. So this scans the text itself.
 */
export type JsonFlaw = { what: string; line: number; column: number };

const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PRIMITIVE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACES = /[ \t\n\r]*/y;
/** Far beyond any document; a guard for the call stack. */
const DEEPEST = 200;

class Flaw extends Error {
  readonly at: number;
  constructor(what: string, at: number) {
    super(what);
    this.at = at;
  }
}

const placed = (text: string, what: string, at: number): JsonFlaw => {
  const before = text.slice(0, at);
  return { what, line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
};

class JsonScanner {
  #at = 0;
  readonly #text: string;
  readonly #doubles: { key: string; at: number }[] = [];
  constructor(text: string) {
    this.#text = text;
  }

  scan(): { key: string; at: number }[] {
    this.#value(0);
    this.#take(SPACES);
    if (this.#at < this.#text.length) this.#expected('end of file');
    return this.#doubles;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const token = pattern.exec(this.#text)?.[0] ?? null;
    if (token !== null) this.#at += token.length;
    return token;
  }

  #isNext(sign: string): boolean {
    this.#take(SPACES);
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #expected(what: string): never {
    const found = this.#text[this.#at];
    throw new Flaw(
      `${what} expected, ${found === undefined ? 'the file ends' : `found ${JSON.stringify(found)}`}`,
      this.#at,
    );
  }

  #value(depth: number): void {
    if (depth > DEEPEST) throw new Flaw(`nested deeper than ${DEEPEST}`, this.#at);
    if (this.#isNext('{')) return this.#members(depth);
    if (this.#isNext('[')) return this.#items(depth);
    if (this.#take(STRING) === null && this.#take(PRIMITIVE) === null) this.#expected('a value');
  }

  #members(depth: number): void {
    const keys = new Set<string>();
    if (this.#isNext('}')) return;
    do {
      this.#take(SPACES);
      const at = this.#at;
      const key = this.#take(STRING) ?? this.#expected('a key in double quotes');
      if (keys.has(key)) this.#doubles.push({ key, at });
      keys.add(key);
      if (!this.#isNext(':')) this.#expected('":"');
      this.#value(depth + 1);
    } while (this.#isNext(','));
    if (!this.#isNext('}')) this.#expected('"," or "}"');
  }

  #items(depth: number): void {
    if (this.#isNext(']')) return;
    do this.#value(depth + 1);
    while (this.#isNext(','));
    if (!this.#isNext(']')) this.#expected('"," or "]"');
  }
}

/** Where the string ends that begins at `start`, in text that parses. */
const endOfString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
};
const BACKSLASH = 92;
const COLON = 58;
const LAST_SPACE = 32;

/** Strings that a colon follows, in text that parses. */
const keysIn = (text: string): number => {
  let count = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    let after = endOfString(text, start) + 1;
    while (text.charCodeAt(after) <= LAST_SPACE) after += 1;
    if (text.charCodeAt(after) === COLON) count += 1;
    start = text.indexOf('"', after);
  }
  return count;
};
/** null: nested too deep to be counted. */
const keysOf = (value: unknown, depth = 0): number | null => {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEEPEST) return null;
  const inside: unknown[] = Array.isArray(value) ? value : Object.values(value);
  let count = Array.isArray(value) ? 0 : inside.length;
  for (const each of inside) {
    const inner = keysOf(each, depth + 1);
    if (inner === null) return null;
    count += inner;
  }
  return count;
};

/** Sound text → its value, in a third of the scanner's time; null: the scanner has something to say. */
export const soundJson = (text: string): { value: unknown } | null => {
  try {
    const value: unknown = JSON.parse(text);
    return keysOf(value) === keysIn(text) ? { value } : null;
  } catch {
    return null;
  }
};

/** The first syntax error, or every key that stands twice in one object; empty when the text is sound. */
export const jsonFlaws = (text: string): JsonFlaw[] => {
  try {
    return new JsonScanner(text).scan().map(({ key, at }) => placed(text, `key ${key} stands twice`, at));
  } catch (error) {
    if (error instanceof Flaw) return [placed(text, error.message, error.at)];
    throw error;
  }
};
