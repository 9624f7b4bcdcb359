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
  /** How many changes of the rig it follows. */
  rig: number;
  /** Of a window that several outputs share: the show clock that each of them shows. */
  parts?: Record<string, number>;
};
const REMEMBERED = 1200;
const FPS_SECONDS = 2;

export const createWatch = () => {
  const log: Drawn[] = [];
  let late = 0;
  let problem: Problem | null = null;
  /** A clock that was set back leaves entries that lie ahead. */
  const isRecent = ({ drawnAt }: Drawn, now: number): boolean =>
    drawnAt > now - FPS_SECONDS && drawnAt <= now;
  return {
    log,
    /** `age`: seconds between the time shown and the clock when it was drawn. */
    drawn(entry: Drawn, age: number, refresh: number): void {
      if (age > 1 / refresh) late += 1;
      log.push(entry);
      if (log.length > REMEMBERED) log.shift();
    },
    report(next: Problem): void {
      problem = next;
    },
    /** A problem of this code is over. */
    clear(code: string): void {
      if (problem?.code === code) problem = null;
    },
    /** `now`: show clock. */
    summary: (now: number) => ({
      kind: 'output' as const,
      fps: Math.round((log.filter((each) => isRecent(each, now)).length / FPS_SECONDS) * 10) / 10,
      late,
      frame: log.at(-1)?.frame ?? 0,
      error: problem,
    }),
    reset(): void {
      late = 0;
    },
  };
};
export type Watch = ReturnType<typeof createWatch>;
