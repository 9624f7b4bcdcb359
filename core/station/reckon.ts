import type { Shape } from './form.ts';

/**
 * What is typed into a number: a value with its unit ("1,5 m", "150 cm"), a sum ("1/3", "2*(4+1)"), what is to be done
 * with the value that stands there ("+5", "-=5", "*2", "/3"), or a share of it ("50%"). A sign alone in front is the
 * number's own but for "+", which nobody writes for a number: −5 is minus five.
 */
export type NumberShape = Extract<Shape, { kind: 'number' }>;
type Units = Readonly<Record<string, number>>;

/** What else may be written for a unit, as a factor to it. */
const ALIKE: Readonly<Record<string, Units>> = {
  m: { mm: 0.001, cm: 0.01, km: 1000 },
  s: { ms: 0.001, min: 60, h: 3600, f: 1 / 25 },
  ms: { s: 1000 },
  Hz: { kHz: 1000, bpm: 1 / 60 },
  '°': { deg: 1, tr: 360, turn: 360, rad: 180 / Math.PI },
};
const unitsOf = (unit: string | null): Units =>
  unit === null ? {} : { [unit]: 1, ...(Object.hasOwn(ALIKE, unit) ? ALIKE[unit] : {}) };

/** Of the greatest that there is, where the least is 0; else of the value that stands there. */
const percentOf = ({ min, max, unit }: NumberShape, before: number | null): number | null => {
  if (unit === '%') return 1;
  const whole = min === 0 && max !== null ? max : before;
  return whole === null ? null : whole / 100;
};

const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;
/** Nobody types more, and brackets go as deep. */
const LONGEST = 200;

/** A sum by the rules of arithmetic; not a number: it can't be read. */
const sumOf = (text: string, units: Units, percent: number | null): number => {
  let rest = text.trimStart();
  const take = (sign: string): boolean => {
    if (!rest.startsWith(sign)) return false;
    rest = rest.slice(sign.length).trimStart();
    return true;
  };
  const byLength = Object.keys(units).toSorted((a, b) => b.length - a.length);
  const unit = (): number => {
    if (take('%')) {
      return percent ?? NaN;
    }
    const found = byLength.find((each) => take(each));
    return found === undefined ? 1 : (units[found] ?? 1);
  };
  const factor = (): number => {
    if (take('-')) return -factor();
    if (take('+')) return factor();
    if (take('(')) {
      const inner = sum();
      return take(')') ? inner * unit() : NaN;
    }
    const [number] = NUMBER.exec(rest) ?? [];
    if (number === undefined) return NaN;
    take(number);
    return Number(number) * unit();
  };
  const product = (): number => {
    let value = factor();
    for (;;)
      if (take('*')) value *= factor();
      else if (take('/')) value /= factor();
      else return value;
  };
  const sum = (): number => {
    let value = product();
    for (;;)
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
  };
  const value = sum();
  return rest === '' ? value : NaN;
};

const RELATIVE = /^(?:([+\-*/])=|([+*/]))/;
const after = (sign: string, before: number, by: number): number => {
  if (sign === '+') return before + by;
  if (sign === '-') return before - by;
  return sign === '*' ? before * by : before / by;
};
/** Whether it says what is to be done with a value, and so nothing without one. */
export const isRelative = (text: string): boolean => RELATIVE.test(text.trim());

/** `before`: the value that stands there, null for none. null: it can't be read, or is no number at all. */
export const reckoned = (shape: NumberShape, text: string, before: number | null): number | null => {
  const plain = text
    .trim()
    .replaceAll('−', '-')
    .replaceAll('×', '*')
    .replaceAll(/(\d),(\d)/g, '$1.$2');
  const [head = '', assigned, bare] = RELATIVE.exec(plain) ?? [];
  const sign = assigned ?? bare;
  const units = unitsOf(shape.unit);
  if (plain.length > LONGEST) return null;
  if (sign === undefined) return tidied(sumOf(plain, units, percentOf(shape, before)));
  if (before === null) return null;
  // A factor has no unit, and a percentage to add is of the value: "+10%".
  const isFactor = sign === '*' || sign === '/';
  const percent = shape.unit === '%' && !isFactor ? 1 : isFactor ? 0.01 : before / 100;
  const by = sumOf(plain.slice(head.length), isFactor ? {} : units, percent);
  return tidied(after(sign, before, by));
};
/** Sums of binary fractions would fill a document with noise. */
const tidied = (value: number): number | null => (Number.isFinite(value) ? Number(value.toFixed(6)) : null);

/** What a pixel of a drag is worth: a hand's breadth goes through a range, or as far as a unit usually goes. */
const BY_UNIT: Readonly<Record<string, number>> = {
  m: 0.05,
  s: 0.02,
  '°': 0.5,
  '%': 0.5,
  Hz: 0.02,
  'm/s': 0.02,
  dB: 0.1,
  bpm: 0.5,
  px: 0.5,
};
export const dragStep = ({ min, max, isWhole, unit }: NumberShape, from: number): number => {
  const span = min !== null && max !== null ? max - min : Infinity;
  if (isWhole) return span <= 20 ? 0.1 : span <= 1000 ? 0.25 : 1;
  if (span <= 1) return 0.005;
  if (span <= 10) return 0.02;
  const known = unit === null || !Object.hasOwn(BY_UNIT, unit) ? undefined : BY_UNIT[unit];
  return known ?? 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(from))))) / 100;
};

/** The nearest that the field takes, without noise in its last places. */
export const fittedNumber = ({ min, max, isWhole }: NumberShape, value: number): number => {
  const inside = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value));
  return isWhole ? Math.round(inside) : Number(inside.toFixed(4));
};
