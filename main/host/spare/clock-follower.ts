import type { WebSocket } from 'ws';
import type { ClockMap } from '../../../core/control/link.ts';
import type { OffsetEstimate } from '../../../core/time/offset.ts';
import { createOffsetMeter } from '../../../core/time/offset-meter.ts';
import { steer } from '../../../core/time/steer.ts';
import type { ShowClock } from '../clock.ts';
import { socketOf } from './line.ts';
import type { Access } from './target.ts';

/**
 * Keeps this host's show clock on the other one's: its map, moved by the measured offset of the two machines. Pings go
 * over a socket of their own, so that no document stands before them. While the other is away the clock runs on at its
 * last rate.
 */
export interface ClockFollower {
  setMap(map: ClockMap): void;
  /** At most so wrong, ms. */
  errorMs(): number | null;
  /** Another meter: the other host has started anew, and its monotonic clock may be another machine's. */
  restart(): void;
  stop(): void;
}
const retryMs = 300;

export const followClock = (clock: ShowClock, access: () => Access): ClockFollower => {
  let meter = createOffsetMeter(access().token);
  let estimate: OffsetEstimate | null = null;
  let map: ClockMap | null = null;
  let isStopped = false;
  let socket: WebSocket | null = null;
  let cancel: () => void = () => undefined;

  const apply = () => {
    if (map === null || estimate === null || isStopped) return;
    const { source, locked } = map;
    const wanted = { ...map, host: map.host - estimate.offset };
    const own = clock.map();
    const next = steer(own, wanted, clock.host());
    if (next !== null || own.source !== source || own.locked !== locked)
      clock.follow({ ...(next ?? own), source, locked });
  };
  const open = () => {
    const next = socketOf(access());
    socket = next;
    const ping = () => {
      next.send(meter.ping(clock.host()));
      cancel = clock.after(meter.waitMs(), ping);
    };
    next.on('open', ping);
    next.on('message', (data: Buffer) => {
      const heard = meter.hear(data.toString('utf8'), clock.host());
      if (heard === null) return;
      estimate = heard;
      apply();
    });
    next.on('error', () => undefined); // `close` follows, and the other line tells of it
    next.on('close', () => {
      cancel();
      if (!isStopped) cancel = clock.after(retryMs, open);
    });
  };
  open();
  return {
    setMap(next) {
      map = next;
      apply();
    },
    errorMs: () => (estimate === null ? null : estimate.error * 1000),
    restart() {
      meter = createOffsetMeter(access().token);
      estimate = null;
    },
    stop() {
      isStopped = true;
      cancel();
      socket?.close();
    },
  };
};
