import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fdatasync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Plan } from '../../core/playback/plan.ts';
import { fullSound } from '../../core/playback/sound.ts';
import { savedLineUpSchema } from './line-up/saved.ts';
import { savedLocksSchema } from './locks.ts';

/**
 * What a killed host comes back with: plan, show clock, armed inputs, patterns on the wall. Two small files take turns: the newer is written
 * at once (that survives a kill of the process) and flushed to the disk in the background (that survives a power cut);
 * the other is left alone until then, so one whole state is always there. Each holds one line with its own checksum.
 */
const planShape = z.looseObject({
  id: z.number().int(),
  effectiveAt: z.number(),
  /** An older host knew none. */
  sound: z.looseObject({}).default({ ...fullSound }),
});
const sampleSchema = z.object({
  clip: z.string(),
  param: z.string(),
  value: z.union([z.number(), z.string(), z.boolean(), z.array(z.number())]).nullable(),
  at: z.number(),
});
const stateSchema = z.object({
  n: z.number().int(),
  /** false once a host has ended on purpose: the next start opens black. */
  running: z.boolean(),
  show: z.object({ id: z.string(), folder: z.string() }),
  clock: z.object({ host: z.number(), show: z.number(), wallMs: z.number(), boot: z.string().nullable() }),
  /** Natural events up to this clock time have been acted upon. */
  horizon: z.number(),
  plans: z.array(planShape).min(1),
  /** Levels from outside that were in force. */
  live: z.array(sampleSchema).default([]),
  disarmed: z.array(z.string()),
  lineUp: savedLineUpSchema.nullable().default(null),
  locks: savedLocksSchema.nullable().default(null),
});
export type SessionState = Omit<z.infer<typeof stateSchema>, 'n' | 'plans'> & { plans: Plan[] };
export interface Session {
  /** What was found at the start, or null. */
  found: SessionState | null;
  save(state: SessionState): void;
  /** Keeps what was found beside, where nothing writes over it. @returns its path; null: the disk would not have it */
  setAside(iso: string): string | null;
  /** Where its folder was deleted, renamed or unmounted it is written anew. */
  look(): void;
  /** Resolves when what was saved is on the disk. */
  flush(): Promise<void>;
  close(): void;
}

const sum = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** `onFault`: what keeps it from being written; null: it is written again. */
export const openSession = (folder: string, onFault: (message: string | null) => void): Session => {
  const paths = ['a', 'b'].map((slot) => join(folder, `session.${slot}.json`));
  const read = paths.map(readSlot);
  const newest = (read[1]?.n ?? -1) > (read[0]?.n ?? -1) ? 1 : 0;
  const open = () => {
    mkdirSync(folder, { recursive: true });
    return paths.map(openForWriting);
  };
  const pair = createPair(1 - newest, onFault);
  // A start on a disk that refuses is told so and ends; a host that comes back reads what is there and goes on.
  if (read[newest]?.state.running !== true) open().forEach(closeSync);
  pair.reopen(open);
  let last: string | null = null;
  let n = read[newest]?.n ?? 0;
  return {
    found: read[newest]?.state ?? null,
    save(state) {
      n += 1;
      const body = JSON.stringify({ n, ...state });
      last = `${sum(body)} ${body}\n`;
      pair.write(last);
    },
    setAside(iso) {
      const aside = join(folder, `session.set-aside-${iso.replaceAll(':', '-')}.json`);
      try {
        copyFileSync(paths[newest] ?? '', aside);
        return aside;
      } catch {
        return null; // the show comes first
      }
    },
    look() {
      if (last === null || !pair.isLost(paths)) return;
      pair.reopen(open);
      pair.write(last);
    },
    flush: pair.idle,
    close: pair.close,
  };
};

const openForWriting = (path: string): number => {
  closeSync(openSync(path, 'a'));
  return openSync(path, 'r+');
};

/** Reads one slot; a torn, foreign or missing file is no state. */
const readSlot = (path: string): { n: number; state: SessionState } | null => {
  let line: string;
  try {
    line = readFileSync(path, 'utf8').split('\n', 1)[0] ?? '';
  } catch {
    return null; // never written yet
  }
  const body = line.slice(17);
  if (line.slice(0, 16) !== sum(body)) return null;
  const parsed = stateSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return null;
  const { n, plans, ...rest } = parsed.data;
  // The checksum says that this is what a host of ours wrote; the engine forgets what the show no longer has.
  return { n, state: { ...rest, plans: plans as unknown as Plan[] } };
};

/** The file of this name is the one that is open; one that can't be asked for is not. */
const isOpenAt = (path: string, handle: number | undefined): boolean => {
  if (handle === undefined) return false;
  try {
    const [found, ours] = [statSync(path), fstatSync(handle)];
    return found.ino === ours.ino && found.dev === ours.dev;
  } catch {
    return false;
  }
};

const createPair = (first: number, onFault: (message: string | null) => void) => {
  let handles: number[] = [];
  let slot = first;
  /** Its folder is gone and can't be made anew: what is written is nowhere. */
  let isNowhere = false;
  let isDirty = false;
  /** The slot in use holds no whole state, or none that is sure to be on the disk: the other one is the last good one. */
  let isTorn = false;
  let isClosed = false;
  let flushing: Promise<void> | null = null;
  const failed = (error: unknown) => {
    isTorn = true;
    onFault(error instanceof Error ? error.message : String(error));
  };
  const flush = (handle: number) =>
    new Promise<void>((done) => {
      fdatasync(handle, (error) => {
        if (error) failed(error);
        done();
      });
    });
  const flushUntilClean = async (handle: number) => {
    while (isDirty) {
      isDirty = false;
      await flush(handle);
    }
    if (!isTorn) slot = 1 - slot;
    flushing = null;
  };
  return {
    write(text: string) {
      const handle = handles[slot];
      if (handle === undefined || isClosed) return;
      try {
        // What follows the first newline is left from a longer, older state and is never read.
        writeWhole(handle, Buffer.from(text));
        if (isTorn && !isNowhere) onFault(null);
        isTorn = false;
        isDirty = true;
        // First everything that waits for the plan is told; the disk has time.
        flushing ??= Promise.resolve().then(() => flushUntilClean(handle));
      } catch (error) {
        failed(error);
      }
    },
    /** Not while the disk is busy with the old files. */
    isLost: (paths: readonly string[]) =>
      !isClosed && flushing === null && !paths.every((path, index) => isOpenAt(path, handles[index])),
    reopen(open: () => number[]) {
      const wasNowhere = isNowhere;
      isNowhere = true;
      try {
        const fresh = open();
        handles.forEach(closeSync);
        handles = fresh;
        isNowhere = false;
        if (wasNowhere) onFault(null);
      } catch (error) {
        failed(error);
      }
    },
    idle: () => flushing ?? Promise.resolve(),
    close() {
      isClosed = true; // the number of a closed file may be another's by now
      handles.forEach(closeSync);
    },
  };
};

/** A disk that is nearly full takes a part of a write without an error; the next one then fails. */
const writeWhole = (handle: number, bytes: Buffer): void => {
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done, bytes.length - done, done);
};
