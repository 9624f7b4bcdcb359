import { estimateOffset, keepSample, type OffsetEstimate, type OffsetSample } from './offset.ts';

/**
 * One line of pings: what to send when, and the estimate after each answer. Pages and a spare measure the host's clock
 * by it, each over a socket of its own. Times are seconds on the asker's monotonic clock.
 */
export interface OffsetMeter {
  /** The next ping as it travels. */
  ping(now: number): string;
  /** How long to wait before the next, ms: quick at first, so that who just came is right within half a second. */
  waitMs(): number;
  /** null: no answer to a ping, or nothing is known yet. */
  hear(text: unknown, receivedAt: number): OffsetEstimate | null;
}
const everyMs = 250;
const quickMs = 40;
const quickPings = 8;
const windowSeconds = 10;

/** `token`: without it the network's listener answers nobody. */
export const createOffsetMeter = (token: string | null): OffsetMeter => {
  let samples: OffsetSample[] = [];
  let count = 0;
  return {
    ping(now) {
      count += 1;
      return JSON.stringify({ t: 'ping', id: count, at: now, token });
    },
    waitMs: () => (count < quickPings ? quickMs : everyMs),
    hear(text, receivedAt) {
      const pong = pongOf(text);
      if (pong === null) return null;
      samples = keepSample(samples, { sentAt: pong.at, receivedAt, host: pong.host }, windowSeconds);
      return estimateOffset(samples, receivedAt);
    },
  };
};

const pongOf = (data: unknown): { at: number; host: number } | null => {
  if (typeof data !== 'string') return null;
  const message: unknown = JSON.parse(data);
  if (typeof message !== 'object' || message === null || !('at' in message) || !('host' in message))
    return null;
  const { at, host } = message;
  return typeof at === 'number' && typeof host === 'number' ? { at, host } : null;
};
