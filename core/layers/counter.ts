import { z } from 'zod';
import { wordsSchema } from '../show/show.schema.ts';
import { countingFields, countingHints, quantity } from './counting.ts';
import { colour, media, number, positive, share, whole } from './fields.ts';
import { defineLayer } from './layer.ts';

const words = () => z.union([z.string(), wordsSchema]).default('');
const day = (value: string) =>
  z
    .string()
    .refine((text) => dayOf(text) !== null, 'must be a day such as "1868-11-23"')
    .default(value);

export const counterSchema = z.object({
  kind: z
    .enum(['number', 'year', 'date', 'duration'])
    .default('number')
    .describe('number: with thousands apart as the language writes them; duration: seconds as h:mm:ss'),
  from: quantity(0).describe('where it begins (number, year, duration)'),
  to: quantity(100).describe('where it ends'),
  fromDate: day('1868-11-23').describe('where a date begins'),
  toDate: day('2018-11-22').describe('where it ends'),
  ...countingFields,
  roll: share(0.5).describe(
    '0: figures change at once; 1: they roll all the time; between: they rest, then roll',
  ),
  decimals: whole(0, 0, 6),
  digits: whole(1, 1, 15).describe('at least so many before the point, filled with zeros'),
  grouped: z.boolean().default(true).describe('thousands apart'),
  dateStyle: z
    .enum(['long', 'month', 'numeric'])
    .default('long')
    .describe('23 November 1868, November 1868, 23.11.1868'),
  before: words().describe('words in front'),
  after: words().describe('words behind, such as a unit'),
  font: media().describe('a font of the show; null: Inter'),
  weight: z.number().min(1).max(1000).default(700),
  italic: z.boolean().default(false),
  size: positive(4, 200).describe('height of a figure'),
  x: number(0),
  y: number(0).describe('baseline'),
  even: z
    .boolean()
    .default(true)
    .describe('figures on equal widths, so that nothing moves sideways; off: each on its own width'),
  align: z.enum(['left', 'centre', 'right']).default('left'),
  spacing: number(0).describe('extra space between figures, in figure heights'),
  colour: colour('#ffffff'),
  level: positive(1, 8),
  rotation: number(0),
});
export type CounterParameters = z.infer<typeof counterSchema>;

/** Days since 1970 of `yyyy-mm-dd`; null where there is no such day. */
export const dayOf = (text: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at / 86_400_000;
};

/** A number, a year or a date that counts, its figures changing at once or rolling as on a meter. */
export const counter = defineLayer({
  type: 'counter',
  name: { fr: 'Compteur', en: 'Counter' },
  about: { fr: 'un nombre, une année ou une date qui compte', en: 'a number, a year or a date that counts' },
  fresh: { kind: 'year', from: 1868, to: 2018, over: 5 },
  schema: counterSchema,
  hints: {
    kind: { control: 'choice' },
    ...countingHints,
    roll: { control: 'slider' },
    grouped: { control: 'toggle' },
    even: { control: 'toggle' },
    dateStyle: { control: 'choice' },
    before: { control: 'text' },
    after: { control: 'text' },
    font: { control: 'media' },
    italic: { control: 'toggle' },
    size: { unit: 'm' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    align: { control: 'choice' },
    colour: { control: 'colour' },
    rotation: { unit: '°' },
  },
  reach: () => 0,
  media: (parameters) => (parameters.font === null ? [] : [parameters.font]),
});
