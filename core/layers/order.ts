import type { FacadeOrder } from './facade-light.ts';
import { hashed } from './hash.ts';

/** One thing that lights up: where it is, which line it lies on, and how far along that line (0–1). */
export type Lit = { x: number; y: number; line: number; along: number };

/**
 * Rank 0–1 of each thing in an order: the share of `progress` at which it lights.
 * `along`: line after line; `together`: every line by its own length.
 */
export const ranks = (things: readonly Lit[], order: FacadeOrder, seed: number): Float32Array => {
  const key = keyOf(things, order, seed);
  const values = things.map(key);
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const span = high - low;
  return Float32Array.from(values, (value) => (span > 0 ? (value - low) / span : 0));
};

const keyOf = (things: readonly Lit[], order: FacadeOrder, seed: number) => {
  const middle = (): number => {
    const xs = things.map((thing) => thing.x);
    return (
      (xs.reduce((a, b) => Math.min(a, b), Infinity) + xs.reduce((a, b) => Math.max(a, b), -Infinity)) / 2
    );
  };
  switch (order) {
    case 'along':
      return (thing: Lit) => thing.line + thing.along;
    case 'together':
      return (thing: Lit) => thing.along;
    case 'left-right':
      return (thing: Lit) => thing.x;
    case 'right-left':
      return (thing: Lit) => -thing.x;
    case 'up':
      return (thing: Lit) => thing.y;
    case 'down':
      return (thing: Lit) => -thing.y;
    case 'random':
      return (_thing: Lit, index: number) => hashed(index, seed);
    case 'centre-out': {
      const centre = middle();
      return (thing: Lit) => Math.abs(thing.x - centre);
    }
    default:
      return order satisfies never;
  }
};
