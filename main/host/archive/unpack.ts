import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { fail, ok, type Problem, type Result } from '../../../core/result.ts';
import { isInsidePath } from '../../../core/show/check-media.ts';
import { isPortablePath } from '../../../core/show/portable-name.ts';
import { hasCode, reasonOf } from '../store/files.ts';
import { isText, limits as usual, type Limits } from './limits.ts';

/**
 * An archive into a folder of its own: all of it or nothing. Names that lead out, names that stand twice, too many
 * files, too much in them: refused, and nothing is left. Codes: `archive-refused`, `archive-unreadable`,
 * `archive-target`.
 */
const chunkBytes = 64 * 1024;

class Refused extends Error {}
const refuse = (why: string): never => {
  throw new Refused(why);
};

type Count = { entries: number; read: number; written: number };

const checkName = (name: string, seen: Set<string>): void => {
  if (!isInsidePath(name)) refuse(`"${name.slice(0, 100)}" would lie outside the folder`);
  if (name.split('/').some((part) => part.startsWith('.'))) refuse(`"${name.slice(0, 100)}" is hidden`);
  if (!isPortablePath(name))
    refuse(`${JSON.stringify(name.slice(0, 100))} is a name that not every system can keep`);
  // Some file systems take two spellings for one.
  const key = name.normalize('NFC').toLowerCase();
  if (seen.has(key)) refuse(`"${name}" stands in it twice`);
  seen.add(key);
};

/** Writes one file as it comes, and counts what has come. Files that are not whole are closed by who opened them. */
const receive = (file: UnzipFile, folder: string, open: Set<number>, count: Count, limits: Limits): void => {
  const target = path.join(folder, file.name);
  mkdirSync(path.dirname(target), { recursive: true });
  const handle = openSync(target, 'wx');
  open.add(handle);
  let size = 0;
  file.ondata = (error, bytes, isLast) => {
    if (error) throw error;
    size += bytes.length;
    count.written += bytes.length;
    if (isText(file.name) && size > limits.text) refuse(`"${file.name}" is too large for a document`);
    if (count.written > limits.all) refuse('it holds more than a show can be');
    if (count.written > limits.free + limits.growth * count.read)
      refuse('it grows beyond all measure when it is unpacked');
    writeSync(handle, bytes);
    if (!isLast) return;
    open.delete(handle);
    closeSync(handle);
  };
  file.start();
};

const unpackInto = async (archive: string, folder: string, limits: Limits): Promise<number> => {
  const count: Count = { entries: 0, read: 0, written: 0 };
  const seen = new Set<string>();
  const opened = new Set<number>();
  const unzip = new Unzip((file) => {
    if (file.name.endsWith('/')) return;
    count.entries += 1;
    if (count.entries > limits.entries) refuse('it holds too many files');
    checkName(file.name, seen);
    receive(file, folder, opened, count, limits);
  });
  unzip.register(UnzipInflate);
  const handle = await open(archive, 'r');
  try {
    for (;;) {
      const buffer = new Uint8Array(chunkBytes);
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, null);
      count.read += bytesRead;
      unzip.push(buffer.subarray(0, bytesRead), bytesRead === 0);
      if (bytesRead === 0) break;
    }
  } finally {
    for (const each of opened) closeSync(each);
    await handle.close();
  }
  if (opened.size > 0) refuse('it ends in the middle of a file');
  if (!seen.has('show.json')) refuse('it holds no show.json');
  return count.entries;
};

const isFree = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return true;
    throw error;
  }
};

/** `folder`: not there yet, or empty. @returns how many files it holds now */
export const unpackShow = async (
  archive: string,
  folder: string,
  limits: Limits = usual,
): Promise<Result<number>> => {
  const part = `${path.resolve(folder)}.part`;
  try {
    if (!(await isFree(folder)))
      return fail('archive-target', `${folder} is not empty. Name a folder that is not there yet.`, folder);
    await rm(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    const entries = await unpackInto(archive, part, limits);
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
    return ok(entries);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    return problemOf(error, archive);
  }
};

const problemOf = (error: unknown, archive: string): { ok: false } & Problem =>
  error instanceof Refused
    ? fail('archive-refused', `Not unpacked: ${error.message}. Ask for another archive.`, archive)
    : fail('archive-unreadable', `Cannot be unpacked: ${reasonOf(error)}`, archive);
