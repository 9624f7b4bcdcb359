import { z } from 'zod';

/** What a page that draws tells of its live inputs, every second while there are any. */
const state = z.enum(['opening', 'live', 'fault']);
export const cameraReportSchema = z.object({
  kind: z.literal('cameras'),
  /** Cameras and capture cards that this page sees, by name; null: it is not told their names. */
  devices: z.array(z.string().max(200)).max(100).nullable(),
  /** Those that a clip wants now, or wanted a moment ago. */
  inputs: z
    .array(
      z.object({
        input: z.string().max(80),
        device: z.string().max(200),
        state,
        /** Pixels and frames a second as they come; 0: nothing comes. */
        width: z.number().int().nonnegative(),
        height: z.number().int().nonnegative(),
        rate: z.number().nonnegative(),
        problem: z.object({ code: z.string(), message: z.string(), path: z.string() }).nullable(),
      }),
    )
    .max(100),
});
export type CameraReport = z.infer<typeof cameraReportSchema>;
export type LiveInputReport = CameraReport['inputs'][number];
