import { colour, number, positive, share } from './fields.ts';
import { z } from 'zod';

/** How drawn forms are inked: a line as by a hand, a fill, engraved lines. Shared by shapes, wheels, linkages, drawings. */
export const strokeFields = {
  stroke: colour('#ffffff'),
  strokeWidth: positive(0.1, 50),
  strokeOpacity: share(1),
  draw: share(1).describe('share of the line that is drawn'),
  drawFrom: share(0).describe('share of the line at which it begins'),
  drawOrder: z.enum(['together', 'sequence']).default('together'),
  dash: positive(0).describe('0: a whole line'),
  gap: positive(0),
  dashOffset: number(0),
  glow: positive(0, 50),
  glowLevel: positive(0.35, 4),
};
export const fillFields = {
  fill: colour('#ffffff'),
  fillOpacity: share(0),
  shade: z
    .enum(['none', 'linear', 'cylinder', 'sphere'])
    .default('none')
    .describe('how tone falls over its bounding box: it models hatching and fill'),
  shadeAngle: number(0).describe('where the light comes from, counter-clockwise from the right'),
  shadeAmount: share(0.8),
  hatch: positive(0, 20).describe('distance between engraved lines; 0: none'),
  hatchTone: share(0.5).describe('share of the distance that is ink where tone is full'),
  hatchAngle: number(45),
  hatchCross: share(0).describe('tone of a second set of lines across the first, in the shade'),
  hatchBend: number(0).describe('metres by which lines bow over the box: they follow a round form'),
  hatchColour: colour('#ffffff'),
  hatchOpacity: share(1),
};
export const inkHints = {
  stroke: { control: 'colour' },
  strokeWidth: { unit: 'm' },
  draw: { control: 'slider' },
  dash: { unit: 'm' },
  gap: { unit: 'm' },
  glow: { unit: 'm' },
  fill: { control: 'colour' },
  fillOpacity: { control: 'slider' },
  shade: { control: 'choice' },
  hatch: { unit: 'm' },
  hatchTone: { control: 'slider' },
  hatchAngle: { unit: '°' },
  hatchColour: { control: 'colour' },
} as const;
const ink = z.object({ ...strokeFields, ...fillFields });
export type InkParameters = z.infer<typeof ink>;
