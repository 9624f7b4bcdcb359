import type { Cancel, ShowClock } from '../clock.ts';

/** Tells at once, then at most once in `ms`, always the newest: a drag comes faster than pictures are drawn. */
export const createTeller = (
  clock: Pick<ShowClock, 'after' | 'host'>,
  ms: number,
  tell: () => void,
): { changed(): void; dispose(): void } => {
  let toldAt = -Infinity;
  let waiting: Cancel | null = null;
  const now = (): void => {
    waiting = null;
    toldAt = clock.host();
    tell();
  };
  return {
    changed() {
      if (waiting !== null) return;
      const left = ms - (clock.host() - toldAt) * 1000;
      if (left <= 0) now();
      else waiting = clock.after(left, now);
    },
    dispose: () => waiting?.(),
  };
};
