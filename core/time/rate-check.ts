import { rates, type Code, type TimecodeRate } from './smpte.ts';

/**
 * Which rate a code really has, against the one that is set. What is certain says most: the drop flag, and the last
 * frame number of a second. Whether it runs at 1000/1001 only its tempo tells, and only while that is steady.
 */
export type RateSeen = {
  code: Code;
  isDrop: boolean;
  /** Seconds that a frame lasted; null: the source can't say. */
  lasted: number | null;
  isReverse: boolean;
};
export type RateCheck = {
  last: Code | null;
  nominal: number | null;
  isDrop: boolean;
  tempo: readonly number[];
};
export const noRateCheck: RateCheck = { last: null, nominal: null, isDrop: false, tempo: [] };

/** Frames whose length is averaged; how near it must come to a rate, of a difference of 1/1001. */
const FRAMES = 100;
const NEAR = 300e-6;

export const checkRate = (before: RateCheck, { code, isDrop, lasted, isReverse }: RateSeen): RateCheck => {
  const { last } = before;
  const [a, b] = isReverse ? [code, last] : [last, code];
  const isNext = a !== null && b !== null && b.seconds === (a.seconds + 1) % 60 && b.frames <= 2;
  const counted = isNext && [24, 25, 30].includes(a.frames + 1) ? a.frames + 1 : before.nominal;
  return {
    last: code,
    nominal: isDrop ? 30 : counted,
    isDrop,
    tempo: lasted === null ? [] : [...before.tempo, lasted].slice(-FRAMES),
  };
};

/** null: not known yet. */
export const rateHeard = ({ nominal, isDrop, tempo }: RateCheck, set: TimecodeRate): TimecodeRate | null => {
  if (isDrop) return '29.97df';
  if (nominal === null) return null;
  if (nominal === 25) return '25';
  const [whole, fraction] = nominal === 24 ? (['24', '23.976'] as const) : (['30', '29.97'] as const);
  const meant = set === fraction ? fraction : whole;
  if (tempo.length < FRAMES) return meant;
  const perSecond = tempo.length / tempo.reduce((sum, each) => sum + each, 0);
  const isAt = (rate: TimecodeRate) => Math.abs(perSecond / rates[rate].perSecond - 1) < NEAR;
  return isAt(whole) ? whole : isAt(fraction) ? fraction : meant;
};
