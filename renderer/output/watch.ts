import type { Problem } from '../../core/result.ts';

/** Frames a second, lateness and the last problem of a page, and the hook that tests read. */
export type Drawn = {
  /** The instant that the picture shows: the show clock on the refresh grid plus the output's latency, in seconds. */
  clock: number;
  /** Seconds on the main timeline, null before the first GO. */
  position: number | null;
  plan: number;
  /** floor(show clock × refresh). */
  frame: number;
  /** The show clock when it was drawn, off the grid. */
  drawnAt: number;
};
const REMEMBERED = 600;
const FPS_SECONDS = 2;

export const createWatch = () => {
  const times: number[] = [];
  const log: Drawn[] = [];
  let late = 0;
  let last: Drawn | null = null;
  let problem: Problem | null = null;
  return {
    log,
    /** `age`: seconds between the time shown and the clock when it was drawn. */
    drawn(entry: Drawn, age: number, refresh: number): void {
      if (age > 1 / refresh) late += 1;
      last = entry;
      times.push(entry.drawnAt);
      while (times.length > 0 && times[0]! < entry.drawnAt - FPS_SECONDS) times.shift();
      log.push(entry);
      if (log.length > REMEMBERED) log.shift();
    },
    report(next: Problem): void {
      problem = next;
    },
    summary: () => ({
      kind: 'output' as const,
      fps: Math.round((times.length / FPS_SECONDS) * 10) / 10,
      late,
      frame: last?.frame ?? 0,
      error: problem,
    }),
    reset(): void {
      late = 0;
    },
  };
};
export type Watch = ReturnType<typeof createWatch>;
