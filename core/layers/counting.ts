import { z } from 'zod';
import { eased } from '../playback/ease.ts';
import { clock, positive, share } from './fields.ts';

/** What a counter and a dial share: a value that travels between two ends, by time or by hand. */
const MOST = 1e12;
export const quantity = (value: number) => z.number().min(-MOST).max(MOST).default(value);
export const countingFields = {
  progress: share(1).describe('how far it has counted from `from` to `to`'),
  over: positive(0, 86_400).describe(
    'seconds after the clip’s start in which it counts; 0: `progress` alone',
  ),
  ease: z.enum(['linear', 'in', 'out', 'in-out', 'smooth', 'heavy']).default('smooth'),
  clock: clock().default('position'),
};
export const countingHints = {
  progress: { control: 'slider' },
  over: { unit: 's' },
  ease: { control: 'choice' },
  clock: { control: 'choice' },
} as const;

type Counting = { [K in keyof typeof countingFields]: z.infer<(typeof countingFields)[K]> };
type Times = { position: number; free: number };

/** 0–1: how far it has counted `ahead` seconds from now. */
export const counted = (p: Counting, times: Times, ahead = 0): number => {
  const t = (p.clock === 'free' ? times.free : times.position) + ahead;
  const way = p.over > 0 ? Math.min(1, Math.max(0, t / p.over)) : 1;
  return eased(p.ease, way) * p.progress;
};
