import { realpath, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { freePath } from '../../../core/media/media-name.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { isInsidePath } from '../../../core/show/check-media.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { mediaSchema, type MediaRecord, type ShowDocument } from '../../../core/show/show.schema.ts';
import { hashOf } from '../sound/analysis-files.ts';
import { makeFolder, syncFolder } from '../store/files.ts';
import { resolveInside } from '../store/media.ts';
import { writeFault } from './upload.ts';
import type { Finished } from './uploads.ts';

/**
 * A whole file → its place in the show's folder on the station. A file that the show has already is not kept twice, one
 * that a record misses goes back to that record's place, and nothing that lies there is ever written over.
 */
export type TakenIn = { path: string; hash: string; medium: string | null; relinked: boolean };
type Medium = MediaRecord & { id: string };
/** `folders`: the station's own first. */
type Show = { document: ShowDocument; folders: readonly string[] };

const sizeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    (info) => (info.isFile() ? info.size : null),
    () => null,
  );

/** The record that is this very file: by its hash, or, where it names none, by what lies there. */
const sameAs = async ({ document, folders }: Show, { hash, bytes }: Finished): Promise<Medium | null> => {
  const all = recordsOfKind(document.records, 'media', mediaSchema);
  const named = all.find((medium) => medium.hash === hash);
  if (named) return named;
  for (const medium of all.filter((each) => each.hash === null)) {
    const file = resolveInside(folders, medium.path);
    if (file.ok && (await sizeOf(file.value)) === bytes && (await hashOf(file.value)) === hash) return medium;
  }
  return null;
};

/** By a folder, too. */
const isTaken = (found: Result<string>): boolean => found.ok || found.code === 'media-unreadable';

/** Codes: `path-outside`, `media-disk-full`, `media-write`. */
export const takeIn = async (show: Show, file: Finished): Promise<Result<TakenIn>> => {
  const { document, folders } = show;
  const { hash } = file;
  try {
    const same = await sameAs(show, file);
    const isHere = same !== null && resolveInside(folders, same.path).ok;
    if (same && isHere) return ok({ path: same.path, hash, medium: same.id, relinked: false });
    if (same && isInsidePath(same.path)) {
      const moved = await moveIn(folders[0] ?? '', same.path, file.file);
      return moved.ok ? ok({ path: same.path, hash, medium: same.id, relinked: true }) : moved;
    }
    const taken = new Set(recordsOfKind(document.records, 'media', mediaSchema).map((medium) => medium.path));
    const own = freePath(file.path, (each) => taken.has(each) || isTaken(resolveInside(folders, each)));
    const moved = await moveIn(folders[0] ?? '', own, file.file);
    return moved.ok ? ok({ path: own, hash, medium: null, relinked: false }) : moved;
  } catch (error) {
    return writeFault(error);
  }
};

/** By rename, within one disk. A folder inside may be a link that leads elsewhere. */
const moveIn = async (root: string, relative: string, file: string): Promise<Result<null>> => {
  const target = path.join(root, relative);
  const folder = path.dirname(target);
  await makeFolder(folder);
  const [inside, whole] = await Promise.all([realpath(folder), realpath(root)]);
  if (inside !== whole && !inside.startsWith(whole + path.sep))
    return fail('path-outside', `"${relative}" leads out of the show folder.`, relative);
  await rename(file, target);
  await syncFolder(folder);
  return ok(null);
};
