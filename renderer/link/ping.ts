import {
  estimateOffset,
  keepSample,
  type OffsetEstimate,
  type OffsetSample,
} from '../../core/time/offset.ts';
import { after, pageSeconds } from './clock.ts';

/**
 * Measures the offset to the host over a socket of its own, so that no picture and no document stands before a ping.
 * Keeps its last estimate while the host is away; quartz is good for minutes.
 */
const everyMs = 250;
const quickMs = 40;
/** So many quick pings first, so that a page that just opened is right within half a second. */
const quickPings = 8;
const windowSeconds = 10;
const retryMs = 300;

/** `token`: without it the network's listener answers nobody. */
export type PingLine = { url: string; token: string | null };
export const startPinging = (
  { url, token }: PingLine,
  tell: (estimate: OffsetEstimate) => void,
): (() => void) => {
  let samples: OffsetSample[] = [];
  let count = 0;
  let cancel: () => void = () => undefined;
  let isStopped = false;
  let socket: WebSocket | null = null;

  const ping = () => {
    count += 1;
    socket?.send(JSON.stringify({ t: 'ping', id: count, at: pageSeconds(), token }));
    cancel = after(count < quickPings ? quickMs : everyMs, ping);
  };
  const hear = (data: unknown) => {
    const receivedAt = pageSeconds();
    const pong = pongOf(data);
    if (pong === null) return;
    samples = keepSample(samples, { sentAt: pong.at, receivedAt, host: pong.host }, windowSeconds);
    const estimate = estimateOffset(samples, receivedAt);
    if (estimate !== null) tell(estimate);
  };
  const open = () => {
    socket = new WebSocket(url);
    socket.onopen = ping;
    socket.onmessage = ({ data }) => hear(data);
    socket.onclose = () => {
      cancel();
      if (!isStopped) cancel = after(retryMs, open);
    };
  };
  open();
  return () => {
    isStopped = true;
    cancel();
    socket?.close();
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
