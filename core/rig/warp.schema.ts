import { z } from 'zod';

/** Geometry of the rig: how pictures lie in outputs and on the building. Units as in `rig.schema.ts`. */
/** Output pixel. */
export const pixelSchema = z.tuple([z.number().finite(), z.number().finite()]);
/** Corners of the region in output pixels: upper left, upper right, lower right, lower left. */
export const cornersSchema = z.tuple([pixelSchema, pixelSchema, pixelSchema, pixelSchema]);
/** A point of the building, metres: x right and y up as on the canvas, z towards the public (a plane of depth d: −d). */
export const worldSchema = z.tuple([z.number().finite(), z.number().finite(), z.number().finite()]);
/**
 * A projector as a pinhole: upright pixel = K·(R·X + t), R from the rotation vector (Rodrigues), the camera looking
 * along +z with y down (OpenCV’s convention). Of a mirrored output (rear projection): of its picture before mirroring,
 * since no pinhole mirrors.
 */
export const poseSchema = z.object({
  focal: z.tuple([z.number().positive(), z.number().positive()]).describe('pixels'),
  centre: z.tuple([z.number(), z.number()]).describe('principal point, upright pixels'),
  rotation: worldSchema.describe('rotation vector, radians'),
  translation: worldSchema.describe('metres'),
});
/** Shares of the region, rising from 0 to 1. */
const linesSchema = z.array(z.number().min(0).max(1)).max(33).nullable().default(null);
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
    columnsAt: linesSchema.describe('where the columns lie in the region, 0 (left) to 1; null: evenly'),
    rowsAt: linesSchema.describe('where the rows lie in the region, 0 (top) to 1; null: evenly'),
    interpolation: z.enum(['linear', 'bezier']).default('bezier'),
  }),
  z.object({
    kind: z.literal('model'),
    pose: poseSchema.describe('the façade’s model as this projector sees it'),
  }),
]);
export const pairSchema = z.object({
  world: worldSchema,
  pixel: pixelSchema.describe('upright output pixels'),
  enabled: z.boolean().default(true),
});
/** What 3-D calibration starts from; the solution itself stands in `warp`. */
export const calibrationSchema = z.object({
  pairs: z.array(pairSchema).max(200).default([]),
  /** Throw distance : picture width; null: solved. */
  throwRatio: z.number().positive().nullable().default(null),
  /** Principal point as a fraction of the picture from its centre (lens shift), x right, y down; null: solved. */
  lensShift: z.tuple([z.number(), z.number()]).nullable().default([0, 0]),
  squarePixels: z.boolean().default(true),
});
/** Canvas → wall, before all outputs. */
export const wallMeshSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('grid'),
    columns: z.number().int().min(2).max(33),
    rows: z.number().int().min(2).max(33),
    points: z
      .array(pixelSchema)
      .describe('columns × rows wall metres, row by row from the top, of a regular lattice over the canvas'),
  }),
  z.object({
    kind: z.literal('points'),
    pairs: z
      .array(z.object({ canvas: pixelSchema, wall: pixelSchema }))
      .max(200)
      .describe('metres on the drawing, and where that place is on the building'),
  }),
]);
const corner = z.number().int().min(0);
/** A building measured or modelled in 3-D, in the place of the façade’s extruded planes. */
export const modelSchema = z
  .object({
    name: z.string(),
    vertices: z.array(worldSchema).min(3).max(60_000),
    triangles: z
      .array(z.tuple([corner, corner, corner]))
      .max(60_000)
      .describe('indices of vertices'),
  })
  .refine(({ vertices, triangles }) => triangles.every((each) => each.every((at) => at < vertices.length)), {
    message: 'a triangle names a vertex that is not there',
    path: ['triangles'],
  });

export type WarpRecord = z.infer<typeof warpSchema>;
export type WallMeshRecord = z.infer<typeof wallMeshSchema>;
export type ModelRecord = z.infer<typeof modelSchema>;
export type PoseRecord = z.infer<typeof poseSchema>;
export type PairRecord = z.infer<typeof pairSchema>;
export type CalibrationRecord = z.infer<typeof calibrationSchema>;
