import { z } from 'zod';
import { analysisSchema } from './analysis.ts';

/** What `frise analyse` asks of its page, and what comes back: one answer a file, by the media's name. */
export const analyseJobSchema = z.object({
  files: z.array(z.object({ name: z.string(), hash: z.string() })),
});
export type AnalyseJob = z.infer<typeof analyseJobSchema>;
export const analyseAnswerSchema = z.record(
  z.string(),
  z.union([
    z.object({ ok: z.literal(true), analysis: analysisSchema }),
    z.object({ ok: z.literal(false), why: z.string() }),
  ]),
);
export type AnalyseAnswer = z.infer<typeof analyseAnswerSchema>;
