import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { DocumentEdit } from '../../../core/show/document.ts';
import { readIfThere, sha256, syncFolder } from './files.ts';

/**
 * The edit log: one line an edit, `<checksum> <json>`, after a header that names the snapshot it builds on. An edit is
 * acknowledged once its line is on the disk. A line that a crash has torn was never acknowledged and is dropped.
 */
const headerSchema = z.object({
  /** sha256 of the snapshot's text. */
  base: z.string(),
  /** Revision of the snapshot. */
  revision: z.number().int(),
});
const editSchema: z.ZodType<DocumentEdit> = z.object({
  label: z.string(),
  put: z.record(z.string(), z.unknown()),
  remove: z.array(z.string()),
  order: z.record(z.string(), z.array(z.string()).nullable()),
});
const entrySchema = z.object({
  /** Revision after it. */
  revision: z.number().int(),
  author: z.string(),
  gesture: z.string().nullable(),
  kind: z.enum(['edit', 'undo', 'redo']),
  edit: editSchema,
});
export type LogHeader = z.infer<typeof headerSchema>;
export type LogEntry = z.infer<typeof entrySchema>;
export type LogContent = {
  header: LogHeader;
  entries: LogEntry[];
  /** Bytes of sound lines; what lies behind is torn or broken. */
  length: number;
  /** Whole lines were left out behind a broken one: not a torn end but a damaged file. */
  isDamaged: boolean;
};

const logLine = (value: LogHeader | LogEntry): string => {
  const json = JSON.stringify(value);
  return `${sha256(json).slice(0, 16)} ${json}\n`;
};

const readLine = (line: string): unknown => {
  const json = line.slice(17);
  return line.slice(0, 16) === sha256(json).slice(0, 16) ? (JSON.parse(json) as unknown) : undefined;
};

export const parseLog = (text: string): LogContent | null => {
  const lines = text.split('\n').slice(0, -1);
  const header = headerSchema.safeParse(lines[0] === undefined ? undefined : readLine(lines[0]));
  if (!header.success) return null;
  const entries: LogEntry[] = [];
  let length = Buffer.byteLength(lines[0] ?? '') + 1;
  for (const line of lines.slice(1)) {
    const entry = entrySchema.safeParse(readLine(line));
    if (!entry.success) break;
    entries.push(entry.data);
    length += Buffer.byteLength(line) + 1;
  }
  return { header: header.data, entries, length, isDamaged: lines.length - 1 > entries.length };
};

/** null: no such file, or its header never reached the disk (then nothing in it was acknowledged). */
export const readLog = async (file: string): Promise<LogContent | null> => {
  const text = await readIfThere(file);
  return text === null ? null : parseLog(text);
};

export interface EditLog {
  /** Resolves once the lines are on the disk; after a rejection the file is as it was before. */
  append(entries: readonly LogEntry[]): Promise<void>;
  /** false: its folder was deleted, renamed or unmounted; what is appended would be nowhere. */
  isThere(): Promise<boolean>;
  close(): Promise<void>;
}

/** A disk that is nearly full takes a part of a write without an error; the next one then fails. */
const writeAll = async (handle: FileHandle, bytes: Buffer, position: number): Promise<void> => {
  let done = 0;
  while (done < bytes.length)
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
};

const writer = (file: string, handle: FileHandle, start: number): EditLog => {
  let length = start;
  let isBroken = false;
  return {
    async append(entries) {
      if (isBroken) throw new Error('the log could not be put right after an earlier failure; restart Frise');
      const bytes = Buffer.from(entries.map(logLine).join(''));
      try {
        await writeAll(handle, bytes, length);
        await handle.datasync();
        length += bytes.length;
      } catch (error) {
        isBroken = true;
        await handle.truncate(length);
        isBroken = false;
        throw error;
      }
    },
    async isThere() {
      const [ours, found] = await Promise.all([handle.stat(), stat(file).catch(() => null)]);
      return found !== null && found.ino === ours.ino && found.dev === ours.dev;
    },
    close: () => handle.close(),
  };
};

export const createLog = async (file: string, header: LogHeader): Promise<EditLog> => {
  const handle = await open(file, 'w');
  const bytes = Buffer.from(logLine(header));
  await writeAll(handle, bytes, 0);
  await handle.sync();
  await syncFolder(path.dirname(file));
  return writer(file, handle, bytes.length);
};

/** Goes on writing behind the sound lines. */
export const reopenLog = async (file: string, length: number): Promise<EditLog> => {
  const handle = await open(file, 'r+');
  await handle.truncate(length);
  await handle.sync();
  return writer(file, handle, length);
};
