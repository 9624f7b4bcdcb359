import { z } from 'zod';

/** What the pre-flight asks for on this station: `preflight:main`. */
export const preflightSchema = z.object({
  desk: z
    .string()
    .max(80)
    .default('osc')
    .describe('id or kind of the input that must have been heard; empty: no desk is set up'),
  deskSeconds: z.number().positive().max(86_400).default(300).describe('s since its last message at most'),
  frameSeconds: z.number().min(1).max(60).default(10).describe('s for which outputs are watched'),
  lateFrames: z.number().int().min(0).default(0).describe('late frames in that time that still pass'),
  soundLevel: z.boolean().default(false).describe('whether a level must be heard at the sound device'),
  diskGb: z.number().min(0).default(5).describe('GB that must be free in the station’s folder'),
  memoryMb: z.number().min(0).default(1024).describe('MB of memory that must be free'),
  showMachine: z
    .boolean()
    .default(true)
    .describe('false: a laptop for rehearsal, where software rendering and windows only warn'),
  follower: z
    .string()
    .max(200)
    .default('')
    .describe('address of the spare host, http://192.168.1.21:8090; empty: none is set up'),
});
export type PreflightSettings = z.infer<typeof preflightSchema>;
export const safetyRecordSchemas = { preflight: preflightSchema } as const;
