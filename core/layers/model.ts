import { z } from 'zod';
import { clock, colour, media, number, positive, whole } from './fields.ts';
import { defineLayer } from './layer.ts';
import { placementHandles } from './image.ts';

export const modelSchema = z.object({
  media: media(),
  x: number(0).describe('left edge of the picture'),
  y: number(0).describe('lower edge'),
  width: positive(0).describe('0: the canvas'),
  height: positive(0).describe('0: the canvas'),
  rotation: number(0).describe('of the picture, about its middle, counter-clockwise'),
  level: positive(1, 8),
  turn: number(30).describe('the camera’s way round the scene, from its front to its right'),
  tilt: z.number().min(-89).max(89).default(15).describe('from above; negative: from below'),
  distance: z
    .number()
    .min(0.05)
    .max(100)
    .default(3)
    .describe('from the camera to what it looks at; the scene’s radius is 1'),
  lens: z.number().min(2).max(140).default(35).describe('angle that the camera sees, from below to above'),
  roll: number(0).describe('of the camera, about its own axis'),
  targetX: number(0).describe('what it looks at, from the scene’s middle, in radii'),
  targetY: number(0),
  targetZ: number(0),
  sun: positive(0.8, 20).describe('light from one side'),
  sunTurn: number(50).describe('where it comes from, as the camera’s `turn`'),
  sunTilt: z.number().min(-90).max(90).default(40),
  sunColour: colour('#fff1d8'),
  ambient: positive(0.3, 8).describe('light from all around, half of it from below'),
  animation: whole(0, 0, 99).describe('which of the file’s; 0: all of them'),
  offset: positive(0, 86_400).describe('seconds into it at the clip’s start'),
  rate: number(1).describe('seconds of it a second'),
  loop: z.boolean().default(true).describe('false: its last pose stays'),
  clock: clock().default('position'),
});
export type ModelParameters = z.infer<typeof modelSchema>;

/** A camera on a 3-D scene (.glb): everything of it is a function of the layer's time. */
export const model = defineLayer({
  type: 'model',
  name: { fr: 'Scène 3-D', en: '3-D scene' },
  about: {
    fr: 'une caméra sur une scène en relief (glTF)',
    en: 'a camera on a scene in three dimensions (glTF)',
  },
  schema: modelSchema,
  hints: {
    media: { control: 'media' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    width: { unit: 'm' },
    height: { unit: 'm' },
    rotation: { unit: '°' },
    level: { control: 'slider' },
    turn: { unit: '°' },
    tilt: { unit: '°' },
    lens: { unit: '°' },
    roll: { unit: '°' },
    sunTurn: { unit: '°' },
    sunTilt: { unit: '°' },
    sunColour: { control: 'colour' },
    offset: { unit: 's' },
    loop: { control: 'toggle' },
    clock: { control: 'choice' },
  },
  handles: placementHandles,
  reach: () => 0,
  media: (parameters) => (parameters.media === null ? [] : [parameters.media]),
});

/** Seconds into an animation of `length` seconds at time `t` of the layer; its end is not its beginning. */
export const animationTime = (
  parameters: Pick<ModelParameters, 'offset' | 'rate' | 'loop'>,
  t: number,
  length: number,
): number => {
  const at = parameters.offset + t * parameters.rate;
  if (!(length > 0)) return 0;
  const last = length * (1 - 1e-9);
  return parameters.loop
    ? Math.min(last, ((at % length) + length) % length)
    : Math.min(last, Math.max(0, at));
};
