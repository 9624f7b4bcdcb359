/**
 * Whether something that costs must be made anew: values are kept and compared, strings by what they hold, lists by their
 * items. Asked of every layer in every frame, so that nothing is written down for it.
 */
export const createNews = (): ((...values: unknown[]) => boolean) => {
  let last: unknown[] | null = null;
  return (...values) => {
    if (last !== null && isSame(last, values)) return false;
    last = values;
    return true;
  };
};

const isSame = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  return JSON.stringify(a) === JSON.stringify(b);
};
