import type { z } from 'zod';
import { cueSchema } from '../../../../core/show/show.schema.ts';
import type { Word } from '../../words.ts';

/** A cue's fields in the order in which an operator thinks; a test holds them against the schema, so none is left out. */
export type CueGroup = { word: Word; schema: z.ZodObject };
export const CUE_GROUPS = [
  { word: 'cueGroupName', schema: cueSchema.pick({ number: true, name: true }) },
  { word: 'cueGroupPlace', schema: cueSchema.pick({ at: true, arrive: true, entry: true }) },
  {
    word: 'cueGroupTimes',
    schema: cueSchema.pick({ preWait: true, fade: true, postWait: true, continue: true, follow: true }),
  },
  {
    word: 'cueGroupGo',
    schema: cueSchema.pick({ quantise: true, guard: true, retrigger: true, again: true, cap: true }),
  },
  { word: 'cueGroupLook', schema: cueSchema.pick({ colour: true, note: true }) },
  { word: 'cueGroupOff', schema: cueSchema.pick({ skip: true, disarmed: true }) },
  { word: 'cueGroupActions', schema: cueSchema.pick({ actions: true, variants: true }) },
] as const satisfies readonly CueGroup[];
