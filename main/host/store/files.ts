import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writing that survives a power cut: temporary file, fsync, rename, fsync of the folder. A reader sees the old file or
 * the new one, never half of one.
 */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Windows cannot open a folder for syncing; NTFS journals the rename itself. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) await syncFolder(path.dirname(first));
};

/** `mode`: 0o600 for what only this account may read. */
export const writeDurably = async (file: string, text: string, mode = 0o666): Promise<void> => {
  const temporary = `${file}.tmp`;
  const handle = await open(temporary, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
};

/** null: there is no such file. */
export const readIfThere = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};

/** Files `<prefix><number>` in a folder, lowest number first. */
export const numberedFiles = async (
  folder: string,
  prefix: string,
): Promise<{ file: string; number: number }[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  return names
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => ({ file: path.join(folder, name), number: Number(name.slice(prefix.length)) }))
    .sort((a, b) => a.number - b.number);
};
