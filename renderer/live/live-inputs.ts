import { cameraMessages } from '../../core/control/camera.messages.ts';
import type { LiveInputReport } from '../../core/control/camera.report.ts';
import type { Problem } from '../../core/result.ts';
import { cameraOf, type Camera } from '../../core/station/camera.read.ts';
import { openFeed, type Feed, type FeedFacts, type FeedParts } from './feed.ts';
import type { LivePicture } from './screen.ts';

/**
 * A page's live inputs, by the names that its show gives them. One stream a device and format, whoever shows it; opened
 * when a layer first wants it, which is a moment before its clip is on, and closed when none has wanted it for a while.
 */
export interface LiveInputs {
  /** The newest picture; null: there is none (yet). Never waits. */
  want(input: string): LivePicture | null;
  /** Wants again what was wanted lately, for a page that doesn't draw on while nothing changes. */
  keep(): void;
  /** A frozen wall: what is shown stands. Asked of each frame. */
  hold(isHeld: boolean): void;
  /** Goes up with each new picture of any. */
  news(): number;
  facts(): LiveInputReport[];
  dispose(): void;
}
export type LiveInputsParts = FeedParts & {
  /** What this station has said of its devices, now. */
  cameras(): readonly Camera[];
  /** Calls back each second. Gives back its end. */
  everySecond(fn: () => void): () => void;
  isSeen(): boolean;
};
/** Seconds for which a stream stays open that nobody wants: a loop comes back, a GO is near. */
const WARM_SECONDS = 3;
const NOTHING = { width: 0, height: 0, rate: 0 } as const;
type Held = { feed: Feed; idle: number };

export const createLiveInputs = (parts: LiveInputsParts): LiveInputs => {
  const feeds = new Map<string, Held>();
  /** Input → seconds since a layer wanted it. */
  const wanted = new Map<string, number>();

  const feedOf = (camera: Camera): Feed => {
    const { device, width, height, rate } = camera;
    const key = JSON.stringify([device, width, height, rate]);
    const held = feeds.get(key) ?? { feed: openFeed({ device, width, height, rate }, parts), idle: 0 };
    held.idle = 0;
    feeds.set(key, held);
    return held.feed;
  };
  const feedFor = (input: string): { camera: Camera; feed: Feed } | null => {
    const camera = cameraOf(parts.cameras(), input);
    return camera && { camera, feed: feedOf(camera) };
  };
  const tick = (): void => {
    for (const [input, idle] of wanted)
      if (idle >= WARM_SECONDS) wanted.delete(input);
      else wanted.set(input, idle + 1);
    for (const [key, held] of feeds) {
      held.idle += 1;
      if (held.idle <= WARM_SECONDS) held.feed.tick(parts.isSeen());
      else {
        held.feed.close();
        feeds.delete(key);
      }
    }
  };
  const again = (): void => {
    for (const { feed } of feeds.values()) feed.again();
  };
  const stop = parts.everySecond(tick);
  parts.media?.addEventListener('devicechange', again);
  return {
    want(input) {
      const name = input.trim();
      if (name === '') return null;
      wanted.set(name, 0);
      return feedFor(name)?.feed.picture() ?? null;
    },
    keep() {
      for (const input of wanted.keys()) {
        wanted.set(input, 0);
        feedFor(input);
      }
    },
    hold(isHeld) {
      for (const { feed } of feeds.values()) feed.hold(isHeld);
    },
    news: () => [...feeds.values()].reduce((sum, { feed }) => sum + feed.news(), 0),
    facts: () =>
      [...wanted.keys()].map((input) => {
        const camera = cameraOf(parts.cameras(), input);
        if (!camera) return unmapped(input);
        return told(input, camera.device, factsOf(camera));
      }),
    dispose() {
      stop();
      parts.media?.removeEventListener('devicechange', again);
      for (const { feed } of feeds.values()) feed.close();
      feeds.clear();
    },
  };

  /** Asking how it is wants nothing. */
  function factsOf({ device, width, height, rate }: Camera): FeedFacts {
    const held = feeds.get(JSON.stringify([device, width, height, rate]));
    return held?.feed.facts() ?? { ...NOTHING, state: 'opening', fault: null };
  }
};

const problemOf = (input: string, code: keyof typeof cameraMessages, detail: string): Problem => ({
  code,
  message: `“${input}”: ${cameraMessages[code].en}${detail === '' ? '' : ` (${detail})`}`,
  path: `live:${input}`,
});
const told = (input: string, device: string, { fault, ...facts }: FeedFacts): LiveInputReport => ({
  input,
  device,
  ...facts,
  problem: fault && problemOf(input, fault.code, fault.detail),
});
const unmapped = (input: string): LiveInputReport => ({
  input,
  device: '',
  ...NOTHING,
  state: 'fault',
  problem: problemOf(input, 'live-input-unmapped', ''),
});
