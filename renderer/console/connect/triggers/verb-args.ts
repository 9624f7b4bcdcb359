import { isVerb, verbs, type Verb } from '../../../../core/control/verbs.ts';
import { fieldsOf, type Field } from '../../../../core/station/form.ts';
import { blankOf } from '../../../../core/station/form-blank.ts';
import type { TriggerValue } from '../../../../core/control/osc/trigger.args.ts';

/** Which verbs a trigger may use, what each asks for, and where a message can give it. */
const table: Readonly<Record<string, Verb>> = verbs;
export const triggerVerbs = (): string[] =>
  Object.entries(table)
    .filter(([, verb]) => verb.stable && verb.effect !== 'read')
    .map(([name]) => name);

export const fieldsOfVerb = (verb: string): readonly Field[] =>
  isVerb(verb) ? fieldsOf(verbs[verb].in) : [];

/** `{cue}` in an address → `cue`. */
export const partsOf = (address: string): string[] =>
  [...address.matchAll(/\/\{([A-Za-z][A-Za-z0-9]*)\}/g)].map(([, name = '']) => name);

/** What an argument begins with: a part of the address of the same name, the first argument of a level, else fixed. */
const firstValue = (field: Field, address: string | null): TriggerValue => {
  const { key } = field;
  const blank = blankOf(field.shape);
  const fixed = typeof blank === 'number' || typeof blank === 'boolean' ? blank : '';
  if (address === null) return fixed;
  if (partsOf(address).includes(key)) return `$${key}`;
  if (['level', 'value', 'on', 'armed', 'position'].includes(key)) return '$1';
  return fixed;
};
/** The arguments that a verb can't do without. */
export const firstArgs = (verb: string, address: string | null): Record<string, TriggerValue> =>
  Object.fromEntries(
    fieldsOfVerb(verb)
      .filter(({ isRequired }) => isRequired)
      .map((field) => [field.key, firstValue(field, address)]),
  );
