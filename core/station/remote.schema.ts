import { z } from 'zod';

/** How this machine is reached over the network: the record `lan:main`. */
export const lanSchema = z.object({
  https: z
    .boolean()
    .default(false)
    .describe('whether the network is served over HTTPS with a certificate of this station’s own'),
  names: z
    .array(z.string().regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/))
    .max(20)
    .default([])
    .describe('further host names under which this machine is reached, in lower case'),
});
export type LanRecord = z.infer<typeof lanSchema>;

export const remoteRecordSchemas = { lan: lanSchema } as const;
