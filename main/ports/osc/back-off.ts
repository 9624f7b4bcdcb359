import type { OscClock } from './port.types.ts';

/** Seconds between two attempts, doubled from the first to the last, then for ever. */
const FIRST = 0.5;
const LAST = 10;

/** Waits longer after each failure, and from the beginning once something went well. */
export function createBackOff(clock: Pick<OscClock, 'after'>): {
  later(work: () => void): void;
  reset(): void;
  stop(): void;
} {
  let wait = FIRST;
  let cancel: (() => void) | null = null;
  return {
    later(work) {
      cancel?.();
      cancel = clock.after(wait * 1000, work);
      wait = Math.min(LAST, wait * 2);
    },
    reset: () => void (wait = FIRST),
    stop() {
      cancel?.();
      cancel = null;
    },
  };
}
