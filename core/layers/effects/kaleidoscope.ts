import { z } from 'zod';
import { number, whole } from '../fields.ts';
import { farthest, type Box } from './box.ts';
import { defineEffect } from './effect.ts';

export const kaleidoscopeSchema = z.object({
  x: number(0).describe('the middle'),
  y: number(0),
  segments: whole(6, 2, 64),
  mirrored: z.boolean().default(true).describe('every second segment is the mirror image of its neighbour'),
  angle: number(0).describe('where in the picture the segment is cut, counter-clockwise from the right'),
  turn: number(0).describe('the whole is turned by'),
  zoom: z.number().min(0.1).max(10).default(1),
});
export type KaleidoscopeParameters = z.infer<typeof kaleidoscopeSchema>;

const disc = (x: number, y: number, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

/** One segment of the picture, again and again around a middle. */
export const kaleidoscope = defineEffect({
  type: 'kaleidoscope',
  name: { fr: 'Kaléidoscope', en: 'Kaleidoscope' },
  schema: kaleidoscopeSchema,
  hints: {
    x: { unit: 'm' },
    y: { unit: 'm' },
    mirrored: { control: 'toggle' },
    angle: { unit: '°' },
    turn: { unit: '°' },
    zoom: { control: 'slider' },
  },
  covers: (box, { x, y, zoom }) => disc(x, y, farthest(box, x, y) * zoom),
  sees: (box, { x, y, zoom }) => disc(x, y, farthest(box, x, y) / zoom),
  clips: () => [],
});
