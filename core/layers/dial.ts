import { z } from 'zod';
import { counted, countingFields, countingHints, quantity } from './counting.ts';
import { colour, media, number, positive, share, whole } from './fields.ts';
import { defineLayer } from './layer.ts';

export const dialSchema = z.object({
  from: quantity(1868).describe('value at which the hand begins'),
  to: quantity(2018).describe('value to which it travels'),
  ...countingFields,
  lowest: quantity(1868).describe('value at the scale’s beginning'),
  highest: quantity(2018).describe('value at its end; the hand may go on past it'),
  x: number(0).describe('middle'),
  y: number(0),
  radius: positive(8, 1000).describe('of the ring'),
  start: number(225).describe('where the scale begins, counter-clockwise from the right'),
  sweep: z.number().min(-360).max(360).default(-270).describe('over which it runs; negative: clockwise'),
  steps: whole(15, 1, 120).describe('long strokes from end to end'),
  between: whole(5, 1, 20).describe('into so many parts each is divided by short strokes'),
  tick: positive(1, 100).describe('length of a long stroke, inwards'),
  stroke: positive(0.18, 20).describe('width of ring and strokes'),
  colour: colour('#e8d9b8').describe('of ring, strokes and figures'),
  labels: whole(3, 0, 120).describe('a figure at every so many long strokes; 0: none'),
  labelSize: positive(1, 100).describe('height of a figure'),
  labelInset: number(1.5).describe(
    'from the ring to the nearer edge of a figure, inwards; negative: outside',
  ),
  font: media().describe('a font of the show; null: Inter'),
  weight: z.number().min(1).max(1000).default(600),
  hand: z.enum(['needle', 'blade', 'none']).default('needle'),
  handLength: positive(0.86, 2).describe('share of the radius'),
  handWidth: positive(0.5, 50).describe('at its foot'),
  handColour: colour('#ff5a36'),
  lit: share(0.8).describe('strength of the part of the ring that the hand has passed'),
  litColour: colour('#ffb347'),
  litWidth: positive(0.5, 50),
  level: positive(1, 8),
});
export type DialParameters = z.infer<typeof dialSchema>;

/** Degrees, counter-clockwise from the right, at which a value stands. */
export const angleOf = (p: DialParameters, value: number): number => {
  const span = p.highest - p.lowest;
  return p.start + p.sweep * (span === 0 ? 0 : (value - p.lowest) / span);
};
export const dialValue = (p: DialParameters, times: { position: number; free: number }): number =>
  p.from + (p.to - p.from) * counted(p, times);

/** The scale’s figures: what is written and where, degrees. A closed scale writes its last one only once. */
export const dialLabels = (p: DialParameters): { text: string; angle: number }[] => {
  if (p.labels === 0) return [];
  const isClosed = Math.abs(p.sweep) >= 360;
  const last = isClosed ? p.steps - 1 : p.steps;
  const count = Math.floor(last / p.labels) + 1;
  return Array.from({ length: count }, (_, i) => {
    const value = p.lowest + ((p.highest - p.lowest) * i * p.labels) / p.steps;
    return { text: String(Number(value.toFixed(2))).replace('-', '−'), angle: angleOf(p, value) };
  });
};

/** A round scale with a hand, as on a gauge, a meter or a clock of years. */
export const dial = defineLayer({
  type: 'dial',
  name: { fr: 'Cadran', en: 'Dial' },
  about: {
    fr: 'un cadran avec son aiguille : années, vitesse, pression',
    en: 'a dial with its hand: years, speed, pressure',
  },
  fresh: { over: 5 },
  schema: dialSchema,
  hints: {
    ...countingHints,
    x: { unit: 'm' },
    y: { unit: 'm' },
    radius: { unit: 'm' },
    start: { unit: '°' },
    sweep: { unit: '°' },
    tick: { unit: 'm' },
    stroke: { unit: 'm' },
    colour: { control: 'colour' },
    labelSize: { unit: 'm' },
    labelInset: { unit: 'm' },
    font: { control: 'media' },
    hand: { control: 'choice' },
    handWidth: { unit: 'm' },
    handColour: { control: 'colour' },
    lit: { control: 'slider' },
    litColour: { control: 'colour' },
    litWidth: { unit: 'm' },
  },
  reach: () => 0,
  media: (parameters) => (parameters.font === null ? [] : [parameters.font]),
});
