import { writeFileSync } from 'node:fs';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CODING, convertedName, type Conversion } from '../../../core/media/convert.ts';
import { ok, type Result } from '../../../core/result.ts';
import { endLeftOver, runFfmpeg } from './ffmpeg.ts';

/** One file at the converter's; what comes of it lies beside the file until it is stopped. */
export interface Work {
  isOver(): boolean;
  /** `name`: what comes of it is called so. A refusal: nothing came of it, and why. */
  state(): Result<{ isDone: boolean; share: number; name: string }>;
  /** Absolute; null: it is not ready. */
  file(): string | null;
  /** Ends what runs and removes what it has written. */
  stop(): Promise<void>;
}
type Options = {
  name: string;
  what: Conversion['what'];
  file: string;
  room(): Promise<number>;
};

export const startConversion = ({ name, what, file, room }: Options): Work => {
  const target = `${file}.${CODING[what].ending}`;
  const stop = new AbortController();
  let share = 0;
  let result: Result<null> | null = null;
  const progress = (now: number): void => {
    share = now;
  };
  const number = numberFileOf(file);
  const started = (pid: number): void => {
    try {
      writeFileSync(number, String(pid));
    } catch {
      // Only a host that is killed would need it.
    }
  };
  const work = { what, source: file, target, progress, started, room, signal: stop.signal };
  const done = runFfmpeg(work).then((told) => {
    result = told;
  });
  return {
    isOver: () => result !== null,
    state: () =>
      result?.ok === false
        ? result
        : ok({
            isDone: result !== null,
            share: result === null ? share : 1,
            name: convertedName(name, what),
          }),
    file: () => (result?.ok === true ? target : null),
    async stop() {
      stop.abort();
      await done;
      await rm(target, { force: true });
      await rm(number, { force: true });
    },
  };
};

const NUMBER = '.pid';
/** Beside the file: the process that converts it, for the host after one that was killed. */
const numberFileOf = (file: string): string => `${file}${NUMBER}`;

/** Removes what an earlier host has left in the folder, and ends what it left at work there. */
export const sweepUploads = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => []); // there is no such folder yet
  for (const name of names.filter((each) => each.endsWith(NUMBER))) {
    const pid = Number(await readFile(join(folder, name), 'utf8').catch(() => ''));
    if (pid > 0) await endLeftOver(pid, name.slice(0, -NUMBER.length));
  }
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
};
