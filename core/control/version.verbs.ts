import { z } from 'zod';

/**
 * Which version of the show is played on the night: with its flashes or softened, in French or in English. It is a
 * setting of the show, so every page, output and spare has it with the document. What is left out stays.
 */
const version = {
  flashes: z.enum(['full', 'soft']),
  language: z.enum(['fr', 'en']),
};
export const versionVerbs = {
  version: {
    in: z.strictObject({ flashes: version.flashes.optional(), language: version.language.optional() }),
    out: z.object(version),
    roles: ['operator', 'designer', 'owner'],
    effect: 'station',
    stable: false,
  },
} as const;
