import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../../core/result.ts';
import { hasCode } from '../store/files.ts';
import { unpackShow } from './unpack.ts';

/** `--show` may name an archive: it is unpacked once into the station, and never written, as a bundled show is. */
export const isArchive = (show: string): boolean => show.toLowerCase().endsWith('.frise');

/** @returns the folder to open */
export const openedShow = async (show: string, station: string): Promise<Result<string>> => {
  const info = isArchive(show) ? await stat(show).catch(() => null) : null;
  if (!info?.isFile()) return ok(show);
  const name = path
    .basename(show, path.extname(show))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const key = createHash('sha256').update(`${path.resolve(show)} ${info.size} ${info.mtimeMs}`);
  const folder = path.join(station, 'opened', `${name}-${key.digest('hex').slice(0, 8)}`);
  const isThere = await stat(path.join(folder, 'show.json')).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (isThere) return ok(folder);
  const unpacked = await unpackShow(show, folder);
  return unpacked.ok ? ok(folder) : unpacked;
};
