import type { OscClock } from './port.types.ts';

/** Journal lines at most this often, seconds. */
const INTERVAL = 1;

/**
 * Rate-limited journal: the first note of a quiet second is written at once, those that follow are counted and written
 * as one line when the second is over. Memory is a number a kind.
 */
export type Tally = { note(kind: string, detail: string): void; close(): void };

export function createTally(clock: OscClock, journal: (entry: object) => void): Tally {
  let counts = new Map<string, { count: number; last: string }>();
  let cancel: (() => void) | null = null;
  let isClosed = false;
  const flush = (): void => {
    cancel?.();
    cancel = null;
    if (counts.size === 0) return;
    const entry = { kind: 'osc', at: clock.now(), text: textOf(counts), counts: countsOf(counts) };
    counts = new Map();
    journal(entry);
  };
  const later = (): void => {
    const isBusy = counts.size > 0;
    cancel = null;
    flush();
    if (isBusy) cancel = clock.after(INTERVAL * 1000, later);
  };
  return {
    note(kind, detail) {
      if (isClosed) return;
      const count = (counts.get(kind)?.count ?? 0) + 1;
      counts.set(kind, { count, last: detail });
      if (cancel !== null) return;
      flush();
      cancel = clock.after(INTERVAL * 1000, later);
    },
    close() {
      isClosed = true;
      flush();
    },
  };
}

type Counts = ReadonlyMap<string, { count: number; last: string }>;
const textOf = (counts: Counts): string =>
  [...counts].map(([kind, { count, last }]) => `${kind}${count > 1 ? ` ×${count}` : ''}: ${last}`).join('; ');
const countsOf = (counts: Counts): Record<string, number> =>
  Object.fromEntries([...counts].map(([kind, { count }]) => [kind, count]));
