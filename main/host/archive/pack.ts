import { createWriteStream, type WriteStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { fail, ok, type Result } from '../../../core/result.ts';
import { isInsidePath } from '../../../core/show/check-media.ts';
import { isPortablePath } from '../../../core/show/portable-name.ts';
import { reasonOf } from '../store/files.ts';
import { isText, limits } from './limits.ts';

/**
 * A show folder as one file. Files stand in the order of their names with one date for all, so that the same folder
 * gives the same bytes. Links and what is hidden stay behind. Codes: `archive-source`, `archive-failed`.
 */
const DATE = new Date(2018, 10, 22);
const chunkBytes = 256 * 1024;

export const filesOf = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.path, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort();
};

const addFile = async (
  zip: Zip,
  folder: string,
  name: string,
  drained: () => Promise<void>,
): Promise<void> => {
  const entry = isText(name) ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
  entry.mtime = DATE;
  zip.add(entry);
  const handle = await open(path.join(folder, name), 'r');
  try {
    for (;;) {
      const buffer = new Uint8Array(chunkBytes);
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, null);
      if (bytesRead === 0) break;
      entry.push(buffer.subarray(0, bytesRead));
      await drained();
    }
    entry.push(new Uint8Array(0), true);
  } finally {
    await handle.close();
  }
};

const tooLarge = async (folder: string, names: readonly string[]): Promise<string | null> => {
  for (const name of names) if ((await stat(path.join(folder, name))).size > limits.file) return name;
  return null;
};

const write = async (folder: string, names: readonly string[], out: WriteStream): Promise<void> => {
  let isFull = false;
  const zip = new Zip((error, bytes, isLast) => {
    if (error) return void out.destroy(error);
    isFull = !out.write(bytes);
    if (isLast) out.end();
    return undefined;
  });
  const drained = async (): Promise<void> => {
    if (isFull) await once(out, 'drain');
    isFull = false;
  };
  for (const name of names) await addFile(zip, folder, name, drained);
  const ended = once(out, 'close');
  zip.end();
  await ended;
};

/** @returns how many files stand in it */
export const packShow = async (folder: string, file: string): Promise<Result<number>> => {
  try {
    const names = await filesOf(folder);
    if (!names.includes('show.json'))
      return fail('archive-source', `${folder} has no show.json. Name the folder of a show.`, folder);
    const strange = names.find((name) => !isInsidePath(name) || !isPortablePath(name));
    if (strange !== undefined)
      return fail(
        'archive-source',
        `${JSON.stringify(strange)} is a name that not every system can keep. Rename it.`,
        strange,
      );
    const large = await tooLarge(folder, names);
    if (large !== null)
      return fail(
        'archive-source',
        `${large} is larger than 4 GiB, which an archive has no room for.`,
        large,
      );
    // `wx`: another archive is never written over.
    const out = createWriteStream(file, { flags: 'wx' });
    await once(out, 'open');
    await write(folder, names, out);
    return ok(names.length);
  } catch (error) {
    return fail('archive-failed', `Could not be packed: ${reasonOf(error)}`, file);
  }
};
