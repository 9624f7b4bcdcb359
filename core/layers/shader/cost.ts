import type { Fault } from './declared.ts';
import { loopOf, wholeOf, type Constants } from './loops.ts';
import { allOf, lineOf, nodeIn, nodesIn, partsOf, textIn, type Node } from './node.ts';
import { MOST_PLACES, placesOf, type Places } from './places.ts';

/**
 * What a shader may do: so many steps a pixel at most, counted before it is compiled. Every operator, call and value is a
 * step, a loop as many times as it runs, a call what the function costs. A card of a teraflop draws 2560 × 1600 pixels of
 * the dearest that is let through in a tenth of a second: too slow to show, and far from the time after which a driver
 * takes the card away.
 */
const MOST_STEPS = 20_000;
const nameIn = (node: Node | null): string => textIn(nodeIn(node, 'identifier'), 'identifier');

/** Names that are declared once and no more: a second one, further in, would stand for something else there. */
const onceOnly = (program: readonly Node[]): ReadonlySet<string> => {
  const names = program
    .flatMap(allOf)
    .flatMap((node) => (/^(?:parameter_)?declaration$/.test(node.type) ? [nameIn(node)] : []));
  return new Set(names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)));
};
const constantsOf = (program: readonly Node[]): Constants => {
  const found = new Map<string, number>();
  const once = onceOnly(program);
  for (const statement of program) {
    const list = nodeIn(statement, 'declaration');
    const words = nodesIn(nodeIn(list, 'specified_type'), 'qualifiers').map((word) => textIn(word, 'token'));
    if (!words.includes('const')) continue;
    for (const each of nodesIn(list, 'declarations')) {
      const initial = nodeIn(each, 'initializer');
      const value = initial?.type === 'int_constant' ? wholeOf(initial, found) : null;
      if (value !== null && once.has(nameIn(each))) found.set(nameIn(each), value);
    }
  }
  return found;
};

/** Functions may be written several times for several kinds of values: the dearest counts. */
const functionsOf = (program: readonly Node[]): Map<string, Node[]> => {
  const found = new Map<string, Node[]>();
  for (const node of program) {
    if (node.type !== 'function') continue;
    const name = textIn(nodeIn(nodeIn(nodeIn(node, 'prototype'), 'header'), 'name'), 'identifier');
    found.set(name, [...(found.get(name) ?? []), node]);
  }
  return found;
};

/** What the stage's own functions cost. */
const GIVEN_COST: Readonly<Record<string, number>> = { random: 12, noise: 120, light: 12 };

class Counter {
  readonly faults: Fault[] = [];
  private readonly known = new Map<string, number>();
  constructor(
    private readonly functions: ReadonlyMap<string, Node[]>,
    private readonly constants: Constants,
    private readonly places: Places,
  ) {}

  /** `via`: the functions that are being counted, since none may come to call itself. */
  ofFunction(name: string, via: readonly string[]): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const bodies = this.functions.get(name) ?? [];
    const cost = Math.max(0, ...bodies.map((body) => this.of(body, [...via, name])));
    this.known.set(name, cost);
    return cost;
  }

  private of(node: Node, via: readonly string[]): number {
    const within = partsOf(node).reduce((sum, part) => sum + this.of(part, via), 0);
    if (node.type === 'for_statement') return within * this.timesOf(node);
    if (node.type === 'while_statement' || node.type === 'do_statement') {
      this.faults.push({
        line: lineOf(node),
        message: 'There is no while: count with for, to a written number.',
      });
      return within;
    }
    if (node.type !== 'function_call') return within + this.stepsOf(node);
    return within + 1 + calledBy(node).reduce((sum, name) => sum + this.ofCall(node, name, via), 0);
  }

  /** Who names a whole array moves all of it; who names one place of it does not. */
  private stepsOf(node: Node): number {
    if (node.type === 'identifier') return this.places(textIn(node, 'identifier')).whole;
    const named = nodeIn(node, 'expression');
    if (node.type !== 'postfix' || named?.type !== 'identifier') return isStep(node) ? 1 : 0;
    const after = nodeIn(node, 'postfix');
    const isPlace = (after?.type === 'postfix' ? nodeIn(after, 'expression') : after)?.type === 'quantifier';
    const { whole, each } = this.places(textIn(named, 'identifier'));
    return isPlace ? 1 + each - whole : 1;
  }

  private ofCall(node: Node, name: string, via: readonly string[]): number {
    if (!this.functions.has(name)) return GIVEN_COST[name] ?? 0;
    if (!via.includes(name)) return this.ofFunction(name, via);
    this.faults.push({ line: lineOf(node), message: `"${name}" calls itself.` });
    return 0;
  }

  private timesOf(node: Node): number {
    const loop = loopOf(node, this.constants);
    if ('times' in loop) return loop.times;
    this.faults.push(loop);
    return 1;
  }
}
/** Every name in what is called: the parser takes a function for a type, and may take it for more. */
const calledBy = (node: Node): string[] => {
  const callee = nodeIn(node, 'identifier');
  return callee ? allOf(callee).flatMap((each) => textIn(each, 'identifier') || []) : [];
};
const STEPS: ReadonlySet<string> = new Set(['binary', 'unary', 'assignment', 'ternary', 'postfix']);
const isStep = ({ type }: Node): boolean => STEPS.has(type);

const placeFaults = (node: Node, constants: Constants): Fault[] =>
  allOf(node).flatMap((each) => {
    const written = each.type === 'array_specifier' ? nodeIn(each, 'expression') : null;
    if (written === null) return [];
    const size = wholeOf(written, constants);
    return size !== null && size > 0 && size <= MOST_PLACES
      ? []
      : [{ line: lineOf(each), message: `An array has a written size of at most ${MOST_PLACES}.` }];
  });
/** A function that writes a whole number back could change what a loop counts with. */
const backFaults = (node: Node): Fault[] =>
  allOf(node).flatMap((each) => {
    if (each.type !== 'parameter_declaration') return [];
    const words = nodesIn(each, 'qualifier').map((word) => textIn(word, 'token'));
    const type = textIn(nodeIn(nodeIn(each, 'specifier'), 'specifier'), 'token');
    return type === 'int' && words.some((word) => word === 'out' || word === 'inout')
      ? [{ line: lineOf(each), message: 'An int is not given back by a parameter: return it.' }]
      : [];
  });

export const costOf = (program: readonly Node[]): { steps: number; faults: Fault[] } => {
  const functions = functionsOf(program);
  const constants = constantsOf(program);
  const counter = new Counter(functions, constants, placesOf(program, constants));
  const steps = counter.ofFunction('paint', []);
  // What nobody calls is compiled all the same.
  for (const name of functions.keys()) counter.ofFunction(name, []);
  const faults = [
    ...counter.faults,
    ...program.flatMap((node) => placeFaults(node, constants)),
    ...program.flatMap(backFaults),
  ];
  if (!functions.has('paint'))
    faults.push({ line: 1, message: 'There is no vec4 paint(vec2 at): it says what each point shows.' });
  if (steps > MOST_STEPS)
    faults.push({ line: 1, message: `Too dear: ${Math.round(steps)} steps a point, ${MOST_STEPS} at most.` });
  return { steps, faults };
};
