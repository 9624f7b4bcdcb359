import { z } from 'zod';

/** The sound device and the live input of this station. */
const device = () =>
  z
    .string()
    .max(200)
    .default('')
    .describe('name of the device as the system shows it; empty: the default one');

/** `sound:main`. */
export const soundStationSchema = z.object({
  device: device(),
  channels: z
    .number()
    .int()
    .min(0)
    .max(32)
    .default(0)
    .describe('outputs to open; 0: as many as the device has'),
  masterDb: z.number().min(-60).max(12).default(0).describe('level of all sound, dB'),
  ceilingDb: z.number().min(-24).max(0).default(-1).describe('the limiter lets nothing above it, dBFS'),
  latencyMs: z
    .number()
    .min(-500)
    .max(500)
    .default(0)
    .describe('trim, ms: so much later than the picture sound is heard; negative: sooner'),
});
export type SoundStation = z.infer<typeof soundStationSchema>;

/** `sound-input:main`. */
export const soundInputSchema = z.object({
  on: z.boolean().default(false).describe('whether live sound is listened to'),
  device: device(),
  gainDb: z.number().min(-40).max(40).default(0).describe('gain before everything else, dB'),
  band: z
    .enum(['all', 'low', 'mid', 'high'])
    .default('low')
    .describe('where onsets are looked for: all, below 200 Hz, 200–2000 Hz, above 2000 Hz'),
  thresholdDb: z
    .number()
    .min(-80)
    .max(0)
    .default(-40)
    .describe('an onset must be louder than this in its band, dBFS'),
  riseDb: z
    .number()
    .min(1)
    .max(40)
    .default(6)
    .describe('an onset must rise so far above the last quarter of a second, dB'),
  holdOffMs: z.number().min(20).max(5000).default(120).describe('no second onset within so many ms'),
  silenceDb: z
    .number()
    .min(-120)
    .max(-40)
    .default(-80)
    .describe('below it there is no signal: the cable is out, dBFS'),
});
export type SoundInputStation = z.infer<typeof soundInputSchema>;

export const soundRecordSchemas = { sound: soundStationSchema, 'sound-input': soundInputSchema } as const;
