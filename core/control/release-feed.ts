import { compareVersions, validateStrict } from 'compare-versions';
import { z } from 'zod';
import { messages } from '../messages.ts';
import { fail, ok, type Result } from '../result.ts';
import { isHttpsPage } from '../station/releases.schema.ts';
import type { Release } from './releases.topics.ts';

/** What code hosts tell of the newest release (GitHub, Gitea and Forgejo, GitLab), or `version` alone. */
const feedSchema = z.object({
  version: z.string().optional(),
  tag_name: z.string().optional(),
  html_url: z.string().optional(),
  published_at: z.string().optional(),
  released_at: z.string().optional(),
  _links: z.object({ self: z.string().optional() }).optional(),
});

/** Code `releases-unreadable`, with what is wrong in the message. */
export const readRelease = (text: string, path: string): Result<Release> => {
  const told = feedSchema.safeParse(jsonOf(text));
  if (!told.success) return unreadable(path);
  const { version, tag_name: tag, html_url: page, _links: links, ...dates } = told.data;
  const number = (version ?? tag ?? '').replace(/^v/, '');
  if (number.length > 60 || !validateStrict(number)) return unreadable(path);
  return ok({
    version: number,
    address: pageOf(page ?? links?.self),
    date: dateOf(dates.published_at ?? dates.released_at),
  });
};
/** `own`, `other`: `1.4.0`, `1.5.0-beta.1`; a pre-release is older than its release (Semantic Versioning 2, § 11). */
export const isNewerVersion = (other: string, own: string): boolean => compareVersions(other, own) > 0;

const unreadable = (path: string) => fail('releases-unreadable', messages['releases-unreadable'].en, path);

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
/** It is shown to a person, who may open it: nothing but a page. */
const pageOf = (address = ''): string | null =>
  address.length <= 500 && isHttpsPage(address) ? address : null;
const dateOf = (date = ''): string | null =>
  Number.isNaN(Date.parse(date)) ? null : new Date(date).toISOString();
