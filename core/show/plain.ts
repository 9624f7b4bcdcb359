/** Plain JSON objects. All build with `Object.fromEntries`, so that a key named `__proto__` stays a key. */

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const mapValues = (
  record: Record<string, unknown>,
  change: (value: unknown, key: string) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

/**
 * `raw` with what `parsed` (the same value through its schema) has more: defaults filled in, nothing taken away. What
 * lacks nothing stays the same object: a show of thousands of keys that is opened again is not copied.
 */
export const fillDefaults = (raw: unknown, parsed: unknown): unknown => {
  if (raw === undefined) return parsed;
  if (raw === parsed) return raw;
  if (Array.isArray(raw) && Array.isArray(parsed) && raw.length === parsed.length) {
    const filled = raw.map((item: unknown, index) => fillDefaults(item, parsed[index]));
    return filled.some((item, index) => item !== raw[index]) ? filled : raw;
  }
  if (!isPlainObject(raw) || !isPlainObject(parsed)) return raw;
  const added = Object.keys(parsed).flatMap((key): [string, unknown][] => {
    const filled = fillDefaults(own(raw, key), parsed[key]);
    return Object.hasOwn(raw, key) && filled === raw[key] ? [] : [[key, filled]];
  });
  return added.length === 0 ? raw : Object.fromEntries([...Object.entries(raw), ...added]);
};

const own = (record: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Dotted paths of keys that a schema does not know: a word mistyped would otherwise be ignored in silence. */
export const unknownKeys = (raw: unknown, parsed: unknown, path: string): string[] => {
  if (raw === parsed) return [];
  if (Array.isArray(raw) && Array.isArray(parsed))
    return raw.flatMap((item: unknown, index) => unknownKeys(item, parsed[index], `${path}.${index}`));
  if (!isPlainObject(raw) || !isPlainObject(parsed)) return [];
  return Object.keys(raw).flatMap((key) =>
    Object.hasOwn(parsed, key) ? unknownKeys(raw[key], parsed[key], `${path}.${key}`) : [`${path}.${key}`],
  );
};
