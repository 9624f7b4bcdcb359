import { z } from 'zod';

/**
 * An address that may be asked for the newest release: over HTTPS, or on this machine itself. Elsewhere somebody between
 * could name any program as the newer one.
 */
export const isReleaseFeed = (address: string): boolean =>
  isHttpsPage(address) ||
  /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?(?:[/?#]\S*)?$/.test(address);
/** Without a name and a password in it. */
export const isHttpsPage = (address: string): boolean =>
  /^https:\/\/[^\s/@?#\\]+(?:[/?#][^\s\\]*)?$/.test(address);

/** Whether this station asks for newer versions: the record `releases:main`. It never installs one. */
export const releasesSchema = z.object({
  check: z
    .boolean()
    .default(false)
    .describe('whether this station asks once a day for a newer Frise; nothing is ever installed'),
  feed: z
    .string()
    .max(500)
    .refine((address) => address === '' || isReleaseFeed(address), 'an https:// address')
    .default('')
    .describe(
      'address that tells the newest release as JSON, as code hosts do (…/releases/latest); empty: none',
    ),
});
export type ReleasesRecord = z.infer<typeof releasesSchema>;

export const releasesRecordSchemas = { releases: releasesSchema } as const;
