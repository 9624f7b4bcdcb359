import { z } from 'zod';
import { viewpointSchema } from './viewpoint.ts';

/**
 * The façade document: a vector elevation with named elements. Lengths in metres, x right, y up, origin at the
 * elevation's lower left corner. Depth in metres from the front plane, away from the public.
 */
export const surfaceSchema = z.enum(['stone', 'glass', 'sky', 'metal']);
export const facadeSchema = z.object({
  title: z.object({ fr: z.string(), en: z.string() }),
  width: z.number().positive(),
  height: z.number().positive(),
  viewpoints: z
    .array(viewpointSchema)
    .default([])
    .describe('from where people look at it; the first is the one of `--view public`'),
});
export const planeSchema = z.object({ name: z.string(), depth: z.number().min(0) });
export const elementSchema = z.object({
  name: z.object({ fr: z.string(), en: z.string() }),
  kind: z.string().describe('column, bay, arch, statue, cornice … : what it is; a group that clips can name'),
  groups: z.array(z.string()).default([]).describe('further groups, such as wing-left'),
  surface: surfaceSchema,
  plane: z.string().regex(/^plane:[a-z0-9-]+$/),
  outline: z.string().describe('closed SVG path data (M L H V C Q A Z, absolute) in metres, y up'),
  details: z.array(z.string()).default([]).describe('open SVG paths: mouldings, fluting, ribs'),
  axis: z
    .array(z.tuple([z.number(), z.number()]))
    .default([])
    .describe('polyline along which light runs (a cornice, a column’s height)'),
});
export type FacadeRecord = z.infer<typeof facadeSchema>;
export type PlaneRecord = z.infer<typeof planeSchema>;
export type ElementRecord = z.infer<typeof elementSchema>;
export const facadeRecordSchemas = {
  facade: facadeSchema,
  plane: planeSchema,
  element: elementSchema,
} as const;
export const FACADE_FORMAT = 'frise-facade';
export const FACADE_SCHEMA = 1;
/** `order`: `facade:x` → its elements, back to front. */
export type FacadeDocument = {
  format: 'frise-facade';
  schema: number;
  records: Record<string, unknown>;
  order: Record<string, string[]>;
};
