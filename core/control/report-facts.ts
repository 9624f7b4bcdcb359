import { z } from 'zod';

/** What only a page or the shell can tell of its machine, as part of its report. */
export const pageFactsSchema = z.object({
  /** Device pixels of its canvas. */
  width: z.number(),
  height: z.number(),
  /** devicePixelRatio: 1 where the picture is shown pixel by pixel. */
  scale: z.number(),
  renderer: z.string().max(300),
  maxTexture: z.number().int(),
  /** The display is in high dynamic range at this moment. */
  hdr: z.boolean(),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

export const shellMachineSchema = z.object({
  /** Sleep and screensaver are held off by this application. */
  blocksSleep: z.boolean(),
  /** Chromium's own words, `enabled`, `disabled_software`; empty: it did not say. */
  compositing: z.string().max(80),
  /** `NVIDIA RTX A4000 (driver 551.23)`, as far as the system says. */
  gpus: z.array(z.string().max(200)).max(8),
});
export type ShellMachine = z.infer<typeof shellMachineSchema>;

/** What came of trying a file; `why` empty: it decodes. */
export const mediaReportSchema = z.object({
  kind: z.literal('media'),
  ask: z.string().max(80),
  results: z.array(z.object({ id: z.string().max(120), why: z.string().max(500) })).max(2000),
});
