import { wholeOf, type Constants } from './loops.ts';
import { allOf, nodeIn, nodesIn, textIn, type Node } from './node.ts';

/**
 * How many values a name stands for: an array's places, a struct's members. `b = a` is two words and moves them all.
 * `each`: one place of an array. Of a name that is used several times the largest counts.
 */
export type Places = (name: string) => { whole: number; each: number };

/** Of one array; one without a written size may have as many. */
export const MOST_PLACES = 256;
const one = { whole: 1, each: 1 };

export const placesOf = (program: readonly Node[], constants: Constants): Places => {
  const names = new Map<string, { whole: number; each: number }>();
  const structs = new Map<string, number>();
  const timesOf = (node: Node | null): number =>
    nodesIn(node, 'quantifier').reduce(
      (times, each) => times * (wholeOf(nodeIn(each, 'expression'), constants) ?? MOST_PLACES),
      1,
    );
  const sizeOf = (specifier: Node | null): number => {
    const type = nodeIn(specifier, 'specifier');
    return type?.type === 'struct' ? ofStruct(type) : (structs.get(textIn(type, 'identifier')) ?? 1);
  };
  const ofStruct = (struct: Node): number => {
    const members = nodesIn(struct, 'declarations').map((each) => nodeIn(each, 'declaration'));
    const size = members.reduce((sum, member) => {
      const specifier = nodeIn(nodeIn(member, 'specified_type'), 'specifier');
      const times = nodesIn(member, 'declarations').reduce((all, each) => all + timesOf(each), 0);
      return sum + sizeOf(specifier) * timesOf(specifier) * times;
    }, 0);
    structs.set(textIn(nodeIn(struct, 'typeName'), 'identifier'), size);
    return size;
  };
  const note = (declared: Node, specifier: Node | null): void => {
    const name = textIn(nodeIn(declared, 'identifier'), 'identifier');
    const each = sizeOf(specifier);
    const whole = each * timesOf(specifier) * timesOf(declared);
    const known = names.get(name) ?? one;
    names.set(name, { whole: Math.max(known.whole, whole), each: Math.max(known.each, each) });
  };
  for (const node of program.flatMap(allOf)) {
    if (node.type === 'parameter_declaration') note(node, nodeIn(node, 'specifier'));
    if (node.type !== 'declarator_list') continue;
    const specifier = nodeIn(nodeIn(node, 'specified_type'), 'specifier');
    sizeOf(specifier); // a struct may be declared and nothing of it
    for (const each of nodesIn(node, 'declarations')) note(each, specifier);
  }
  return (name) => names.get(name) ?? one;
};
