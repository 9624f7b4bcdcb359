import fc from 'fast-check';
import { z } from 'zod';

/**
 * Values by a zod schema, and values near it: grammar-based fuzz of the verbs. What a JSON Schema cannot say (a
 * refinement) is met by chance alone, which is well: a refusal is an answer too.
 */
type Node = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Node[];
  oneOf?: Node[];
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: Node | boolean;
  items?: Node;
  prefixItems?: Node[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
};

const NAMES = ['left', 'right', 'main', 'flash', 'red', 'osc', 'all', 'nobody'];
const TEXTS = ['1', '2', '10', '12.5', '', '$1', '/frise/go', '../../etc/passwd', '__proto__', 'é😀\u0000', 'a'.repeat(300)]; // prettier-ignore

const textOf = (node: Node): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom(...NAMES),
    fc.constantFrom(...TEXTS),
    node.pattern ? patterned(node.pattern) : fc.string(),
  );
const patterned = (pattern: string): fc.Arbitrary<string> => {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return fc.string(); // a pattern that the generator cannot read
  }
};
const numberOf = ({ minimum = -10, maximum = 1e6 }: Node, isWhole: boolean): fc.Arbitrary<unknown> => {
  const [min, max] = [Math.max(minimum, -1e9), Math.min(maximum, 1e9)];
  return isWhole
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true });
};
const objectOf = ({ properties = {}, required = [], additionalProperties }: Node): fc.Arbitrary<unknown> => {
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, node]) => [key, valueOf(node)])),
    { requiredKeys: required.filter((key) => key in properties) },
  );
  if (typeof additionalProperties !== 'object') return known;
  const free = fc.dictionary(
    fc.constantFrom('clip:red', 'cue:one', 'output:left', 'station:main', '__proto__', 'x'),
    valueOf(additionalProperties),
    { maxKeys: 2 },
  );
  return fc.tuple(known, free).map(([own, more]) => ({ ...more, ...own }));
};

const valueOf = (node: Node): fc.Arbitrary<unknown> => {
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum) return fc.constantFrom(...node.enum);
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return fc.oneof(...choices.map(valueOf));
  switch (node.type) {
    case 'string':
      return textOf(node);
    case 'number':
      return numberOf(node, false);
    case 'integer':
      return numberOf(node, true);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return node.prefixItems
        ? fc.tuple(...node.prefixItems.map(valueOf))
        : fc.array(valueOf(node.items ?? {}), { maxLength: 3 });
    case 'object':
      return objectOf(node);
    case undefined:
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
};

/** Mostly what the schema takes, sometimes anything. */
export const arbitraryOf = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const node = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;
  return fc.oneof(
    { weight: 9, arbitrary: valueOf(node) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
};
