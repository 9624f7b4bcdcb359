import { isPlainObject } from '../plain.ts';
import { stableText } from '../serialise.ts';

/** Three-way merge of plain JSON: what `theirs` changed over `base`, put into `ours`; where both did, `ours` stays. */
export type Merged = {
  value: unknown;
  /** Dotted paths that both sides changed, each in its own way; '' for the value as a whole. */
  conflicts: string[];
};

const isSame = (a: unknown, b: unknown): boolean => a === b || stableText(a) === stableText(b);
const own = (record: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const mergeValue = (base: unknown, theirs: unknown, ours: unknown, path = ''): Merged => {
  if (isSame(base, theirs) || isSame(theirs, ours)) return { value: ours, conflicts: [] };
  if (isSame(base, ours)) return { value: theirs, conflicts: [] };
  if (!isPlainObject(base) || !isPlainObject(theirs) || !isPlainObject(ours))
    return { value: ours, conflicts: [path] };
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs), ...Object.keys(base)])];
  const fields = keys.map((key) => {
    const inner = path === '' ? key : `${path}.${key}`;
    return { key, ...mergeValue(own(base, key), own(theirs, key), own(ours, key), inner) };
  });
  const kept = fields.flatMap(({ key, value }): [string, unknown][] =>
    value === undefined ? [] : [[key, value]],
  );
  return { value: Object.fromEntries(kept), conflicts: fields.flatMap(({ conflicts }) => conflicts) };
};

/**
 * The same for an ordered list of ids: `ours` without what `theirs` took out, with what it added behind the neighbour
 * that it has there. Where both only sorted anew, `ours` stays.
 */
export const mergeOrder = (
  base: readonly string[],
  theirs: readonly string[],
  ours: readonly string[],
  /** Stays in `ours` though `theirs` took it out: a record that the draft has changed. */
  isKept: (id: string) => boolean = () => false,
): string[] => {
  if (isSame(base, theirs)) return [...ours];
  if (isSame(base, ours) && !ours.some(isKept)) return [...theirs];
  const had = new Set(base);
  const has = new Set(theirs);
  const merged = ours.filter((id) => has.has(id) || !had.has(id) || isKept(id));
  theirs.forEach((id, index) => {
    if (had.has(id) || merged.includes(id)) return;
    const before = theirs.slice(0, index).findLast((each) => merged.includes(each));
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
  });
  return merged;
};
