import { z } from 'zod';
import { lensSchema, worldSchema } from '../facade/viewpoint.ts';
import { analysisSchema } from '../sound/analysis/analysis.ts';
import { CANVAS_PATTERNS, GREY_PATTERN } from './pattern-names.ts';

/**
 * What `frise render` asks of its page, and what comes back. The page fetches the job, draws, and posts: `/frame` raw
 * RGBA (top row first) of a still, `/film` the finished file, `/progress` after each of its frames, `/done` the report
 * that ends it.
 */
/** These show the outputs' regions, and so need a rig even on the canvas. */
export const needsRig = (pattern: string | null | undefined): boolean => pattern === 'overlap';
export const patternSchema = z.union([z.enum(CANVAS_PATTERNS), z.string().regex(GREY_PATTERN)]);
export const jobSchema = z.object({
  /** The documents' texts; the page opens them as the host does. */
  show: z.string(),
  facade: z.string(),
  rig: z.string().nullable(),
  /** Of the sounds that clips follow, by media id. */
  analyses: z.record(z.string(), analysisSchema),
  /** Output's name, or null: the canvas. */
  output: z.string().nullable(),
  /** From the public's place, or null: the canvas or the output. What is null in it is the façade's own. */
  view: z
    .object({
      viewpoint: z.string().nullable(),
      eye: worldSchema.nullable(),
      target: worldSchema.nullable(),
      lens: lensSchema.nullable(),
    })
    .nullable(),
  width: z.number().int().min(1).max(8192).nullable(),
  height: z.number().int().min(1).max(8192).nullable(),
  language: z.enum(['fr', 'en']).nullable(),
  /** Of core/render/variant.ts; null: the show as it stands. */
  variant: z.string().nullable(),
  pattern: patternSchema.nullable(),
  still: z.object({ at: z.number().min(0) }).nullable(),
  film: z
    .object({
      from: z.number().min(0),
      to: z.number(),
      fps: z.number().positive(),
      mute: z.boolean(),
      /** png: numbered pictures, each posted to `/frame` before the next is drawn. */
      container: z.enum(['webm', 'mp4', 'png']),
    })
    .nullable(),
});
export type RenderJob = z.infer<typeof jobSchema>;
export type PublicView = NonNullable<RenderJob['view']>;
export const progressSchema = z.object({ done: z.number(), total: z.number() });
export const doneSchema = z.object({
  problems: z.array(z.object({ code: z.string(), message: z.string(), path: z.string() })),
  width: z.number(),
  height: z.number(),
  frames: z.number(),
  error: z.string().nullable(),
});
export type RenderDone = z.infer<typeof doneSchema>;
