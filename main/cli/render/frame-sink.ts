import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Zip, ZipPassThrough } from 'fflate';
import { fail, ok, type Result } from '../../../core/result.ts';
import { reasonOf } from '../../host/store/files.ts';

/**
 * Numbered pictures of a film, one at a time: beside each other as `name-00001.png`, or in one zip. All of them or none:
 * what was begun and not finished is removed. Codes: `out-unwritable`, `sequence-too-large`.
 */
export interface FrameSink {
  add(png: Uint8Array): Promise<Result<null>>;
  finish(): Promise<Result<null>>;
  abandon(): Promise<void>;
}
/** A zip counts in four bytes; its list of names needs some room, too. */
const MOST_ZIP_BYTES = 2 ** 32 - 2 ** 24;
const DATE = new Date(2018, 10, 22);

const numbered = (name: string, number: number): string => `${name}-${String(number).padStart(5, '0')}.png`;
const unwritable = (out: string, error: unknown) =>
  fail('out-unwritable', `can't be written: ${reasonOf(error)}; free space or change --out.`, out);

export const openFrameSink = (out: string): FrameSink =>
  path.extname(out).toLowerCase() === '.zip' ? zipSink(out) : folderSink(out);

const folderSink = (out: string): FrameSink => {
  const name = out.slice(0, -path.extname(out).length);
  const written: string[] = [];
  return {
    async add(png) {
      const file = numbered(name, written.length + 1);
      written.push(file);
      try {
        await writeFile(file, png);
        return ok(null);
      } catch (error) {
        return unwritable(file, error);
      }
    },
    finish: () => Promise.resolve(ok(null)),
    async abandon() {
      for (const file of written) await rm(file, { force: true });
    },
  };
};

const zipSink = (out: string): FrameSink => {
  const half = `${out}.${process.pid}.part`;
  const file = createWriteStream(half);
  let fault: unknown = null;
  let isFull = false;
  let count = 0;
  let bytes = 0;
  file.on('error', (error) => (fault = error));
  const zip = new Zip((error, data, isLast) => {
    if (error) fault = error;
    else isFull = !file.write(data);
    if (isLast) file.end();
  });
  const drained = async (): Promise<Result<null>> => {
    if (isFull && fault === null) await once(file, 'drain').catch((error: unknown) => (fault = error));
    return fault === null ? ok(null) : unwritable(out, fault);
  };
  return {
    async add(png) {
      bytes += png.length + 200;
      if (bytes > MOST_ZIP_BYTES)
        return fail(
          'sequence-too-large',
          'The pictures are more than a zip of 4 GiB holds: export fewer seconds at a time.',
          out,
        );
      count += 1;
      // They are packed already.
      const entry = new ZipPassThrough(numbered('frame', count));
      entry.mtime = DATE;
      zip.add(entry);
      entry.push(png, true);
      return drained();
    },
    async finish() {
      if (fault !== null) return unwritable(out, fault);
      try {
        zip.end();
        await once(file, 'close');
        if (fault !== null) return unwritable(out, fault);
        await rename(half, out);
        return ok(null);
      } catch (error) {
        return unwritable(out, error);
      }
    },
    async abandon() {
      file.destroy();
      await rm(half, { force: true });
    },
  };
};
