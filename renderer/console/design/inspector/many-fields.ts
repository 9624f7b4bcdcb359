import { fittedNumber, isRelative, reckoned, type NumberShape } from '../../../../core/station/reckon.ts';
import { stableText } from '../../../../core/show/serialise.ts';
import { clipSchema } from '../../../../core/show/show.schema.ts';
import { fieldsIn, type Fields } from './clip-fields.ts';

/** Several clips as one form: what they share, and what a change of it makes of each. Pure. */
export const manySchema = clipSchema.pick({
  fadeIn: true,
  fadeOut: true,
  opacity: true,
  blend: true,
  muted: true,
});
const OWN = Object.keys(manySchema.shape);

const sharedOf = (all: readonly Fields[], keys: readonly string[]): Fields => {
  const [first = {}, ...rest] = all;
  const isShared = (key: string): boolean => {
    const text = stableText(first[key]);
    return rest.every((each) => each[key] === first[key] || stableText(each[key]) === text);
  };
  return Object.fromEntries(
    keys.filter((key) => first[key] !== undefined && isShared(key)).map((key) => [key, first[key]]),
  );
};
const parametersOf = (fields: Fields): Fields => fieldsIn(fields['parameters']);

/** What all of them say; what differs is left out. */
export const commonFields = (records: readonly Fields[], params: readonly string[]): Fields => ({
  ...sharedOf(records, OWN),
  parameters: sharedOf(records.map(parametersOf), params),
});

/** By name: what a number takes, so that "+5" can be told from a text. */
export type Numbers = Readonly<Record<string, NumberShape>>;
/** `own` after the form went from `before` to `after`: what was touched, reckoned from its own value where it is relative. */
const applied = (own: Fields, before: Fields, after: Fields, numbers: Numbers): Fields => {
  const made: Fields = { ...own };
  for (const [key, value] of Object.entries(after)) {
    if (stableText(value) === stableText(before[key])) continue;
    const shape = Object.hasOwn(numbers, key) ? numbers[key] : undefined;
    const from = own[key];
    const isEachOwn = shape && typeof value === 'string' && isRelative(value);
    const to = isEachOwn ? reckoned(shape, value, typeof from === 'number' ? from : null) : null;
    // Each as far as it may.
    made[key] = shape && to !== null ? fittedNumber(shape, to) : value;
  }
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) delete made[key];
  return made;
};

export const appliedTo = (record: Fields, before: Fields, after: Fields, numbers: Numbers): Fields => {
  const { parameters: _, ...own } = after;
  const { parameters: __, ...first } = before;
  return {
    ...applied(record, first, own, numbers),
    parameters: applied(parametersOf(record), parametersOf(before), parametersOf(after), numbers),
  };
};
