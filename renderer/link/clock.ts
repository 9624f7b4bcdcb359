/**
 * The page's own time, the only place of the link that reads it. Seconds since the epoch on the monotonic clock: the
 * page and its workers count `performance.now()` from different origins, and their `timeOrigin`s make them one.
 */
export const pageSeconds = (): number => (performance.timeOrigin + performance.now()) / 1000;
/** A `performance.now()` or `requestAnimationFrame` time of this very page. */
export const pageSecondsAt = (pageMs: number): number => (performance.timeOrigin + pageMs) / 1000;
export const pageMs = (): number => performance.now();

export const after = (ms: number, fn: () => void): (() => void) => {
  const handle = setTimeout(fn, ms);
  return () => clearTimeout(handle);
};
