import { z } from 'zod';
import { colour, share } from './fields.ts';
import { defineLayer } from './layer.ts';

export const solidSchema = z.object({ colour: colour('#ffffff'), level: share(1) });
export type SolidParameters = z.infer<typeof solidSchema>;

/** One colour over the whole region. `level` dims it in linear light. */
export const solid = defineLayer({
  type: 'solid',
  name: { fr: 'Aplat', en: 'Solid' },
  about: { fr: 'une seule couleur partout', en: 'one colour everywhere' },
  schema: solidSchema,
  hints: { colour: { control: 'colour' }, level: { control: 'slider' } },
  reach: () => 0,
  media: () => [],
});
