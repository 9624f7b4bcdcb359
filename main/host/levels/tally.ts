import type { DmxFrame } from '../../ports/dmx/port.types.ts';

/** Who speaks and how often, for people; and what was refused, each thing once in a while. */
export interface Tally {
  count(frame: Pick<DmxFrame, 'source' | 'from'>, now: number): void;
  /** @returns packets a second, and who sent the last ones */
  read(now: number): [rate: number, from: string];
  nameOf(source: string): string;
  /** Of a running time one line a second is read. */
  isTimeShown(now: number): boolean;
  /** Whether it is news: an address and what is wrong with it, told once. */
  refused(from: string, what: string): boolean;
}

const windowSeconds = 2;
/** A flood of forged addresses must not fill the memory. */
const mostRemembered = 200;

export const createTally = (): Tally => {
  let recent: number[] = [];
  const names = new Map<string, string>();
  const refusals = new Set<string>();
  const heard = new Map<string, number>();
  let timeShownAt = -Infinity;
  const forget = (now: number) => {
    recent = recent.filter((at) => now - at < windowSeconds);
    for (const [from, at] of heard) if (now - at >= windowSeconds) heard.delete(from);
  };
  return {
    count({ source, from }, now) {
      recent.push(now);
      if (recent.length > 100_000) forget(now);
      if (names.size < mostRemembered || names.has(source)) names.set(source, from);
      if (heard.size < mostRemembered || heard.has(from)) heard.set(from, now);
    },
    read(now) {
      forget(now);
      return [Math.round(recent.length / windowSeconds), [...heard.keys()].join(' + ')];
    },
    nameOf: (source) => names.get(source) ?? source,
    isTimeShown(now) {
      if (now - timeShownAt < 1) return false;
      timeShownAt = now;
      return true;
    },
    refused(from, what) {
      const key = `${from} ${what}`;
      if (refusals.has(key)) return false;
      if (refusals.size >= mostRemembered) refusals.clear();
      refusals.add(key);
      return true;
    },
  };
};
