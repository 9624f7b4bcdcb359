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
