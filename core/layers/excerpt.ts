import { z } from 'zod';
import { positive } from './fields.ts';
import { defineLayer } from './layer.ts';

/**
 * An excerpt: the picture of a part of another timeline of the same show, in place of a copy of it. It is resolved
 * before anything is drawn, so it has no drawing half and stands in no registry of layers that are drawn. Where two
 * overlap, the one that starts later covers the other, so that its fade-in is the cross-fade.
 */
export const EXCERPT_LAYER = 'excerpt';
const excerptSchema = z.object({
  timeline: z
    .string()
    .regex(/^timeline:[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be "timeline:name"')
    .nullable()
    .default(null)
    .describe('the timeline that is shown; its own excerpts are not'),
  offset: positive(0, 86_400).describe('position on that timeline at the clip’s start, seconds'),
  without: z.array(z.string()).default([]).describe('ids of clips that are left out: what it would cut off'),
});

export const excerpt = defineLayer({
  type: EXCERPT_LAYER,
  name: { fr: 'Extrait', en: 'Excerpt' },
  about: { fr: 'une partie d’une autre timeline du spectacle', en: 'a part of another timeline of the show' },
  schema: excerptSchema,
  hints: { timeline: { control: 'text' }, offset: { unit: 's', time: 'position' } },
  reach: () => 0,
  media: () => [],
});
