import { z } from 'zod';
import { wordsSchema } from '../show/show.schema.ts';
import { colour, media, number, positive, share } from './fields.ts';
import { defineLayer } from './layer.ts';

export const textOrderSchema = z.enum([
  'forwards',
  'backwards',
  'centre-out',
  'edges-in',
  'random',
  'together',
]);
export type TextOrder = z.infer<typeof textOrderSchema>;

export const textSchema = z.object({
  text: z.union([z.string(), wordsSchema]).default('').describe('one text, or one in each language'),
  style: z
    .enum(['plain', 'caption'])
    .default('plain')
    .describe('caption: at most two lines on a soft dark ground, so that it reads on lit stone'),
  font: media().describe('a font of the show; null: Inter'),
  weight: z.number().min(1).max(1000).default(600),
  italic: z.boolean().default(false),
  size: positive(3, 200).describe('height of a capital letter'),
  x: number(0),
  y: number(0).describe('baseline of the first line'),
  align: z.enum(['left', 'centre', 'right']).default('left'),
  maxWidth: positive(0).describe('lines break there; 0: only where the text breaks'),
  lineHeight: z.number().min(0.5).max(5).default(1.6).describe('in capital heights'),
  spacing: number(0).describe('extra space between letters, in capital heights'),
  colour: colour('#ffffff'),
  fillOpacity: share(1),
  outline: positive(0, 20).describe('width of the contour'),
  outlineColour: colour('#000000'),
  reveal: share(1).describe('share of the letters that have appeared'),
  revealSoft: positive(3, 100).describe('letters that are on their way at a time'),
  order: textOrderSchema.default('forwards').describe('in which letters appear and go'),
  by: z.enum(['letters', 'words', 'lines']).default('letters').describe('what moves as one'),
  rise: number(0).describe('capital heights that a letter travels upwards while it appears'),
  slide: number(0).describe('capital heights that it travels to the right'),
  grow: positive(1, 20).describe('size at which it begins'),
  turn: number(0).describe('angle at which it begins'),
  fade: share(1).describe('1: it fades in; 0: it is there at once and only moves'),
  vanish: share(0).describe('share of the letters that have gone, on the way on which they came'),
  pen: positive(0, 20).describe('width of a line that writes the contours while letters appear; 0: none'),
  path: z
    .string()
    .default('')
    .describe('SVG path data along which the letters stand, metres from x, y, y up'),
  pathStart: number(0).describe('how far along the path they begin, or have their middle or end'),
  rotation: number(0),
  scale: positive(1, 100),
});
export type TextParameters = z.infer<typeof textSchema>;

/** Words, set by the page's own text engine and drawn letter by letter. */
export const text = defineLayer({
  type: 'text',
  name: { fr: 'Texte', en: 'Text' },
  about: { fr: 'des mots, lettre à lettre', en: 'words, letter by letter' },
  fresh: { text: { fr: 'Texte', en: 'Text' }, outlineColour: '#ffffff' },
  schema: textSchema,
  hints: {
    text: { control: 'text' },
    style: { control: 'choice' },
    font: { control: 'media' },
    size: { unit: 'm' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    align: { control: 'choice' },
    maxWidth: { unit: 'm' },
    colour: { control: 'colour' },
    fillOpacity: { control: 'slider' },
    outline: { unit: 'm' },
    outlineColour: { control: 'colour' },
    reveal: { control: 'slider' },
    order: { control: 'choice' },
    by: { control: 'choice' },
    turn: { unit: '°' },
    fade: { control: 'slider' },
    vanish: { control: 'slider' },
    pen: { unit: 'm' },
    path: { control: 'text' },
    pathStart: { unit: 'm' },
    rotation: { unit: '°' },
  },
  handles: { points: [['x', 'y']], angle: 'rotation', scale: 'scale' },
  reach: (parameters) => parameters.outline + parameters.pen,
  media: (parameters) => (parameters.font === null ? [] : [parameters.font]),
});

/** The text in a language; an empty one falls back to the other. */
export const wordsIn = (words: TextParameters['text'], language: 'fr' | 'en'): string =>
  typeof words === 'string' ? words : words[language] || words.fr || words.en;
