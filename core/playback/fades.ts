import type { CompiledClip } from '../show/compiled.ts';
import { valueAt } from './ease.ts';

/** Fade in and out of a clip at a time from its start, 0–1. */
export const fadeOf = (
  { fades, fadeIn, fadeOut, duration }: Pick<CompiledClip, 'fades' | 'fadeIn' | 'fadeOut' | 'duration'>,
  at: number,
): number => {
  if (fades) return Number(valueAt(fades, at) ?? 0);
  const rising = fadeIn > 0 ? at / fadeIn : 1;
  const falling = fadeOut > 0 ? (duration - at) / fadeOut : 1;
  return Math.max(0, Math.min(1, rising, falling));
};
