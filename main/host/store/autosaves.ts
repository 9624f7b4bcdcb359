import { stat } from 'node:fs/promises';
import { numberedFiles, readIfThere } from './files.ts';
import type { Place } from './place.ts';

/** A snapshot as it lies beside its document. */
export type Autosave = { revision: number; /** ISO UTC. */ at: string; read: () => Promise<string | null> };

/** Oldest first. */
export const autosavesOf = async (place: Place): Promise<Autosave[]> => {
  const files = await numberedFiles(place.safe, place.backupPrefix);
  const found = await Promise.all(
    files.map(async ({ file, number }): Promise<Autosave[]> => {
      const info = await stat(file).catch(() => null);
      if (info === null) return [];
      return [{ revision: number, at: info.mtime.toISOString(), read: () => readIfThere(file) }];
    }),
  );
  return found.flat();
};
