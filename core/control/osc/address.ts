import { compilePattern, isPattern, matchesPattern } from './pattern.ts';

/**
 * Routes by address. A template such as `/frise/cue/{cue}/go` has fixed parts, named parts (`{cue}`) and free parts
 * (`*`). What a sender writes is matched anchored, case-insensitively, part by part in a tree of maps; a sender's
 * wildcards match fixed *words* only, never a number, an id or a free part (DESIGN §6): `/frise/cue/?/go` fires nothing.
 * Fixed numbers are compared as decimals (`1.50` is `1.5`). Cost: steps ≤ length of the address × size of the table.
 */
export type RouteMatch<T> = { route: T; template: string; parts: Readonly<Record<string, string>> };
export type Router<T> = {
  /** All routes of an address, the most fixed first; `steps` counts the work done. */
  match(address: string): { matches: RouteMatch<T>[]; steps: number };
};
export type RouteFault = { template: string; message: string };

type Node<T> = {
  fixed: Map<string, Node<T>>;
  /** Named and free parts; the name is in the leaf, so that templates with other names share a node. */
  open: Node<T> | null;
  leaves: { route: T; template: string; names: readonly (string | null)[] }[];
};
const node = <T>(): Node<T> => ({ fixed: new Map(), open: null, leaves: [] });
const DECIMAL = /^\d{1,9}(?:\.\d{1,9})?$/;
const NAMED = /^\{[A-Za-z][A-Za-z0-9]*\}$/;
/** Fixed parts compare in lower case, numbers as decimals. */
const keyOf = (part: string): string => (DECIMAL.test(part) ? String(Number(part)) : part.toLowerCase());

/** Builds the tree; templates that cannot be read are left out and named in `faults`. */
export function createRouter<T>(routes: Iterable<readonly [template: string, route: T]>): {
  router: Router<T>;
  faults: RouteFault[];
} {
  const root = node<T>();
  const faults: RouteFault[] = [];
  for (const [template, route] of routes) {
    const message = faultOf(template);
    if (message === null) insert(root, template, route);
    else faults.push({ template, message });
  }
  return { router: { match: (address) => matchAddress(root, address) }, faults };
}

function faultOf(template: string): string | null {
  if (!template.startsWith('/') || template.length < 2) return 'an address starts with "/" and a name';
  const names = new Set<string>();
  for (const part of template.slice(1).split('/')) {
    if (part === '') return 'a part of the address is empty';
    if (part === '*') continue;
    if (!isPattern(part)) continue;
    if (!NAMED.test(part)) return `"${part}" must be a name, "{name}" or "*"`;
    if (names.has(part)) return `${part} is there twice`;
    names.add(part);
  }
  return null;
}

function insert<T>(root: Node<T>, template: string, route: T): void {
  let at = root;
  const names: (string | null)[] = [];
  for (const part of template.slice(1).split('/')) {
    const isOpen = part === '*' || NAMED.test(part);
    names.push(NAMED.test(part) ? part.slice(1, -1) : null);
    const existing = isOpen ? at.open : at.fixed.get(keyOf(part));
    const next = existing ?? node<T>();
    if (isOpen) at.open = next;
    else at.fixed.set(keyOf(part), next);
    at = next;
  }
  at.leaves.push({ route, template, names });
}

function matchAddress<T>(root: Node<T>, address: string): { matches: RouteMatch<T>[]; steps: number } {
  let steps = 0;
  const count = (more: number): void => {
    steps += more;
  };
  if (!address.startsWith('/')) return { matches: [], steps };
  const parts = address.slice(1).split('/');
  let live: Node<T>[] = [root];
  for (const part of parts) {
    count(part.length + live.length);
    live = isPattern(part) ? stepPattern(live, part, count) : stepLiteral(live, part);
    if (live.length === 0) return { matches: [], steps };
  }
  const matches = live.flatMap((at) =>
    at.leaves.map(({ route, template, names }) => ({ route, template, parts: partsOf(names, parts) })),
  );
  return { matches, steps };
}

const stepLiteral = <T>(live: readonly Node<T>[], part: string): Node<T>[] => {
  const key = keyOf(part);
  return live.flatMap((at) =>
    [at.fixed.get(key), part === '' ? null : at.open].filter((next) => next != null),
  );
};

function stepPattern<T>(live: readonly Node<T>[], part: string, count: (steps: number) => void): Node<T>[] {
  const pattern = compilePattern(part.toLowerCase());
  if (pattern === null) return [];
  const next: Node<T>[] = [];
  for (const at of live)
    for (const [name, child] of at.fixed)
      if (!DECIMAL.test(name) && matchesPattern(pattern, name, count)) next.push(child);
  return next;
}

const partsOf = (names: readonly (string | null)[], parts: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name, i) => (name === null ? [] : [[name, parts[i] ?? '']])));
