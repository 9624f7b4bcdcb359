import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_MEDIA_BYTES } from '../../../core/control/media.verbs.ts';
import { offersOf, type Conversion } from '../../../core/media/convert.ts';
import { pathFor } from '../../../core/media/media-name.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { ShowClock } from '../clock.ts';
import { makeFolder } from '../store/files.ts';
import { startConversion, sweepUploads, type Work } from './conversion.ts';
import { openUpload, writeFault, type Upload } from './upload.ts';

/**
 * Files on their way into the show, a handful at a time. Its id is a secret of 128 bits that only who may edit the show
 * was given, so the pieces need to show nothing else. One that is left alone is removed; so is what a crash left.
 */
export interface Uploads {
  /**
   * `convert`: for a converter, and never to be finished.
   * Codes: `media-name`, `media-type`, `media-too-large`, `media-disk-full`, `media-write`, `upload-many`.
   */
  begin(file: {
    name: string;
    bytes: number;
    convert?: Conversion['what'] | undefined;
  }): Promise<Result<{ upload: string; piece: number }>>;
  has(upload: string): boolean;
  append(upload: string, at: number, data: Uint8Array): Promise<Result<{ received: number }>>;
  /** Hands the file to `take`; whatever comes of it, the upload is over, unless the file has not all come. */
  finish<T>(upload: string, sha256: string | null, take: Take<T>): Promise<Result<T>>;
  /** Hands a whole file to its converter. Codes: `upload-unknown`, `upload-unfinished`, `convert-busy`. */
  convert(upload: string): Promise<Result<Record<string, never>>>;
  /** How far it is; a failure of its own otherwise. Code: `upload-unknown`. */
  converted(upload: string): Result<{ isDone: boolean; share: number; name: string }>;
  /** Absolute; null: there is nothing (yet). */
  convertedFile(upload: string): string | null;
  cancel(upload: string): Promise<Result<Record<string, never>>>;
  dispose(): Promise<void>;
}
export type Finished = { name: string; path: string; file: string; hash: string; bytes: number };
type Take<T> = (file: Finished) => Promise<Result<T>>;
type Options = {
  /** Beside the show's own folder, so that a finished file is moved and not copied. */
  folder: string;
  clock: Pick<ShowClock, 'every' | 'host'>;
  /** Bytes that the disk of a folder has left. */
  free?: (folder: string) => Promise<number>;
};
type Entry = {
  upload: Upload;
  /** Where it goes in the show; null: nowhere, it is for a converter. */
  path: string | null;
  convert: Conversion['what'] | null;
  work: Work | null;
  heardAt: number;
  queue: Promise<unknown>;
};

const mostAtOnce = 8;
/** Bytes that are left to the show itself: its log must never be the one that finds the disk full. */
const keptFree = 512 * 2 ** 20;
/** Bytes of a piece that pages are asked for. */
const piece = 2 ** 20;
const idleSeconds = 600;
const lookMs = 30_000;
const freeOf = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

export const createUploads = ({ folder, clock, free = freeOf }: Options): Uploads => {
  const entries = new Map<string, Entry>();
  /** What an earlier run left is nobody's any more. */
  const swept = sweepUploads(folder);
  const refused = (code: keyof typeof messages) => fail(code, messages[code].en);
  const drop = async (id: string): Promise<void> => {
    const entry = entries.get(id);
    entries.delete(id);
    await entry?.work?.stop();
    await entry?.upload.remove();
  };
  /** One after another: a page may not wait for the answer before it sends the next. */
  const inTurn = async <T>(id: string, act: (entry: Entry) => Promise<Result<T>>): Promise<Result<T>> => {
    const entry = entries.get(id);
    if (!entry) return refused('upload-unknown');
    entry.heardAt = clock.host();
    const done = entry.queue.then(() => (entries.has(id) ? act(entry) : refused('upload-unknown')));
    entry.queue = done;
    return done;
  };
  const stopLooking = clock.every(lookMs, () => {
    for (const [id, { heardAt }] of entries) if (clock.host() - heardAt > idleSeconds) void drop(id);
  });
  return {
    async begin({ name, bytes, convert = null }) {
      const path = convert === null ? pathFor(name) : ok(null);
      if (!path.ok) return path;
      if (convert !== null && !offersOf(name).includes(convert)) return refused('media-type');
      if (bytes > MOST_MEDIA_BYTES) return refused('media-too-large');
      if (entries.size >= mostAtOnce) return refused('upload-many');
      try {
        await swept;
        await makeFolder(folder);
        const asked = [...entries.values()].reduce(
          (sum, { upload }) => sum + upload.bytes - upload.received,
          bytes,
        );
        if ((await free(folder)) < asked + keptFree) return refused('media-disk-full');
      } catch (error) {
        return writeFault(error);
      }
      const id = randomBytes(16).toString('hex');
      const opened = await openUpload({
        file: join(folder, `${id}.part`),
        name,
        bytes,
        isRaw: convert !== null,
      });
      if (!opened.ok) return opened;
      entries.set(id, {
        upload: opened.value,
        path: path.value,
        convert,
        work: null,
        heardAt: clock.host(),
        queue: Promise.resolve(),
      });
      return ok({ upload: id, piece });
    },
    has: (id) => entries.has(id),
    append: (id, at, data) =>
      inTurn(id, async ({ upload }) => {
        const appended = await upload.append(at, data);
        // A file of another kind, or no room: no further piece would help.
        if (!appended.ok && !['upload-place', 'upload-length'].includes(appended.code)) await drop(id);
        return appended;
      }),
    finish: (id, sha256, take) =>
      inTurn(id, async ({ upload, path }) => {
        if (path === null) return refused('upload-unknown');
        const closed = await upload.close(sha256);
        if (!closed.ok) {
          if (closed.code !== 'upload-unfinished') await drop(id);
          return closed;
        }
        const { name, bytes } = upload;
        const taken = await take({ name, path, bytes, ...closed.value });
        // A file that was taken has been moved away; otherwise it goes here.
        await drop(id);
        return taken;
      }),
    convert: (id) =>
      inTurn(id, async (entry) => {
        const { upload, convert } = entry;
        if (convert === null || entry.work !== null) return refused('upload-unknown');
        if ([...entries.values()].some(({ work }) => work?.isOver() === false))
          return refused('convert-busy');
        const closed = await upload.close(null);
        if (!closed.ok) return closed;
        const { file } = closed.value;
        const room = (): Promise<number> =>
          free(folder).then(
            (bytes) => bytes - keptFree,
            () => Infinity, // a disk that can't be asked says so where it is written to
          );
        entry.work = startConversion({ name: upload.name, what: convert, file, room });
        return ok({});
      }),
    converted(id) {
      const entry = entries.get(id);
      if (!entry?.work) return refused('upload-unknown');
      entry.heardAt = clock.host();
      return entry.work.state();
    },
    convertedFile: (id) => entries.get(id)?.work?.file() ?? null,
    async cancel(id) {
      const { has } = this;
      if (!has(id)) return refused('upload-unknown');
      await drop(id);
      return ok({});
    },
    async dispose() {
      stopLooking();
      await Promise.all([...entries.keys()].map(drop));
    },
  };
};
