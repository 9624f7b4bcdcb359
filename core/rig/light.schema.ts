import { z } from 'zod';
import { pixelSchema } from './warp.schema.ts';

/** Light of the rig: what falls where, and what a projector makes of a signal. Units as in `rig.schema.ts`. */
const unit = z.number().min(0).max(1);
const rgb = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]);
/** Soft edge of one side (Bourke’s curve, FIELD §2): width in output pixels. */
const edgeSchema = z.object({
  width: z.number().min(0),
  power: z.number().min(0.2).max(8).default(2),
  centre: unit.default(0.5),
  offset: z.number().default(0).describe('pixels that the ramp lies inside the picture (negative: outside)'),
});
export const maskSchema = z
  .object({
    name: z.string().default(''),
    enabled: z.boolean().default(true),
    space: z.enum(['output', 'canvas']),
    points: z
      .array(pixelSchema)
      .max(500)
      .default([])
      .describe('closed outline: upright pixels, or wall metres'),
    handles: z
      .array(z.tuple([z.number(), z.number(), z.number(), z.number()]))
      .nullable()
      .default(null)
      .describe('a cubic Bézier: per point the offsets of its incoming and outgoing handle; null: a polygon'),
    elements: z
      .array(z.string())
      .default([])
      .describe(
        'façade elements, kinds or groups whose outlines are this mask (canvas space), beside the points',
      ),
    feather: z.number().min(0).default(0).describe('pixels or metres'),
    inverted: z.boolean().default(false).describe('false: dark inside; true: dark outside'),
  })
  .refine((mask) => mask.elements.length > 0 || mask.points.length >= 3, 'needs three points or an element')
  .refine((mask) => mask.handles === null || mask.handles.length === mask.points.length, {
    message: 'needs one pair of handles a point',
    path: ['handles'],
  })
  .refine((mask) => mask.elements.length === 0 || mask.space === 'canvas', {
    message: 'façade elements lie on the canvas: set space to "canvas"',
    path: ['space'],
  });
export const blendSchema = z
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
  .default({ kind: 'none' });
export const colourSchema = z
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
    blackFeather: z.number().min(0).default(0).describe('metres over which the lift fades at a zone’s edge'),
  })
  .default({ gamma: [2.2, 2.2, 2.2], gain: [1, 1, 1], brightness: 1, black: 0, blackFeather: 0 });
export type MaskRecord = z.infer<typeof maskSchema>;
export type EdgeRecord = z.infer<typeof edgeSchema>;
export type BlendRecord = z.infer<typeof blendSchema>;
