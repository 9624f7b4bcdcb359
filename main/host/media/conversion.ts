import { rm } from 'node:fs/promises';
import { CODING, convertedName, type Conversion } from '../../../core/media/convert.ts';
import { ok, type Result } from '../../../core/result.ts';
import { runFfmpeg } from './ffmpeg.ts';

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
  const done = runFfmpeg({ what, source: file, target, progress, room, signal: stop.signal }).then((told) => {
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
    },
  };
};
