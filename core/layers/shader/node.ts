import { isPlainObject } from '../../show/plain.ts';

/** The parser's tree, read as what it is: objects with a type, whose parts are nodes, lists of nodes, or words. */
export type Node = Record<string, unknown> & { type: string };

export const isNode = (value: unknown): value is Node =>
  isPlainObject(value) && typeof value['type'] === 'string';

export const nodeIn = (node: Node | null, key: string): Node | null => {
  const value = node?.[key];
  return isNode(value) ? value : null;
};
export const nodesIn = (node: Node | null, key: string): Node[] => {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
};
export const textIn = (node: Node | null, key: string): string => {
  const value = node?.[key];
  return typeof value === 'string' ? value : '';
};

/** Everything that stands directly in a node. */
export const partsOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    isNode(value) ? [value] : Array.isArray(value) ? value.filter(isNode) : [],
  );

/** A node and all within. */
export const allOf = (node: Node): Node[] => {
  const all: Node[] = [];
  const take = (each: Node): void => {
    all.push(each);
    partsOf(each).forEach(take);
  };
  take(node);
  return all;
};

/** Its first line, from 1. */
export const lineOf = (node: Node): number => {
  const { location } = node;
  const start = isPlainObject(location) ? location['start'] : null;
  const line = isPlainObject(start) ? start['line'] : null;
  return typeof line === 'number' ? line : 1;
};
