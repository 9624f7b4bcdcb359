import { z } from 'zod';

/** What the sound page tells of its live input: levels at most 30 times a second, an onset at once. */
const level = z.number().min(0).max(1);
export const soundInputReportSchema = z.object({
  kind: z.literal('sound-input'),
  /** silent: the device runs and nothing comes in; fault: there is no device, or it is not allowed. */
  state: z.enum(['off', 'listening', 'silent', 'fault']),
  /** Its name as the system shows it. */
  device: z.string().max(200).nullable(),
  /** 0 is −60 dBFS, 1 is 0 dBFS. */
  level,
  /** The same of each band: low, mid, high. */
  bands: z.array(level).max(8),
  /** Show clock of an onset that this report is sent for, and its strength as a level; null: levels alone. */
  onset: z.object({ at: z.number(), level }).nullable(),
  /** Why it is a fault. */
  problem: z.object({ code: z.string(), message: z.string(), path: z.string() }).nullable(),
});
export type SoundInputReport = z.infer<typeof soundInputReportSchema>;
/** Names of `bands`, as triggers write them: `/band/low`. */
export const BAND_NAMES = ['low', 'mid', 'high'] as const;
