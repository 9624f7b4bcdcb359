import type { OffsetEstimate } from '../../core/time/offset.ts';
import { createOffsetMeter } from '../../core/time/offset-meter.ts';
import { after, pageSeconds } from './clock.ts';

/**
 * Measures the offset to the host over a socket of its own, so that no picture and no document stands before a ping.
 * Keeps its last estimate while the host is away; quartz is good for minutes.
 */
const retryMs = 300;

/** `token`: without it the network's listener answers nobody. */
export type PingLine = { url: string; token: string | null };
export const startPinging = (
  { url, token }: PingLine,
  tell: (estimate: OffsetEstimate) => void,
): (() => void) => {
  const meter = createOffsetMeter(token);
  let cancel: () => void = () => undefined;
  let isStopped = false;
  let socket: WebSocket | null = null;

  const ping = () => {
    socket?.send(meter.ping(pageSeconds()));
    cancel = after(meter.waitMs(), ping);
  };
  const hear = (data: unknown) => {
    const estimate = meter.hear(data, pageSeconds());
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
