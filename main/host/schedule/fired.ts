import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode, reasonOf } from '../store/files.ts';

/**
 * Which firings have happened, in the station's folder (`schedule.json`): a host that is started again a minute after a
 * firing must not repeat it. Written before the firing is done and without waiting for the disk: it outlives a crash of
 * the host, which may be what the firing brings about.
 */
export interface FiredFile {
  /** Instants in milliseconds since 1970 UTC, newest last. */
  of(schedule: string): readonly number[];
  set(schedule: string, instants: readonly number[]): void;
}
const fileSchema = z.object({ fired: z.record(z.string(), z.array(z.number())) });

/** `onFault`: why the file can't be read or written; null: all is well. */
export const openFired = (folder: string, onFault: (message: string | null) => void): FiredFile => {
  const path = join(folder, 'schedule.json');
  const known = read(path, onFault);
  return {
    of: (schedule) => known.get(schedule) ?? [],
    set(schedule, instants) {
      known.set(schedule, instants);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${path}.new`, `${JSON.stringify({ fired: Object.fromEntries(known) }, null, 2)}\n`);
        renameSync(`${path}.new`, path);
        onFault(null);
      } catch (error) {
        onFault(reasonOf(error));
      }
    },
  };
};

const read = (path: string, onFault: (message: string | null) => void): Map<string, readonly number[]> => {
  try {
    const text = readFileSync(path, 'utf8');
    return new Map(Object.entries(fileSchema.parse(JSON.parse(text)).fired));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) onFault(reasonOf(error));
    return new Map();
  }
};
