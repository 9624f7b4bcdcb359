import { z } from 'zod';
import { clock, number, positive, whole } from './fields.ts';
import { fillFields, inkHints, strokeFields } from './ink.ts';
import { defineLayer } from './layer.ts';

const motion = {
  spin: number(0).describe('degrees a second, for wheels'),
  swingX: number(0).describe('metres to either side, for pistons'),
  swingY: number(0),
  swingAngle: number(0).describe('degrees to either side, for beams and pendulums'),
  swingRate: positive(0.5, 60),
  swingPhase: number(0).describe('turns, 0–1: 0.25 is a quarter ahead'),
  clock: clock().default('position'),
};
const place = {
  x: number(0),
  y: number(0),
  rotation: number(0),
  scale: positive(1, 1000),
  scaleX: number(1),
  scaleY: number(1),
  pivotX: number(0).describe('the path’s own point that x, y places and that it turns about'),
  pivotY: number(0),
};
const copies = {
  repeat: whole(1, 1, 400).describe('copies'),
  repeatX: number(0).describe('centre of the ring of copies, in the path’s own metres'),
  repeatY: number(0),
  repeatAngle: number(360).describe('degrees over which they are spread; 360 closes the ring'),
  stepX: number(0).describe('or a row: metres from one to the next'),
  stepY: number(0),
};

export const shapeSchema = z.object({
  path: z
    .union([z.string(), z.array(z.string())])
    .default('')
    .describe('SVG path data (as façade outlines) in metres, y up'),
  ...place,
  ...motion,
  ...strokeFields,
  ...fillFields,
  ...copies,
});
export type ShapeParameters = z.infer<typeof shapeSchema>;

/** Transform of the path at a time: metres and degrees. Rotation first, then the move; spin and swing included. */
export const shapePlace = (
  parameters: ShapeParameters,
  times: { position: number; free: number },
): { x: number; y: number; rotation: number } => {
  const t = parameters.clock === 'free' ? times.free : times.position;
  const swing = Math.sin(2 * Math.PI * (t * parameters.swingRate + parameters.swingPhase));
  return {
    x: parameters.x + swing * parameters.swingX,
    y: parameters.y + swing * parameters.swingY,
    rotation: parameters.rotation + t * parameters.spin + swing * parameters.swingAngle,
  };
};

/** A drawn form: filled, engraved, and stroked as by a hand, turned and copied: the parts of a machine. */
export const shape = defineLayer({
  type: 'shape',
  name: { fr: 'Forme', en: 'Shape' },
  about: {
    fr: 'un tracé dessiné, rempli, gravé, copié, en mouvement',
    en: 'a path drawn, filled, engraved, copied, set in motion',
  },
  schema: shapeSchema,
  hints: {
    path: { control: 'text' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    rotation: { unit: '°' },
    spin: { unit: '°' },
    swingX: { unit: 'm' },
    swingY: { unit: 'm' },
    swingAngle: { unit: '°' },
    swingRate: { unit: 'Hz' },
    clock: { control: 'choice' },
    ...inkHints,
    repeatAngle: { unit: '°' },
    stepX: { unit: 'm' },
    stepY: { unit: 'm' },
  },
  handles: { points: [['x', 'y']], angle: 'rotation', scale: 'scale' },
  reach: (parameters) => parameters.glow + parameters.strokeWidth,
  media: () => [],
});
