import { z } from 'zod';

/**
 * The rig document: what a technician edits. It stays with the venue. Canvas lengths in metres, output lengths in
 * projector pixels with the origin at the picture's upper left corner, x right, y down.
 */
const unit = z.number().min(0).max(1);
const rgb = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]);
/** Output pixel. */
export const pixelSchema = z.tuple([z.number().finite(), z.number().finite()]);
/** Corners of the region in output pixels: upper left, upper right, lower right, lower left. */
export const cornersSchema = z.tuple([pixelSchema, pixelSchema, pixelSchema, pixelSchema]);
export const warpSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('corners'),
    corners: cornersSchema.nullable().default(null).describe('null: the whole picture'),
  }),
  z.object({
    kind: z.literal('grid'),
    columns: z.number().int().min(2).max(33),
    rows: z.number().int().min(2).max(33),
    points: z.array(pixelSchema).describe('columns × rows output pixels, row by row from the top'),
    interpolation: z.enum(['linear', 'bezier']).default('bezier'),
  }),
]);
/** Soft edge of one side (Bourke’s curve, FIELD §2): width in output pixels. */
export const edgeSchema = z.object({
  width: z.number().min(0),
  power: z.number().min(0.2).max(8).default(2),
  centre: unit.default(0.5),
});
export const maskSchema = z.object({
  space: z.enum(['output', 'canvas']),
  points: z.array(pixelSchema).min(3).describe('polygon: output pixels, or canvas metres'),
  feather: z.number().min(0).default(0).describe('pixels or metres'),
  inverted: z.boolean().default(false).describe('false: dark inside; true: dark outside'),
});
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
    })
    .describe('matched by label and id/256, then by position; never by the id alone'),
  region: z
    .object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() })
    .describe('canvas metres, lower left corner and size'),
  latencyMs: z.number().min(-1000).max(1000).default(0).describe('signed; positive draws ahead'),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  mirror: z.enum(['none', 'horizontal', 'vertical']).default('none'),
  warp: warpSchema.default({ kind: 'corners', corners: null }),
  masks: z.array(maskSchema).default([]),
  blend: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('auto'), power: z.number().min(0.2).max(8).default(1) }),
      z.object({
        kind: z.literal('edges'),
        left: edgeSchema,
        right: edgeSchema,
        top: edgeSchema,
        bottom: edgeSchema,
      }),
    ])
    .default({ kind: 'none' }),
  colour: z
    .object({
      gamma: rgb.default([2.2, 2.2, 2.2]).describe('the projector’s response per channel'),
      gain: z.tuple([unit, unit, unit]).default([1, 1, 1]).describe('linear light per channel: white point'),
      brightness: unit.default(1).describe('linear light, for brightness match'),
      black: z
        .number()
        .min(0)
        .max(0.2)
        .default(0)
        .describe(
          'black level of the projector, linear light as a fraction of its white; others’ black is lifted where fewer overlap',
        ),
    })
    .default({ gamma: [2.2, 2.2, 2.2], gain: [1, 1, 1], brightness: 1, black: 0 }),
});
export const rigSchema = z.object({
  title: z.string(),
  facade: z
    .object({ width: z.number().positive(), height: z.number().positive() })
    .describe('the canvas it was lined up on, metres'),
  density: z.number().positive().max(200).describe('pixels per metre that the stage draws at most'),
});
export type RigRecord = z.infer<typeof rigSchema>;
export type OutputRecord = z.infer<typeof outputSchema>;
export type WarpRecord = z.infer<typeof warpSchema>;
export type MaskRecord = z.infer<typeof maskSchema>;
export type EdgeRecord = z.infer<typeof edgeSchema>;
export const rigRecordSchemas = { rig: rigSchema, output: outputSchema } as const;
export const RIG_FORMAT = 'frise-rig';
export const RIG_SCHEMA = 1;
/** `order`: `rig:x` → its outputs, as the technician counts them. */
export type RigDocument = {
  format: 'frise-rig';
  schema: number;
  records: Record<string, unknown>;
  order: Record<string, string[]>;
};
