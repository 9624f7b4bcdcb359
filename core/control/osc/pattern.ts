/**
 * OSC 1.0 address patterns for one part of an address: `?` one character, `*` any run, `[a-z]` and `[!a-z]` one of or
 * none of, `{a,b}` one of some texts. Compiled to a small automaton whose states advance together, so the cost is at
 * most states × characters: there is nothing to backtrack into. Anchored at both ends. Inside braces everything is
 * literal (the specification has no nesting). An ill-formed pattern matches nothing.
 */
type State = { test: (code: number) => boolean; loops: boolean; next: readonly number[] };
export type Pattern = { readonly states: readonly State[]; readonly first: readonly number[] };

/** Parts longer than this are no pattern of ours: the names they could match are short. */
export const MAX_PATTERN_LENGTH = 255;
const SPECIAL = /[?*[\]{}]/;
/** Whether a part of an address is a pattern rather than a name. */
export const isPattern = (part: string): boolean => SPECIAL.test(part);

/** The automaton of a pattern, or null when it is ill-formed or too long. Give it lower case. */
export function compilePattern(text: string): Pattern | null {
  if (text.length > MAX_PATTERN_LENGTH) return null;
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const piece = readPiece(text, at);
    if (piece === null) return null;
    const after = pieces.at(-1);
    if (!(piece.kind === 'run' && after?.kind === 'run')) pieces.push(piece);
    at = piece.end;
  }
  return assemble(pieces);
}

type Test = (code: number) => boolean;
type Piece =
  | { kind: 'one'; test: Test; end: number }
  | { kind: 'run'; end: number }
  | { kind: 'texts'; texts: string[]; end: number };

const is =
  (wanted: number): Test =>
  (code) =>
    code === wanted;

function readPiece(text: string, at: number): Piece | null {
  switch (text.charAt(at)) {
    case '?':
      return { kind: 'one', test: () => true, end: at + 1 };
    case '*':
      return { kind: 'run', end: at + 1 };
    case '[': {
      const close = text.indexOf(']', at + 1);
      return close < 0 ? null : { kind: 'one', test: setOf(text.slice(at + 1, close)), end: close + 1 };
    }
    case '{': {
      const close = text.indexOf('}', at + 1);
      return close < 0
        ? null
        : { kind: 'texts', texts: text.slice(at + 1, close).split(','), end: close + 1 };
    }
    case ']':
    case '}':
      return null;
    default:
      return { kind: 'one', test: is(text.charCodeAt(at)), end: at + 1 };
  }
}

/** `a-z` is a range, `!` in front negates; a `-` at the end is itself. */
function setOf(body: string): Test {
  const negated = body.startsWith('!');
  const ranges: [number, number][] = [];
  for (let i = negated ? 1 : 0; i < body.length; i += 1) {
    const low = body.charCodeAt(i);
    const isRange = body[i + 1] === '-' && i + 2 < body.length;
    ranges.push([low, isRange ? body.charCodeAt(i + 2) : low]);
    if (isRange) i += 2;
  }
  return (code) => ranges.some(([low, high]) => code >= low && code <= high) !== negated;
}

/** State number ACCEPT is the end of the pattern. Built from the back, so that `next` is known. */
const ACCEPT = -1;
function assemble(pieces: Piece[]): Pattern {
  const states: State[] = [];
  let next: readonly number[] = [ACCEPT];
  for (const piece of pieces.reverse()) {
    if (piece.kind === 'texts') next = [...new Set(piece.texts.flatMap((text) => chain(states, text, next)))];
    else {
      const loops = piece.kind === 'run';
      states.push({ test: piece.kind === 'one' ? piece.test : () => true, loops, next });
      next = loops ? [...next, states.length - 1] : [states.length - 1];
    }
  }
  return { states, first: next };
}

function chain(states: State[], text: string, next: readonly number[]): readonly number[] {
  let then = next;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    states.push({ test: is(text.charCodeAt(i)), loops: false, next: then });
    then = [states.length - 1];
  }
  return then;
}

/** Whether the whole `name` matches; `count` is told each step, for the proof that steps stay linear. */
export function matchesPattern(pattern: Pattern, name: string, count: (steps: number) => void): boolean {
  let live = new Set(pattern.first);
  for (let i = 0; i < name.length && live.size > 0; i += 1) {
    const code = name.charCodeAt(i);
    const then = new Set<number>();
    count(live.size);
    for (const number of live) {
      const state = pattern.states[number];
      if (state === undefined || !state.test(code)) continue;
      if (state.loops) then.add(number);
      for (const following of state.next) then.add(following);
    }
    live = then;
  }
  return live.has(ACCEPT);
}
