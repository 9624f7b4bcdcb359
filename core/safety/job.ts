import { z } from 'zod';
import { jobSchema } from '../render/job.ts';

/** What `frise flashes` asks of its page, and what comes back. */
export const safetyJobSchema = jobSchema
  .pick({ show: true, facade: true, analyses: true, variant: true })
  .extend({
    from: z.number().min(0),
    /** null: the end of the main timeline. */
    to: z.number().nullable(),
    fps: z.number().positive(),
    /** Pixels a metre, whole. */
    density: z.number().int().positive(),
    /** Of the nearest spectator, metres. */
    distance: z.number().positive(),
    /** Cues without a place are repeated on top as fast as they can be. */
    stings: z.boolean(),
  });
export type SafetyJob = z.infer<typeof safetyJobSchema>;

const worstSchema = z.object({ flashes: z.number(), at: z.number(), x: z.number(), y: z.number() });
const reportSchema = z.object({ general: worstSchema, red: worstSchema });
export const safetyAnswerSchema = z.object({
  main: reportSchema,
  /** `every`: seconds between two firings; `over`: position of main below them. */
  stings: z.array(z.object({ cue: z.string(), every: z.number(), over: z.number(), report: reportSchema })),
  /** What flashes, and the average picture level, by section, of the whole canvas in linear light, 0–1. */
  levels: z.array(
    z.object({
      cue: z.string(),
      from: z.number(),
      mean: z.number(),
      most: z.number(),
      report: reportSchema,
    }),
  ),
  /** Of frameAt and the stage together, one output, by frames after the first; the most of each count. */
  cost: z.object({
    median: z.number(),
    p99: z.number(),
    drawCalls: z.number(),
    passes: z.number(),
    layers: z.number(),
    textures: z.number(),
    textureBytes: z.number(),
    geometryBytes: z.number(),
  }),
});
export type SafetyAnswer = z.infer<typeof safetyAnswerSchema>;
