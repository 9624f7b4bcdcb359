import { useEffect, useState } from 'react';
import { after, pageSeconds } from '../../link/clock.ts';

/** Redraws the asking component about once a second. */
const EVERY_MS = 500;
export const useSecondTick = (): void => {
  const [, setTick] = useState(0);
  useEffect(() => {
    let cancel = after(EVERY_MS, function next() {
      setTick((tick) => tick + 1);
      cancel = after(EVERY_MS, next);
    });
    return () => cancel();
  }, []);
};

/**
 * Seconds since a moment that the host tells of, ISO UTC. What changes while the page looks on has just happened, by
 * the page's own clock: a tablet whose clock is wrong still counts right. What was there before goes by the wall clocks.
 */
export const useAge = (at: string | null): number | null => {
  useSecondTick();
  const [seen, setSeen] = useState<{ at: string | null; since: number } | null>(null);
  if (seen?.at !== at) {
    const isFirst = seen === null;
    const behind = at === null || !isFirst ? 0 : Math.max(0, pageSeconds() - Date.parse(at) / 1000);
    setSeen({ at, since: pageSeconds() - behind });
  }
  return at === null || seen === null ? null : Math.max(0, pageSeconds() - seen.since);
};

/** 3 s, 4 min, 2 h, 5 d: as coarse as one reads it. */
export const ageText = (seconds: number): string => {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
};
