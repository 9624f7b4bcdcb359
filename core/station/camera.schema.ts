import { z } from 'zod';
import { inputName } from '../layers/live.ts';

/**
 * `camera:<name>`: which device of this machine a show's live input is. A show names inputs and never devices; what no
 * record names is never opened.
 */
export const cameraSchema = z.object({
  input: inputName().describe('the live input, by the name that the show’s clips give it'),
  device: z
    .string()
    .max(200)
    .default('')
    .describe('name of the camera or capture card as the system shows it; empty: none, nothing is opened'),
  width: z.number().int().min(0).max(8192).default(0).describe('asked for, pixels; 0: what the device likes'),
  height: z
    .number()
    .int()
    .min(0)
    .max(8192)
    .default(0)
    .describe('asked for, pixels; 0: what the device likes'),
  rate: z
    .number()
    .min(0)
    .max(240)
    .default(0)
    .describe('frames a second asked for, Hz; 0: what the device likes'),
});
export type CameraStation = z.infer<typeof cameraSchema>;
export const cameraRecordSchemas = { camera: cameraSchema } as const;
