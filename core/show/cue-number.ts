/**
 * Cue numbers are decimals as text, never floats: "1.10" and "1.1" are one number, "1.09" comes before "1.1".
 */

/** "007.50" → "7.5", "3.0" → "3". Text that is no decimal is given back as it is. */
export const normaliseCueNumber = (number: string): string => {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(number.trim());
  if (!match) return number;
  const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Negative, 0 or positive as for `Array.sort`; exact for any number of digits. */
export const compareCueNumbers = (a: string, b: string): number => {
  const [wholeA = '', fractionA = ''] = normaliseCueNumber(a).split('.');
  const [wholeB = '', fractionB = ''] = normaliseCueNumber(b).split('.');
  return wholeA.length - wholeB.length || compareText(wholeA, wholeB) || compareText(fractionA, fractionB);
};

/** Digits behind the point that a cue number may have. */
const MOST_DIGITS = 4;

/**
 * A number for a cue put between two: the shortest decimal in the middle, "12" and "13" → "12.5", "12.5" and "12.6" →
 * "12.55". `before` null: in front of the first; `after` null: the next whole number. null: there is no room.
 */
export const cueNumberBetween = (before: string | null, after: string | null): string | null => {
  if (after === null) return before === null ? '1' : String(BigInt(wholeOf(before)) + 1n);
  const low = before === null ? '0' : before;
  for (let digits = 0; digits <= MOST_DIGITS; digits += 1) {
    const from = scaledTo(low, digits);
    const to = scaledTo(after, digits);
    if (to - from >= 2n) return unscaled((from + to) / 2n, digits);
  }
  return null;
};

const wholeOf = (number: string): string => normaliseCueNumber(number).split('.')[0] ?? '0';
/** Cut off behind so many digits: `low` is rounded down and `after` too, so the middle lies between them all the same. */
const scaledTo = (number: string, digits: number): bigint => {
  const [whole = '0', fraction = ''] = normaliseCueNumber(number).split('.');
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
};
const unscaled = (value: bigint, digits: number): string => {
  const text = String(value).padStart(digits + 1, '0');
  const at = text.length - digits;
  return normaliseCueNumber(digits === 0 ? text : `${text.slice(0, at)}.${text.slice(at)}`);
};
