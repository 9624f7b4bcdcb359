import { startPinging, type PingLine } from './ping.ts';

/** Pings away from the page's thread: a frame that takes long must not look like a slow network. */
self.onmessage = ({ data }: MessageEvent<PingLine>) => {
  startPinging(data, (estimate) => self.postMessage(estimate));
};
