import type { ShowClock } from './clock.ts';

/** Any number of calls within `ms` are one. */
export const soon = (clock: ShowClock, ms: number, work: () => void) => {
  let waiting: (() => void) | null = null;
  return () => {
    waiting ??= clock.after(ms, () => {
      waiting = null;
      work();
    });
  };
};
