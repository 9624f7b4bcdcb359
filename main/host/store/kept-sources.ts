import { access, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../../core/result.ts';
import { makeFolder, readIfThere, reasonOf, sha256, writeDurably } from './files.ts';

/**
 * The texts that the show was opened from, in the session's folder. The show's own folder may be a stick or a share that
 * is pulled out during the show: a host that dies then comes back with what was opened, and GO goes on.
 */
export interface KeptSources {
  /** Of the file; where it can't be had now, what was opened last, by a host that comes back alone. null: neither. */
  read(file: string): Promise<{ text: string; isGone: boolean } | null>;
}

export const FOLDER_GONE = 'show-folder-gone';

/** Takes back what was said of files that are there again. A share that does not answer is asked once at a time. */
export const createReturned = (problems: Problem[]): (() => Promise<void>) => {
  let isAsking = false;
  return async () => {
    if (isAsking) return;
    isAsking = true;
    for (const problem of problems.filter(({ code }) => code === FOLDER_GONE)) {
      const isThere = await access(problem.path).then(
        () => true,
        () => false,
      );
      if (isThere) problems.splice(problems.indexOf(problem), 1);
    }
    isAsking = false;
  };
};

export const openKeptSources = async (folder: string, isComingBack: boolean): Promise<KeptSources> => {
  const placeOf = (file: string): string => path.join(folder, sha256(path.resolve(file)).slice(0, 16));
  // On a disk that refuses nothing is kept, and the session says so.
  const refused = (): undefined => undefined;
  if (!isComingBack) await rm(folder, { recursive: true, force: true }).catch(refused);
  const keep = async (file: string, text: string): Promise<void> => {
    const place = placeOf(file);
    // Once a link leads nowhere the station takes its path for another show, without the edits of this one.
    if ((await realpath(file)) !== path.resolve(file)) return;
    if ((await readIfThere(place)) === text) return;
    await makeFolder(folder);
    await writeDurably(place, text);
  };
  return {
    async read(file) {
      const found = await readIfThere(file).catch((error: unknown) => new Error(reasonOf(error)));
      if (typeof found === 'string') {
        const isKept = keep(file, found).catch(refused);
        // One that comes back has them as a rule, and every look at them would keep the wall waiting.
        if (!isComingBack) await isKept;
        return { text: found, isGone: false };
      }
      const kept = isComingBack ? await readIfThere(placeOf(file)) : null;
      if (kept !== null) return { text: kept, isGone: true };
      // A stick that was pulled out is not a file that is not there.
      if (found !== null) throw found;
      return null;
    },
  };
};
