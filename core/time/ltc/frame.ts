import { isCode, type Code } from '../smpte.ts';

/**
 * The 80 bits of an LTC frame (SMPTE 12M-1): BCD digits, low bit first, with user bits between them, then the sync word.
 * Bits are given as 0 and 1 in the order in which they are on the tape.
 */
export const BITS = 80;
/** Bits 64–79, as they come forwards. */
export const SYNC = [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1] as const;
const DROP_BIT = 10;
/** Where the bit stands that evens out the polarity; 25 frames a second have it elsewhere. */
const polarityBit = (nominal: number): number => (nominal === 25 ? 59 : 27);

type Field = keyof Code;
/** first bit, length, weight. */
const digits: readonly (readonly [Field, number, number, number])[] = [
  ['frames', 0, 4, 1],
  ['frames', 8, 2, 10],
  ['seconds', 16, 4, 1],
  ['seconds', 24, 3, 10],
  ['minutes', 32, 4, 1],
  ['minutes', 40, 3, 10],
  ['hours', 48, 4, 1],
  ['hours', 56, 2, 10],
];

export type LtcWord = { code: Code; isDrop: boolean };

/** null: a digit is above 9, or the time is none of any rate. */
export const readWord = (bits: ArrayLike<number>): LtcWord | null => {
  const code: Code = { hours: 0, minutes: 0, seconds: 0, frames: 0 };
  for (const [field, first, length, weight] of digits) {
    let digit = 0;
    for (let bit = 0; bit < length; bit += 1) digit += (bits[first + bit] ?? 0) << bit;
    if (digit > 9) return null;
    code[field] += digit * weight;
  }
  return isCode(code, '30') ? { code, isDrop: bits[DROP_BIT] === 1 } : null;
};

/** With the polarity bit set so that every frame begins with the same level. */
export const writeWord = (
  code: Code,
  { nominal, isDrop }: { nominal: number; isDrop: boolean },
): number[] => {
  const bits = Array.from({ length: BITS }, () => 0);
  for (const [field, first, length, weight] of digits) {
    const digit = Math.floor(code[field] / weight) % 10;
    for (let bit = 0; bit < length; bit += 1) bits[first + bit] = (digit >> bit) & 1;
  }
  bits[DROP_BIT] = isDrop ? 1 : 0;
  SYNC.forEach((bit, index) => (bits[64 + index] = bit));
  const zeros = bits.filter((bit) => bit === 0).length;
  bits[polarityBit(nominal)] = zeros % 2;
  return bits;
};
