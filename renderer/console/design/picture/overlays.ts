import { z } from 'zod';
import { useKeptValue } from '../../kept.ts';

/** What lies over the elevation and what stands beside it, as this browser has it. */
const overlaysSchema = z.object({
  wireframe: z.boolean().catch(false),
  guides: z.boolean().catch(false),
  safe: z.boolean().catch(false),
  reach: z.boolean().catch(false),
  onion: z.enum(['off', 'frames', 'keys']).catch('off'),
  onionFrames: z.number().int().min(1).max(250).catch(5),
  output: z
    .string()
    .nullable()
    .catch(null)
    .describe('key of the output whose picture stands beside; null: none'),
});
export type Overlays = z.infer<typeof overlaysSchema>;
const NO_OVERLAYS: Overlays = {
  wireframe: false,
  guides: false,
  safe: false,
  reach: false,
  onion: 'off',
  onionFrames: 5,
  output: null,
};
export type OverlaysDesk = { overlays: Overlays; change: (fields: Partial<Overlays>) => void };

export const useOverlays = (): OverlaysDesk => {
  const [overlays, set] = useKeptValue('frise-overlays', overlaysSchema, NO_OVERLAYS);
  return { overlays, change: (fields) => set((now) => ({ ...now, ...fields })) };
};
