import type { ClockSeconds } from '../../core/ids.ts';
import type { ClockMap } from '../../core/control/link.ts';

/**
 * The show clock (DESIGN §5): monotonic, continuous, its rate disciplined by the leading device. The only place of the
 * host that reads time or sets a timer. A change of rate starts a new piece of the map at the present instant, so the
 * clock never jumps and never runs back.
 */
export type ClockSource = ClockMap['source'];
export type Cancel = () => void;
export interface ShowClock {
  /** Show clock, seconds. */
  now(): ClockSeconds;
  /** The machine's monotonic clock, seconds; what `pong` carries. */
  host(): number;
  wallMs(): number;
  iso(): string;
  map(): ClockMap;
  /** The two clocks at one instant, seconds. */
  sample(): { host: number; show: number };
  /** Time code leads from now on: until it lets go (null), what any other source asks for is left aside. */
  lead(source: 'ltc' | 'mtc' | null): void;
  /** Refused (false) when the rate is no plausible drift: beyond ±1 %. */
  setRate(rate: number, source: ClockSource, locked?: boolean): boolean;
  /** Runs by another host's clock, as this map says, and by nothing else until null gives it back. */
  follow(map: ClockMap | null): void;
  /** Machine time. */
  after(ms: number, fn: () => void): Cancel;
  every(ms: number, fn: () => void): Cancel;
  /** Calls `fn(at)` once the show clock has reached `at`, never before it; the lateness is now() − at. */
  at(at: ClockSeconds, fn: (at: ClockSeconds) => void): Cancel;
  onChange(listener: (map: ClockMap) => void): Cancel;
  dispose(): void;
}
export type MachineTime = {
  /** Monotonic seconds. */
  hostSeconds(): number;
  wallMs(): number;
  /** One timer, at least `ms` from now. */
  timer(ms: number, fn: () => void): Cancel;
};

const greatestDrift = 0.01;
/** Longer timers wrap around in Node. */
const longestTimerMs = 2 ** 30;

export const machineTime: MachineTime = {
  hostSeconds: () => Number(process.hrtime.bigint()) / 1e9,
  wallMs: () => Date.now(),
  timer(ms, fn) {
    const handle = setTimeout(fn, ms);
    return () => clearTimeout(handle);
  },
};

/** `startAt`: show clock at this instant. */
export const createShowClock = (startAt: number, machine: MachineTime = machineTime): ShowClock => {
  let map: ClockMap = {
    host: machine.hostSeconds(),
    show: startAt,
    rate: 1,
    source: 'machine',
    locked: true,
  };
  let isFollowing = false;
  let leader: ClockSource | null = null;
  const listeners = new Set<(map: ClockMap) => void>();
  const cancels = new Set<Cancel>();
  const showAt = (host: number) => map.show + (host - map.host) * map.rate;
  const now = () => showAt(machine.hostSeconds());

  const after = (ms: number, fn: () => void): Cancel => {
    const stop = machine.timer(Math.max(0, Math.min(ms, longestTimerMs)), () => {
      cancels.delete(cancel);
      fn();
    });
    const cancel = () => {
      cancels.delete(cancel);
      stop();
    };
    cancels.add(cancel);
    return cancel;
  };
  const every = (ms: number, fn: () => void): Cancel => {
    let cancel = after(ms, function tick() {
      cancel = after(ms, tick);
      fn();
    });
    return () => cancel();
  };
  const at = (time: ClockSeconds, fn: (at: ClockSeconds) => void): Cancel => {
    // Node's timers may fire a fraction of a millisecond early, and the rate may change while one waits.
    let cancel = after(0, function look() {
      const left = time - now();
      if (left <= 0) fn(time);
      else cancel = after(Math.ceil((left / map.rate) * 1000), look);
    });
    return () => cancel();
  };
  const setRate = (rate: number, source: ClockSource, locked = true): boolean => {
    if (isFollowing || !Number.isFinite(rate) || Math.abs(rate - 1) > greatestDrift) return false;
    if (leader !== null && source !== leader) return true;
    if (rate === map.rate && source === map.source && locked === map.locked) return true;
    const host = machine.hostSeconds();
    map = { host, show: showAt(host), rate, source, locked };
    for (const listener of listeners) listener(map);
    return true;
  };
  return {
    now,
    host: machine.hostSeconds,
    wallMs: machine.wallMs,
    iso: () => new Date(machine.wallMs()).toISOString(),
    map: () => map,
    sample() {
      const host = machine.hostSeconds();
      return { host, show: showAt(host) };
    },
    follow(next) {
      isFollowing = next !== null;
      if (next === null) return;
      map = next;
      for (const listener of listeners) listener(map);
    },
    lead(source) {
      if (leader === source) return;
      leader = source;
      setRate(source === null ? 1 : map.rate, source ?? 'machine');
    },
    setRate,
    after,
    every,
    at,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      for (const cancel of cancels) cancel();
      listeners.clear();
    },
  };
};
