import { isPlainObject } from './plain.ts';
import { colourSchema } from './show.schema.ts';
import type { ShowDocument } from './show.schema.ts';

/** The colours that a show's clips have, in parameters, effects and keys: the commonest first, and only so many. */
const MOST = 32;
const found = new WeakMap<object, readonly string[]>();

export const coloursOf = ({ records }: Pick<ShowDocument, 'records'>): readonly string[] => {
  const known = found.get(records);
  if (known) return known;
  const counts = new Map<string, number>();
  const see = (value: unknown): void => {
    if (typeof value === 'string') {
      const colour = value.startsWith('#') ? colourSchema.safeParse(value).data?.toLowerCase() : undefined;
      if (colour !== undefined) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(see);
  };
  for (const [id, record] of Object.entries(records)) {
    if (!id.startsWith('clip:') || !isPlainObject(record)) continue;
    // Not its own `colour`: that is the board's.
    for (const part of ['parameters', 'effects', 'keyframes']) see(record[part]);
  }
  const colours = [...counts]
    .sort(([a, times], [b, others]) => others - times || a.localeCompare(b))
    .slice(0, MOST)
    .map(([colour]) => colour);
  found.set(records, colours);
  return colours;
};
