import { z } from 'zod';
import { wordsSchema } from '../show/show.schema.ts';
import { clock, colour, media, number, positive, share } from './fields.ts';
import { defineLayer } from './layer.ts';

const words = (value: string | { fr: string; en: string }) =>
  z.union([z.string(), wordsSchema]).default(value);

export const figureSchema = z.object({
  name: words('').describe('one text, or one in each language; at most two lines'),
  dates: words('').describe('of birth and death, such as "1826 – 1901"'),
  role: words('').describe('what the figure did; at most two lines'),
  emblem: media().describe('a picture or SVG, of which the silhouette is taken'),
  emblemPath: z.string().default('').describe('or a silhouette as SVG path data, any size, y up'),
  frame: z
    .enum(['none', 'ring', 'cameo'])
    .default('ring')
    .describe('around the emblem; cameo: cut out of a disc'),
  layout: z
    .enum(['beside', 'above', 'words'])
    .default('beside')
    .describe('where the emblem stands; words: none'),
  x: number(0).describe('left edge, middle or right edge of the card, as it is aligned'),
  y: number(0).describe('middle of the card'),
  align: z.enum(['left', 'centre', 'right']).default('centre'),
  size: positive(2.2, 100).describe('height of the name’s capitals'),
  small: share(0.55).describe('size of dates and role against the name'),
  legible: positive(0.7, 20).describe('height of an x below which no line is set'),
  width: positive(0).describe('lines break there; 0: only where the text breaks'),
  font: media().describe('of the name; null: Inter'),
  weight: z.number().min(1).max(1000).default(700),
  textFont: media().describe('of dates and role; null: Inter'),
  textWeight: z.number().min(1).max(1000).default(500),
  spacing: number(0.02).describe('extra space between the name’s letters, in capital heights'),
  colour: colour('#fff6e6').describe('of the name'),
  quiet: colour('#cdbf9f').describe('of dates and role'),
  accent: colour('#e0a84a').describe('of rule, frame and emblem'),
  level: positive(1, 8),
  ground: share(0.72).describe('strength of the dark ground'),
  enter: positive(1.6, 60).describe('seconds in which it appears'),
  leave: positive(0.8, 60).describe('seconds before the clip’s end in which it goes; 0: it stays'),
  clock: clock().default('position'),
});
export type FigureParameters = z.infer<typeof figureSchema>;

/** How far the card has come and gone, 0–1 each. */
export const figureMotion = (
  p: FigureParameters,
  times: { position: number; free: number; duration: number },
): { come: number; gone: number } => {
  const t = p.clock === 'free' ? times.free : times.position;
  const part = (value: number, length: number): number => Math.min(1, Math.max(0, value / length));
  return {
    come: p.enter > 0 ? part(t, p.enter) : 1,
    gone: p.leave > 0 ? part(t - (times.duration - p.leave), p.leave) : 0,
  };
};

/** Name, dates, role and emblem of a person, set as one card that comes and goes by itself. */
export const figure = defineLayer({
  type: 'figure',
  name: { fr: 'Carton de personnage', en: 'Figure’s card' },
  about: { fr: 'nom, dates, rôle et emblème d’une personne', en: 'name, dates, role and emblem of a person' },
  fresh: { name: 'Zénobe Gramme', dates: '1826 – 1901', role: { fr: 'la dynamo', en: 'the dynamo' } },
  schema: figureSchema,
  hints: {
    name: { control: 'text' },
    dates: { control: 'text' },
    role: { control: 'text' },
    emblem: { control: 'media' },
    emblemPath: { control: 'text' },
    frame: { control: 'choice' },
    layout: { control: 'choice' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    align: { control: 'choice' },
    size: { unit: 'm' },
    small: { control: 'slider' },
    legible: { unit: 'm' },
    width: { unit: 'm' },
    font: { control: 'media' },
    textFont: { control: 'media' },
    colour: { control: 'colour' },
    quiet: { control: 'colour' },
    accent: { control: 'colour' },
    ground: { control: 'slider' },
    enter: { unit: 's' },
    leave: { unit: 's' },
    clock: { control: 'choice' },
  },
  reach: () => 0,
  media: ({ emblem, font, textFont }) => [emblem, font, textFont].filter((id) => id !== null),
});
