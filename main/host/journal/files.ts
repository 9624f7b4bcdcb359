import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { journalLineSchema, type JournalLine } from '../../../core/control/safety.verbs.ts';

/**
 * The journal's files: `journal.jsonl` is the show that is being written, `journal.1.jsonl` … its earlier parts when it
 * is long; a show that is over lies in `show-<id>.jsonl`, parts likewise. A journal of before shows were told apart has
 * the first names, so it becomes the first show.
 */
const OPEN = 'journal';
/** Shows that are always kept, and those that are while they are young: a night of rehearsal must not push them out. */
const KEPT = 30;
const YOUNG_DAYS = 14;
const MOST = 200;

const nameOf = (stem: string, part: number): string =>
  part === 0 ? `${stem}.jsonl` : `${stem}.${part}.jsonl`;
export const missing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

/** Numbers of the parts that are there, oldest (highest) first. */
const partsOf = (names: readonly string[], stem: string): number[] =>
  names
    .flatMap((name) => {
      const [, found, part] = /^(.+?)(?:\.(\d{1,3}))?\.jsonl$/.exec(name) ?? [];
      return found === stem ? [Number(part ?? 0)] : [];
    })
    .toSorted((a, b) => b - a);
const listing = async (folder: string): Promise<string[]> => (await readdir(folder).catch(missing)) ?? [];

/** Paths of a show's parts, oldest first; [] when there is none. */
export const pathsOf = async (folder: string, stem: string): Promise<string[]> =>
  partsOf(await listing(folder), stem).map((part) => join(folder, nameOf(stem, part)));

/** Ids of the shows that are over, newest first: they begin with their time. */
export const showIds = async (folder: string): Promise<string[]> => {
  const ids = (await listing(folder)).flatMap((name) => /^show-([a-z0-9-]+)\.jsonl$/.exec(name)?.[1] ?? []);
  return ids.toSorted().toReversed();
};
export const stemOf = (id: string | null): string => (id === null ? OPEN : `show-${id}`);

/** Lines as they come from the disk, a few at a time; a torn or foreign line is left out. */
export async function* linesOf(paths: readonly string[]): AsyncGenerator<JournalLine> {
  for (const path of paths) {
    const input = createReadStream(path, 'utf8');
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      const line = parse(text);
      if (line !== null) yield line;
    }
  }
}
const parse = (text: string): JournalLine | null => {
  try {
    const parsed = journalLineSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // torn by a power cut
  }
};

/** `20261125-210003` from the first line's time, or the file's. */
const stampOf = async (path: string): Promise<string> => {
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(400), 0, 400, 0);
  await handle.close();
  const told = /"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/.exec(buffer.toString('utf8', 0, bytesRead))?.[1];
  const at = told ?? (await stat(path)).mtime.toISOString().slice(0, 19);
  return at.replaceAll(/[-:]/g, '').replace('T', '-');
};

/** The show that was written is over: it gets a name of its own, and the oldest go. */
const closeShow = async (folder: string, nowMs: number): Promise<void> => {
  const names = await listing(folder);
  const parts = partsOf(names, OPEN);
  const [oldest] = parts;
  if (oldest === undefined) return;
  const stamp = await stampOf(join(folder, nameOf(OPEN, oldest)));
  let id = stamp;
  for (let n = 2; names.includes(nameOf(stemOf(id), 0)); n += 1) id = `${stamp}-${n}`;
  for (const part of parts)
    await rename(join(folder, nameOf(OPEN, part)), join(folder, nameOf(stemOf(id), part)));
  await prune(folder, nowMs);
};
const prune = async (folder: string, nowMs: number): Promise<void> => {
  const ids = await showIds(folder);
  for (const [index, id] of ids.entries()) {
    if (index < KEPT) continue;
    const paths = await pathsOf(folder, stemOf(id));
    const newest = paths.at(-1);
    const changed = newest === undefined ? 0 : (await stat(newest)).mtimeMs;
    const isYoung = nowMs - changed < YOUNG_DAYS * 86_400_000;
    if (index < MOST && isYoung) continue;
    for (const path of paths) await rm(path, { force: true });
  }
};

type Options = {
  folder: string;
  /** What keeps it from being written; null: it is written again. */
  onFault(message: string | null): void;
  wallMs(): number;
  /** Of one part, and how many earlier parts a show has at most. */
  maxBytes: number;
  keep: number;
};
/** Appends to the open show. Calls must wait for each other. */
export const createOpenFile = ({ folder, onFault, wallMs, maxBytes, keep }: Options) => {
  const path = (part: number) => join(folder, nameOf(OPEN, part));
  let size: number | null = null;
  const rotate = async () => {
    await rm(path(keep), { force: true });
    for (let part = keep - 1; part >= 0; part -= 1) await rename(path(part), path(part + 1)).catch(missing);
    size = 0;
  };
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
      onFault(null);
    } catch (error) {
      size = null; // the folder may be gone: look again
      onFault(error instanceof Error ? error.message : String(error));
    }
  };
  return {
    append: (lines: string) =>
      guarded(async () => {
        if (size === null) {
          await mkdir(folder, { recursive: true });
          size = (await stat(path(0)).catch(missing))?.size ?? 0;
        }
        if (size > maxBytes) await rotate();
        await appendFile(path(0), lines).catch(async (error: NodeJS.ErrnoException) => {
          missing(error);
          // The station's folder was deleted under the show.
          await mkdir(folder, { recursive: true });
          size = 0;
          await appendFile(path(0), lines);
        });
        size += Buffer.byteLength(lines);
      }),
    turn: () =>
      guarded(async () => {
        await closeShow(folder, wallMs());
        size = null;
      }),
  };
};
