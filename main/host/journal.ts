import type { JournalEntry } from '../../core/control/link.ts';
import type { ShowClock } from './clock.ts';
import { createOpenFile } from './journal/files.ts';

/**
 * What happened, append-only: one JSON line each in the station's journal folder, a file a show, and the last lines for
 * the consoles. A kind that floods (a bad cable, a fader) is thinned, and how much was left out is said. A disk that
 * refuses never stops the show: the failure is reported once and lines stay in memory.
 */
export interface Journal {
  add(kind: string, text: string, data?: unknown): void;
  tail(): JournalEntry[];
  /** A show begins, and the one before is over: at the opening, and at a reset after something was fired. */
  begin(show: { title: string; id: string }, why: 'opened' | 'reset'): void;
  /** The folder that its files lie in. */
  readonly folder: string;
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

/** What steers the show is never one of many: a cue with thirty actions is written down whole. */
const dear: ReadonlySet<string> = new Set(['cue', 'action', 'hold', 'end', 'missed']);
const dearTimes = 20;
const tailLength = 100;
const batchMs = 50;

export const createJournal = (options: Options): Journal => {
  const { clock } = options;
  const limiter = createLimiter(options.perSecond ?? 20, clock);
  const { maxBytes = 4_000_000, keep = 5 } = options;
  const file = createOpenFile({ ...options, maxBytes, keep, wallMs: clock.wallMs });
  let tail: JournalEntry[] = [];
  let waiting: string[] = [];
  let seq = 0;
  /** Of a show that a killed host left nobody knows: it counts as one that was played. */
  let isPlayed = true;
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
    if (kind === 'cue') isPlayed = true;
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
    folder: options.folder,
    begin({ title, id }, why) {
      if (why === 'reset' && !isPlayed) return;
      batch?.();
      write();
      writing = writing.then(file.turn);
      isPlayed = false;
      put('show', `show "${title}" ${why === 'reset' ? 'from the top' : 'opened'}`, { title, id });
    },
    flush,
    close: flush,
  };
};

const createLimiter = (perSecond: number, clock: ShowClock) => {
  const kinds = new Map<string, { since: number; count: number }>();
  const most = (kind: string): number => (dear.has(kind) ? perSecond * dearTimes : perSecond);
  return (kind: string): { allowed: boolean; suppressed: number } => {
    const now = clock.host();
    const before = kinds.get(kind);
    if (before !== undefined && now - before.since < 1) {
      before.count += 1;
      return { allowed: before.count <= most(kind), suppressed: 0 };
    }
    kinds.set(kind, { since: now, count: 1 });
    return { allowed: true, suppressed: Math.max(0, (before?.count ?? 0) - most(kind)) };
  };
};
