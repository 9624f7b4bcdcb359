import { z } from 'zod';
import { blendSchema, colourSchema, maskSchema } from './light.schema.ts';
import { calibrationSchema, modelSchema, wallMeshSchema, warpSchema } from './warp.schema.ts';

/**
 * The rig document: what a technician edits. It stays with the venue. Canvas lengths in metres, output lengths in
 * projector pixels with the origin at the picture's upper left corner, x right, y down.
 */
export const outputSchema = z.object({
  name: z.string(),
  width: z.number().int().min(16).max(16_384),
  height: z.number().int().min(16).max(16_384),
  refresh: z.number().positive().max(480).default(60).describe('Hz'),
  display: z
    .object({
      label: z.string().nullable().default(null),
      id: z.number().nullable().default(null),
      index: z.number().int().min(0).nullable().default(null),
      position: z
        .object({ x: z.number(), y: z.number() })
        .nullable()
        .default(null)
        .describe('desktop pixels where the display lay when it was assigned'),
      span: z
        .string()
        .nullable()
        .default(null)
        .describe('outputs of one name share one window over their displays, and so one vsync'),
    })
    .describe('matched by label and id/256, then by position; never by the id alone'),
  region: z
    .object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() })
    .describe('wall metres, lower left corner and size'),
  latencyMs: z.number().min(-1000).max(1000).default(0).describe('signed; positive draws ahead'),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  mirror: z.enum(['none', 'horizontal', 'vertical']).default('none'),
  warp: warpSchema.default({ kind: 'corners', corners: null }),
  masks: z.array(maskSchema).default([]),
  blend: blendSchema,
  colour: colourSchema,
  calibration: calibrationSchema.nullable().default(null),
  projector: z
    .object({
      host: z.string().min(1).max(253).describe('name or address on the control network'),
      port: z.number().int().min(1).max(65_535).default(4352),
    })
    .nullable()
    .default(null)
    .describe('PJLink; its password stays in the station'),
});
export const rigSchema = z.object({
  title: z.string(),
  facade: z
    .object({ width: z.number().positive(), height: z.number().positive() })
    .describe('the canvas it was lined up on, metres'),
  density: z.number().positive().max(200).describe('pixels per metre that the stage draws at most'),
  wall: wallMeshSchema.default({ kind: 'none' }),
  masks: z.array(maskSchema).default([]).describe('for every output; canvas space alone'),
  model: z
    .string()
    .regex(/^model:[a-z0-9-]+$/)
    .nullable()
    .default(null)
    .describe('null: the façade’s elements extruded by their planes’ depth'),
  poseThresholdPx: z.number().positive().default(2).describe('RMS above which a pose is only offered'),
});
export type RigRecord = z.infer<typeof rigSchema>;
export type OutputRecord = z.infer<typeof outputSchema>;
export const rigRecordSchemas = { rig: rigSchema, output: outputSchema, model: modelSchema } as const;
export const RIG_FORMAT = 'frise-rig';
export const RIG_SCHEMA = 1;
/** `order`: `rig:x` → its outputs, as the technician counts them. */
export type RigDocument = {
  format: 'frise-rig';
  schema: number;
  records: Record<string, unknown>;
  order: Record<string, string[]>;
};
