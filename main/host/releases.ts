import type { Handlers } from '../../core/control/dispatcher.ts';
import { isNewerVersion, readRelease } from '../../core/control/release-feed.ts';
import type { Releases } from '../../core/control/releases.topics.ts';
import type { releasesVerbs } from '../../core/control/releases.verbs.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { recordsOfKind } from '../../core/show/records.ts';
import { isReleaseFeed, releasesSchema, type ReleasesRecord } from '../../core/station/releases.schema.ts';
import type { ShowClock } from './clock.ts';
import type { Hub } from './hub.ts';
import type { Room } from './rooms.ts';

/**
 * Whether there is a newer Frise, asked where the owner wants it and nowhere else: off until then, never while a show
 * plays or is locked, and told on Settings alone. Nothing is fetched but the feed, and nothing is installed.
 */
export interface ReleasesRoom extends Room {
  handlers: Pick<Handlers, keyof typeof releasesVerbs>;
}
const MINUTE_MS = 60_000;
const FIRST_MS = MINUTE_MS;
const EVERY_MS = 24 * 60 * MINUTE_MS;
/** The show is in the way. */
const LATER_MS = 10 * MINUTE_MS;
const PATIENCE_MS = 10_000;
const MOST_BYTES = 1_000_000;

type Parts = {
  clock: Pick<ShowClock, 'after' | 'iso'>;
  hub: Hub;
  version: string;
  /** Of the station document. */
  records(): Record<string, unknown>;
  /** It plays, or is locked: nothing else is done by itself then. */
  isShowOn(): boolean;
};

export const createReleases = (parts: Parts): ReleasesRoom => {
  const { clock, hub, version } = parts;
  let settings: ReleasesRecord = releasesSchema.parse({});
  let cancel = (): void => undefined;
  const tell = (news: Partial<Releases>): void => hub.set('releases', { ...hub.get('releases'), ...news });

  const look = async (): Promise<Result<{ newest: string; isNewer: boolean }>> => {
    const { feed } = settings;
    if (feed === '') return fail('releases-no-feed', messages['releases-no-feed'].en, 'releases:main.feed');
    tell({ isLooking: true });
    const text = await textOf(feed);
    const found = text.ok ? readRelease(text.value, feed) : text;
    const lookedAt = clock.iso();
    if (!found.ok) {
      const { code, message, path } = found;
      tell({ isLooking: false, lookedAt, problem: { code, message, path } });
      return found;
    }
    const isNewer = isNewerVersion(found.value.version, version);
    tell({ isLooking: false, lookedAt, problem: null, newest: found.value, isNewer });
    return ok({ newest: found.value.version, isNewer });
  };
  const lookIn = (ms: number): void => {
    cancel();
    cancel = clock.after(ms, () => {
      if (parts.isShowOn()) return lookIn(LATER_MS);
      lookIn(EVERY_MS);
      void look();
    });
  };
  return {
    handlers: { 'releases/look': look },
    changed(which) {
      if (which !== 'station') return;
      if (hub.get('releases').own !== version) tell({ own: version });
      const next = recordsOfKind(parts.records(), 'releases', releasesSchema)[0] ?? releasesSchema.parse({});
      if (next.check === settings.check && next.feed === settings.feed) return;
      // What another feed said is no answer of this one.
      if (next.feed !== settings.feed) tell({ newest: null, isNewer: false, lookedAt: null, problem: null });
      settings = next;
      cancel();
      if (next.check && next.feed !== '') lookIn(FIRST_MS);
    },
    dispose: () => cancel(),
  };
};

/** Code `releases-unreachable`: no answer in time, another one than 200, too long, or sent on to where it may not be asked. */
const textOf = async (feed: string): Promise<Result<string>> => {
  try {
    const answer = await fetch(feed, {
      headers: { Accept: 'application/json', 'User-Agent': 'Frise' },
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) return unreachable(`${feed}: HTTP ${answer.status}`);
    if (!isReleaseFeed(answer.url)) return unreachable(`${feed}: sends on to ${answer.url}`);
    return await atMost(answer, feed);
  } catch (error) {
    return unreachable(`${feed}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const atMost = async ({ body }: Response, feed: string): Promise<Result<string>> => {
  if (body === null) return ok('');
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > MOST_BYTES) return unreachable(`${feed}: more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return ok(Buffer.concat(parts).toString('utf8'));
};

const unreachable = (path: string) => fail('releases-unreachable', messages['releases-unreachable'].en, path);
