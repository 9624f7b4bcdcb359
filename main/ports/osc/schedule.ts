import type { OscClock } from './port.types.ts';

/** Bundles that may wait for their time at once. */
export const MAX_SCHEDULED = 256;

/** Work for later on the injected clock, bounded; `add` says whether there was room. `delay` in seconds. */
export function createSchedule(clock: Pick<OscClock, 'after'>): {
  add(delay: number, work: () => void): boolean;
  clear(): void;
} {
  const waiting = new Set<() => void>();
  return {
    add(delay, work) {
      if (waiting.size >= MAX_SCHEDULED) return false;
      const cancel = clock.after(delay * 1000, () => {
        waiting.delete(cancel);
        work();
      });
      waiting.add(cancel);
      return true;
    },
    clear() {
      for (const cancel of waiting) cancel();
      waiting.clear();
    },
  };
}
