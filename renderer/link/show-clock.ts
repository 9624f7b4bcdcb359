import type { ClockMap } from '../../core/control/link.ts';
import type { OffsetEstimate } from '../../core/time/offset.ts';
import { after, pageMs, pageSecondsAt } from './clock.ts';
import { startPinging, type PingLine } from './ping.ts';

/** The show clock as this page knows it: the host's map and the measured offset. Runs on while the host is away. */
export interface PageClock {
  /** Show clock in seconds at a `performance.now()` time of this page; null before the first measurement. */
  showNow(pageMs?: number): number | null;
  /** At most so wrong, seconds; null before the first measurement. */
  error(): number | null;
  setMap(map: ClockMap): void;
  map(): ClockMap | null;
  stop(): void;
}

/** `token`: a paired device's; null on the host's own machine. */
export const createPageClock = (url: string, token: string | null): PageClock => {
  let estimate: OffsetEstimate | null = null;
  let map: ClockMap | null = null;
  const stop = measure({ url, token }, (next) => (estimate = next));
  return {
    showNow: (at = pageMs()) => (estimate && map ? showAt(map, pageSecondsAt(at) + estimate.offset) : null),
    error: () => estimate?.error ?? null,
    setMap: (next) => (map = next),
    map: () => map,
    stop,
  };
};

/** `host`: seconds on the host's clock. */
export const showAt = (map: ClockMap, host: number): number => map.show + (host - map.host) * map.rate;

const retryMs = 500;

const measure = (line: PingLine, tell: (estimate: OffsetEstimate) => void): (() => void) => {
  if (typeof Worker === 'undefined') return startPinging(line, tell);
  let stop: () => void = () => undefined;
  const start = (): void => {
    const worker = new Worker(new URL('./clock.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<OffsetEstimate>) => tell(data);
    // The host was gone when its script was asked for. Without a clock the page would draw nothing, for ever.
    worker.onerror = () => {
      worker.terminate();
      stop = after(retryMs, start);
    };
    worker.postMessage(line);
    stop = () => worker.terminate();
  };
  start();
  return () => stop();
};
