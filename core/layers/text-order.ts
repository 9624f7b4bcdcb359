import { hashed } from './hash.ts';
import type { TextOrder } from './text.ts';

/** Of `count` things, the step at which each moves; `steps` of them. */
export const textRanks = (
  count: number,
  order: TextOrder,
  seed: number,
): { ranks: number[]; steps: number } => {
  const ranks = Array.from({ length: count }, (_, i) => rankOf(i, count, order));
  if (order === 'random')
    ranks
      .map((_, i) => i)
      .sort((a, b) => hashed(a, seed) - hashed(b, seed))
      .forEach((thing, rank) => (ranks[thing] = rank));
  return { ranks, steps: Math.max(1, ...ranks.map((rank) => rank + 1)) };
};

const rankOf = (i: number, count: number, order: TextOrder): number => {
  const fromMiddle = Math.floor(Math.abs(i - (count - 1) / 2));
  switch (order) {
    case 'forwards':
    case 'random':
      return i;
    case 'backwards':
      return count - 1 - i;
    case 'centre-out':
      return fromMiddle;
    case 'edges-in':
      return Math.floor((count - 1) / 2) - fromMiddle;
    case 'together':
      return 0;
    default:
      return order satisfies never;
  }
};
