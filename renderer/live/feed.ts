import type { CameraFault } from '../../core/control/camera.messages.ts';
import { DeviceFault, openDevice, stopAll, type Media, type Wish } from './open-device.ts';
import type { LivePicture, Screen } from './screen.ts';

/**
 * One device, opened once for all that show it. What fails or ends is tried again by `tick` and by news of a device, so
 * that plugging it in is enough; while nothing comes there is no picture, since a frozen one would pass for a live one.
 */
export interface Feed {
  picture(): LivePicture | null;
  /** Goes up whenever what is shown may be another picture. */
  news(): number;
  facts(): FeedFacts;
  /** Once a second while it is wanted; `isSeen`: the page is drawn, so frames can come. */
  tick(isSeen: boolean): void;
  /** A frozen wall: its picture stands, whatever becomes of the device meanwhile. */
  hold(isHeld: boolean): void;
  /** Devices came or went. */
  again(): void;
  close(): void;
}
export type FeedFacts = {
  state: 'opening' | 'live' | 'fault';
  width: number;
  height: number;
  rate: number;
  fault: { code: CameraFault; detail: string } | null;
};
export type FeedParts = { media: Media | null; makeScreen(stream: MediaStream): Screen };
type Open = { stream: MediaStream; track: MediaStreamTrack; screen: Screen };

/** Ticks between tries, and without a frame after which the cable is out. */
const TRY_EVERY = 2;
const SILENT_AFTER = 3;
/** Ticks after which a question of the browser’s that nobody answers is told. */
const ASKED_AFTER = 5;

export const openFeed = (wish: Wish, { media, makeScreen }: FeedParts): Feed => {
  let open: Open | null = null;
  let fault: FeedFacts['fault'] = null;
  let isOpening = false;
  let isClosed = false;
  let isHeld = false;
  let hasEnded = false;
  let changes = 0;
  let waited = 0;
  const frames = createFrameCount();

  const shut = (): void => {
    if (!open) return;
    stopAll(open.stream);
    open.screen.close();
    open = null;
    hasEnded = false;
  };
  const fail = (code: CameraFault, detail: string): void => {
    shut();
    fault = { code, detail };
    changes += 1;
  };
  const show = (stream: MediaStream): void => {
    const [track] = stream.getVideoTracks();
    if (isClosed || !track) return stopAll(stream);
    open = { stream, track, screen: makeScreen(stream) };
    fault = null;
    frames.reset();
    track.addEventListener('ended', () => {
      if (open?.track !== track) return;
      if (isHeld) hasEnded = true;
      else fail('live-input-lost', '');
    });
  };
  const start = async (): Promise<void> => {
    if (isClosed || isOpening || open) return;
    isOpening = true;
    waited = 0;
    try {
      show(await openDevice(media, wish));
    } catch (error) {
      if (error instanceof DeviceFault) fail(error.code, error.message);
      else fail('live-input-busy', String(error));
    } finally {
      isOpening = false;
    }
  };
  const isSilent = (): boolean => !isHeld && open !== null && (open.track.muted || frames.isStill());
  void start();
  return {
    picture: () => (open && !isSilent() ? open.screen.picture() : null),
    news: () => changes + (open?.screen.frames() ?? 0) + (isSilent() ? 0.5 : 0),
    facts() {
      const picture = isSilent() ? null : open?.screen.picture();
      const silent = isSilent() ? ({ code: 'live-input-silent', detail: '' } as const) : null;
      return {
        state: picture ? 'live' : (fault ?? silent) ? 'fault' : 'opening',
        width: picture?.width ?? 0,
        height: picture?.height ?? 0,
        rate: picture ? frames.rate() : 0,
        fault: fault ?? silent,
      };
    },
    tick(isSeen) {
      if (open) return frames.second(open.screen.frames(), isSeen && !isHeld);
      waited += 1;
      if (!isOpening && waited >= TRY_EVERY) void start();
      if (isOpening && waited === ASKED_AFTER) fail('live-input-refused', 'the browser waits for an answer');
    },
    hold(now) {
      // One that was opened meanwhile stands from its first picture on.
      if (open && (now ? open.screen.frames() > 0 : isHeld)) open.screen.hold(now);
      isHeld = now;
      if (!now && hasEnded) fail('live-input-lost', '');
    },
    again() {
      if (fault) void start();
    },
    close() {
      isClosed = true;
      shut();
    },
  };
};

/** Frames a second of the last second, and whether they have stopped coming. */
const createFrameCount = () => {
  let before = 0;
  let last = 0;
  let still = 0;
  return {
    reset: (): void => void (before = last = still = 0),
    /** A hidden page is given no frames, which says nothing of the camera. */
    second(total: number, isSeen: boolean): void {
      const came = total - before;
      before = total;
      if (isSeen) last = came;
      still = isSeen && came === 0 ? still + 1 : 0;
    },
    rate: () => last,
    isStill: () => still >= SILENT_AFTER,
  };
};
