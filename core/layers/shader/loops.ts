import type { Fault } from './declared.ts';
import { allOf, lineOf, nodeIn, nodesIn, textIn, type Node } from './node.ts';

/**
 * How often a loop runs, known before it does: a whole number that goes from one written number to another by a written
 * step, and that nothing in the loop changes. What can't be told is refused: a shader comes from anybody, and one that
 * does not end takes the graphics card, and with it every picture, along.
 */
export type Loop = { times: number } | Fault;
const SHAPE =
  'A loop must be countable: for (int i = 0; i < 8; i++), with written numbers, and i unchanged inside.';

const FARTHEST = 1_000_000;

/** Whole constants by name: `const int N = 8;`. */
export type Constants = ReadonlyMap<string, number>;

/** Eight's numbers (`017`) and unsigned ones (`17u`) say something else to the card than here. */
const PLAIN = /^(?:0|[1-9]\d*|0x[\da-f]+)$/i;
export const wholeOf = (node: Node | null, constants: Constants): number | null => {
  if (node?.type === 'int_constant') {
    const text = textIn(node, 'token');
    return PLAIN.test(text) ? Number(text) : null;
  }
  if (node?.type === 'identifier') return constants.get(textIn(node, 'identifier')) ?? null;
  if (node?.type === 'group') return wholeOf(nodeIn(node, 'expression'), constants);
  if (node?.type !== 'unary' || textIn(nodeIn(node, 'operator'), 'literal') !== '-') return null;
  const value = wholeOf(nodeIn(node, 'expression'), constants);
  return value === null ? null : -value;
};

const nameOf = (node: Node | null): string => (node?.type === 'identifier' ? textIn(node, 'identifier') : '');
const signOf = (node: Node | null, key: string): string => textIn(nodeIn(node, key), 'literal');

/** `i++`, `++i`, `i += 2` …: the step; null: something else. */
const stepOf = (node: Node | null, name: string, constants: Constants): number | null => {
  if (node?.type === 'postfix' && nameOf(nodeIn(node, 'expression')) === name)
    return { '++': 1, '--': -1 }[signOf(node, 'postfix')] ?? null;
  if (node?.type === 'unary' && nameOf(nodeIn(node, 'expression')) === name)
    return { '++': 1, '--': -1 }[signOf(node, 'operator')] ?? null;
  if (node?.type !== 'assignment' || nameOf(nodeIn(node, 'left')) !== name) return null;
  const by = wholeOf(nodeIn(node, 'right'), constants);
  const way = { '+=': 1, '-=': -1 }[signOf(node, 'operator')] ?? null;
  return by === null || way === null ? null : by * way;
};

/** Whether anything in there gives `name` another value. */
const changes = (body: Node, name: string): boolean =>
  allOf(body).some((node) => {
    if (node.type === 'assignment') return rootOf(nodeIn(node, 'left')) === name;
    if (node.type === 'postfix' && /^(?:\+\+|--)$/.test(signOf(node, 'postfix')))
      return rootOf(nodeIn(node, 'expression')) === name;
    if (node.type === 'unary' && /^(?:\+\+|--)$/.test(signOf(node, 'operator')))
      return rootOf(nodeIn(node, 'expression')) === name;
    return false;
  });
/** `i` of `i`, `(i)`, `i.x` and `i[2]`. */
const rootOf = (node: Node | null): string =>
  node === null || node.type === 'identifier' ? nameOf(node) : rootOf(nodeIn(node, 'expression'));

export const loopOf = (node: Node, constants: Constants): Loop => {
  const refused = { line: lineOf(node), message: SHAPE };
  const init = nodeIn(node, 'init');
  const [declaration, ...more] = nodesIn(init, 'declarations');
  const type = nodeIn(nodeIn(init, 'specified_type'), 'specifier');
  const name = nameOf(nodeIn(declaration ?? null, 'identifier'));
  const from = wholeOf(nodeIn(declaration ?? null, 'initializer'), constants);
  const condition = nodeIn(node, 'condition');
  const to = wholeOf(nodeIn(condition, 'right'), constants);
  const step = stepOf(nodeIn(node, 'operation'), name, constants);
  const body = nodeIn(node, 'body');
  if (textIn(nodeIn(type, 'specifier'), 'token') !== 'int' || more.length > 0 || name === '') return refused;
  if (condition?.type !== 'binary' || nameOf(nodeIn(condition, 'left')) !== name) return refused;
  if (from === null || to === null || step === null || step === 0 || !body || changes(body, name))
    return refused;
  // Beyond lies where a whole number comes round again.
  if ([from, to, step].some((value) => Math.abs(value) > FARTHEST)) return refused;
  const sign = signOf(condition, 'operator');
  const span = { '<': to - from, '<=': to - from + 1, '>': from - to, '>=': from - to + 1 }[sign];
  const isForwards = sign.startsWith('<');
  if (span === undefined || step > 0 !== isForwards) return refused;
  return { times: Math.max(0, Math.ceil(span / Math.abs(step))) };
};
