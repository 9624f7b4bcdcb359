import { createHash } from 'node:crypto';
import { createReadStream, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, ok } from '../../../core/result.ts';
import type { Problem, Result } from '../../../core/result.ts';
import { isInsidePath } from '../../../core/show/check-media.ts';
import { mediaSchema } from '../../../core/show/show.schema.ts';
import type { MediaRecord, ShowDocument } from '../../../core/show/show.schema.ts';
import { hasCode, reasonOf } from './files.ts';

/**
 * Media by record, never by a path from outside: the file must lie in one of the show's folders after every link was
 * followed. Codes: `media-unknown`, `path-outside`, `media-missing`, `media-unreadable`, `media-hash`.
 */
const inFolder = (folder: string, relative: string): Result<string> | null => {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(path.join(root, relative));
    if (!file.startsWith(root + path.sep))
      return fail('path-outside', `"${relative}" leads out of the show folder. Copy the file into it.`);
    // Who opens a pipe waits for its other end, for ever.
    return statSync(file).isFile()
      ? ok(file)
      : fail('media-unreadable', `"${relative}" is a folder or a pipe, no file. Copy the file there.`);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    return fail('media-unreadable', `"${relative}" cannot be read: ${reasonOf(error)}`);
  }
};

const outside = (relative: string) =>
  fail('path-outside', `"${relative}" is no path inside the show folder.`);

/** Looks through the folders in order; the first that has the file gives it. Links that lead outside are refused. */
export const resolveInside = (folders: readonly string[], relative: string): Result<string> => {
  if (!isInsidePath(relative)) return outside(relative);
  for (const folder of folders) {
    const found = inFolder(folder, relative);
    if (found) return found;
  }
  return fail('media-missing', `"${relative}" is not in the show folder. Copy it there.`);
};

const mediaRecord = (document: ShowDocument, id: string): Result<MediaRecord> => {
  const record = Object.hasOwn(document.records, id) ? mediaSchema.safeParse(document.records[id]) : null;
  return record?.success && id.startsWith('media:')
    ? ok(record.data)
    : fail('media-unknown', `"${id}" is no media record of this show.`, id);
};

const hashFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/** null: the file is what its record says, or the record says nothing. */
export const hashProblem = async (
  file: string,
  expected: string | null,
  at: string,
): Promise<Problem | null> => {
  if (expected === null) return null;
  try {
    if ((await hashFile(file)) === expected) return null;
    const message =
      'The file is not the one that the show was made with (sha256 differs). Restore it, or update the hash.';
    return { code: 'media-hash', message, path: at };
  } catch (error) {
    return { code: 'media-unreadable', message: `Cannot be read: ${reasonOf(error)}`, path: at };
  }
};

/** Where what was made of a file may lie, nearest first; new ones are written to `own`, which is below `root`. */
export type Beside = { found: string[]; own: string; root: string };
export interface MediaFiles {
  /** Absolute path of a record's file. */
  file(id: string): Result<string>;
  /** Files of the record's path and this ending, in the folders' order, and where a new one belongs. */
  beside(id: string, ending: string): Result<Beside>;
  /** Another file stands at this record's path. */
  changed(id: string): void;
  readonly problems: Problem[];
}

/** Each file's hash is checked once, in the background, when it is first asked for. `folders`: the station's own first. */
export const createMediaFiles = (document: () => ShowDocument, folders: readonly string[]): MediaFiles => {
  /** By id: which file with which record was looked at. */
  const checked = new Map<string, string>();
  const problems = new Map<string, Problem>();
  const check = async (file: string, record: MediaRecord, id: string): Promise<void> => {
    const found = await hashProblem(file, record.hash, `${id}.hash`);
    if (found) problems.set(id, found);
    else problems.delete(id);
  };
  const fileOf = (id: string): Result<string> => {
    const record = mediaRecord(document(), id);
    if (!record.ok) return record;
    const file = resolveInside(folders, record.value.path);
    if (!file.ok) {
      problems.set(id, { code: file.code, message: file.message, path: `${id}.path` });
      // What comes back in its place is looked at anew.
      checked.delete(id);
      return { ...file, path: `${id}.path` };
    }
    const key = `${file.value} ${record.value.hash}`;
    if (checked.get(id) !== key) void check(file.value, record.value, id);
    checked.set(id, key);
    return file;
  };
  return {
    file: fileOf,
    changed(id) {
      checked.delete(id);
      fileOf(id);
    },
    beside(id, ending) {
      const record = mediaRecord(document(), id);
      if (!record.ok) return record;
      const relative = `${record.value.path}${ending}`;
      if (!isInsidePath(relative)) return outside(relative);
      const found = folders.map((folder) => resolveInside([folder], relative));
      const root = folders[0] ?? '';
      const all = found.flatMap((each) => (each.ok ? [each.value] : []));
      return ok({ found: all, own: path.join(root, relative), root });
    },
    get problems() {
      // A file that was missing may have come meanwhile: a spare's do, one after another.
      for (const [id, { code }] of problems) {
        if (!mediaRecord(document(), id).ok) problems.delete(id);
        else if (code === 'media-missing') fileOf(id);
      }
      return [...problems.values()];
    },
  };
};
