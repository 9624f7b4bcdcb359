import { z } from 'zod';
import { colour, media, share } from './fields.ts';
import { placement, placementHandles, placementHints } from './image.ts';
import { defineLayer } from './layer.ts';

/** A name in the show's own words; spaces around it and capitals make no other input. */
export const inputName = () => z.string().max(80).default('');
export const isSameInput = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.trim().toLocaleLowerCase('en');

export const liveSchema = z.object({
  input: inputName().describe(
    'which live input, in the show’s own words; the station says which device that is',
  ),
  ...placement,
  mirror: z.boolean().default(false).describe('left and right change places'),
  flip: z.boolean().default(false).describe('upside down'),
  key: z
    .enum(['none', 'dark', 'bright', 'colour'])
    .default('none')
    .describe('what becomes transparent: what is dark, what is bright, or one colour'),
  keyColour: colour('#00b140').describe('of `colour`: that of the cloth behind'),
  keyRange: share(0.3).describe(
    'how much goes: up to this brightness, from it on, or as far from the colour (1: all the way to grey)',
  ),
  keySoft: share(0.2).describe('over how much more it fades in'),
  spill: share(0.5).describe('of `colour`: how much of its glow is taken off what stays'),
  standIn: media().describe(
    'a picture or film in its place where nothing is live: exports, pre-checks; none: a test card',
  ),
});
export type LiveParameters = z.infer<typeof liveSchema>;

/**
 * A camera, or whatever a capture card brings. Its picture is the one thing of a show that no other moment can draw
 * again: whatever must be reproducible shows the stand-in.
 */
export const live = defineLayer({
  type: 'live',
  name: { fr: 'Entrée vidéo', en: 'Live input' },
  about: { fr: 'une caméra ou une carte d’acquisition', en: 'a camera or a capture card' },
  schema: liveSchema,
  hints: {
    ...placementHints,
    input: { control: 'input' },
    mirror: { control: 'toggle' },
    flip: { control: 'toggle' },
    key: { control: 'choice' },
    keyColour: { control: 'colour' },
    keyRange: { control: 'slider' },
    keySoft: { control: 'slider' },
    spill: { control: 'slider' },
    standIn: { control: 'media' },
  },
  handles: placementHandles,
  reach: () => 0,
  media: (parameters) => (parameters.standIn === null ? [] : [parameters.standIn]),
});
