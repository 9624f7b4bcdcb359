import { z } from 'zod';
import { clock, number, positive } from './fields.ts';
import { defineLayer } from './layer.ts';

export const groupSchema = z.object({
  timeline: z
    .string()
    .regex(/^timeline:[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be "timeline:name"')
    .nullable()
    .default(null)
    .describe('another timeline of the show, which plays inside the clip'),
  offset: positive(0, 86_400).describe('seconds into it at the clip’s start; keys of it remap its time'),
  rate: number(1).describe('seconds of it a second; 0: only `offset` moves it, below 0 it runs backwards'),
  loop: z.boolean().default(false).describe('false: its last frame stays'),
  clock: clock().default('position'),
});
export type GroupParameters = z.infer<typeof groupSchema>;

/** Another timeline as one picture: its tracks and clips, together under the clip's effects, opacity, blend and region. */
export const group = defineLayer({
  type: 'group',
  name: { fr: 'Groupe', en: 'Group' },
  about: {
    fr: 'une autre timeline du spectacle, jouée comme une seule image',
    en: 'another timeline of the show, played as one picture',
  },
  schema: groupSchema,
  hints: { offset: { unit: 's' }, loop: { control: 'toggle' }, clock: { control: 'choice' } },
  reach: () => Infinity,
  media: () => [],
});

/** What a frame knows of a group's parameters, which nobody has parsed there: what can't be read has its default. */
export const groupOf = (raw: Readonly<Record<string, unknown>>): GroupParameters => {
  const { timeline, offset, rate, loop, clock: lives } = raw;
  const numberOr = (value: unknown, otherwise: number): number =>
    typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
  return {
    timeline: typeof timeline === 'string' ? timeline : null,
    offset: Math.max(0, numberOr(offset, 0)),
    rate: numberOr(rate, 1),
    loop: loop === true,
    clock: lives === 'free' ? 'free' : 'position',
  };
};

/** Position on the inner timeline of `length` seconds at time `t` of the clip, in [0, length). */
export const groupTime = ({ offset, rate, loop }: GroupParameters, t: number, length: number): number => {
  const at = offset + t * rate;
  if (loop && length > 0) return ((at % length) + length) % length;
  return Math.min(Math.max(0, at), Math.max(0, length - LAST));
};
/** A clip that ends with its timeline is still on in the frame that stays. */
const LAST = 0.001;

/** How fast the inner timeline runs; where it lives by the show clock or is remapped, no sound can keep up with it. */
export const groupRate = (raw: Readonly<Record<string, unknown>>): number => {
  const { rate, clock: lives } = groupOf(raw);
  return lives === 'free' ? 0 : rate;
};
