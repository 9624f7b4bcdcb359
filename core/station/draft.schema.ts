import { z } from 'zod';

/** Where the designer's edits go (docs/draft.md): the record `draft:main`. */
export const draftSettingsSchema = z.object({
  edits: z
    .enum(['running', 'always', 'live'])
    .default('running')
    .describe(
      'blind while something plays; always blind; live: onto the outputs at once, also while the show plays',
    ),
  fade: z.number().min(0).max(60).default(2).describe('s of cross-fade when a draft is taken'),
});
export type DraftSettings = z.infer<typeof draftSettingsSchema>;

export const draftRecordSchemas = { draft: draftSettingsSchema } as const;
