import { appendFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from '../../core/control/link.ts';
import type { ShowClock } from './clock.ts';

/**
 * What happened, append-only: one JSON line each in the station's journal folder, rotated, and the last lines for the
 * consoles. A kind that floods (a bad cable, a fader) is thinned, and how much was left out is said. A disk that
 * refuses never stops the show: the failure is reported once and lines stay in memory.
 */
export interface Journal {
  add(kind: string, text: string, data?: unknown): void;
  tail(): JournalEntry[];
  /** Resolves when everything is on disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
type Options = {
  folder: string;
  clock: ShowClock;
  onChange(tail: JournalEntry[]): void;
  onFault(message: string | null): void;
  /** Lines of one kind that are let through within a second. */
  perSecond?: number;
  maxBytes?: number;
  keep?: number;
};

const tailLength = 100;
const batchMs = 50;

export const createJournal = (options: Options): Journal => {
  const { clock } = options;
  const limiter = createLimiter(options.perSecond ?? 20, clock);
  const file = createRotatingFile(options);
  let tail: JournalEntry[] = [];
  let waiting: string[] = [];
  let seq = 0;
  let batch: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = () => {
    batch = null;
    const lines = waiting.join('');
    waiting = [];
    options.onChange(tail);
    if (lines !== '') writing = writing.then(() => file.append(lines));
  };
  const put = (kind: string, text: string, data?: unknown) => {
    const entry: JournalEntry = { seq: (seq += 1), at: clock.iso(), clock: clock.now(), kind, text };
    if (data !== undefined) entry.data = data;
    tail = [...tail.slice(1 - tailLength), entry];
    waiting.push(`${JSON.stringify(entry)}\n`);
    batch ??= clock.after(batchMs, write);
  };
  const flush = async () => {
    batch?.();
    write();
    await writing;
  };
  return {
    add(kind, text, data) {
      const { allowed, suppressed } = limiter(kind);
      if (suppressed > 0) put(kind, `${suppressed} more lines of this kind were left out`);
      if (allowed) put(kind, text, data);
    },
    tail: () => tail,
    flush,
    close: flush,
  };
};

const createLimiter = (perSecond: number, clock: ShowClock) => {
  const kinds = new Map<string, { since: number; count: number }>();
  return (kind: string): { allowed: boolean; suppressed: number } => {
    const now = clock.host();
    const before = kinds.get(kind);
    if (before !== undefined && now - before.since < 1) {
      before.count += 1;
      return { allowed: before.count <= perSecond, suppressed: 0 };
    }
    kinds.set(kind, { since: now, count: 1 });
    return { allowed: true, suppressed: Math.max(0, (before?.count ?? 0) - perSecond) };
  };
};

const createRotatingFile = ({ folder, onFault, maxBytes = 4_000_000, keep = 5 }: Options) => {
  const path = (n: number) => join(folder, n === 0 ? 'journal.jsonl' : `journal.${n}.jsonl`);
  let size: number | null = null;
  const rotate = async () => {
    await rm(path(keep), { force: true });
    for (let n = keep - 1; n >= 0; n -= 1) await rename(path(n), path(n + 1)).catch(ignoreMissing);
    size = 0;
  };
  const append = async (lines: string) => {
    try {
      if (size === null) {
        await mkdir(folder, { recursive: true });
        size = (await stat(path(0)).catch(ignoreMissing))?.size ?? 0;
      }
      if (size > maxBytes) await rotate();
      await appendFile(path(0), lines);
      size += Buffer.byteLength(lines);
      onFault(null);
    } catch (error) {
      size = null; // the folder may be gone: look again
      onFault(error instanceof Error ? error.message : String(error));
    }
  };
  return { append };
};

const ignoreMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};
