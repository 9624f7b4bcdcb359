import { z } from 'zod';
import { clock, colour, elements, number, positive, share } from './fields.ts';
import { defineLayer } from './layer.ts';

export const engravingSchema = z.object({
  elements: elements().describe('what is engraved; none: the whole façade'),
  quiet: z.array(z.string()).default(['porch-frieze', 'porch-attic']).describe('kept calm for words'),
  quietLevel: share(0.1),
  level: positive(1, 8),
  colour: colour('#d8c8a8').describe('of a line in the light'),
  shade: colour('#6e7b83').describe('of a line in the shade'),
  pitch: z.number().min(0.05).max(10).default(0.42).describe('between the lines'),
  tone: positive(1, 4).describe('thickness of the lines'),
  contour: share(0.8).describe('outlines and mouldings'),
  lightX: number(40),
  lightY: number(60),
  progress: share(1).describe('how far the plate has been cut, from below'),
  from: z.enum(['below', 'centre', 'left']).default('below'),
  ember: share(0).describe('glow of a fire at the foot of the building'),
  emberColour: colour('#ff6a13'),
  emberHeight: positive(14, 200),
  heat: share(0).describe('how far the lines themselves have turned to embers, 0–1'),
  heatColour: colour('#ffc36b'),
  clock: clock(),
});
export type EngravingParameters = z.infer<typeof engravingSchema>;

/** The façade as a copperplate: lines that follow the form, thicker in the light, crossed where it is strongest. */
export const engraving = defineLayer({
  type: 'engraving',
  name: { fr: 'Taille-douce', en: 'Copperplate' },
  about: {
    fr: 'le bâtiment gravé comme une planche de cuivre',
    en: 'the building engraved like a copperplate',
  },
  schema: engravingSchema,
  hints: {
    elements: { control: 'elements' },
    quiet: { control: 'elements' },
    level: { control: 'slider' },
    colour: { control: 'colour' },
    shade: { control: 'colour' },
    emberColour: { control: 'colour' },
    heatColour: { control: 'colour' },
    pitch: { unit: 'm' },
    lightX: { unit: 'm' },
    lightY: { unit: 'm' },
    progress: { control: 'slider' },
    from: { control: 'choice' },
    ember: { control: 'slider', time: 'free' },
    emberHeight: { unit: 'm' },
    clock: { control: 'choice' },
  },
  reach: () => 1,
  media: () => [],
});
