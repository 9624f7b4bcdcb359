import type { LoopReport } from '../../../core/control/timecode.report.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { ShowClock } from '../clock.ts';

/** One loop-back measurement at a time: the sound page is asked by number and answers with it. */
export interface Measure {
  /** ms. */
  ask(): Promise<Result<number>>;
  answer(report: LoopReport): void;
  /** The number that pages are asked for, or null. */
  running(): number | null;
}
/** The page needs about two. */
const PATIENCE_MS = 8000;

export const createMeasure = (clock: Pick<ShowClock, 'after'>, onChange: () => void): Measure => {
  let count = 0;
  let open: { id: number; done(result: Result<number>): void } | null = null;
  const refuse = (code: 'timecode-busy' | 'timecode-no-page' | 'timecode-no-loop') =>
    fail(code, messages[code].en, 'timecode/measure');
  return {
    ask() {
      if (open) return Promise.resolve(refuse('timecode-busy'));
      return new Promise((resolve) => {
        const id = (count += 1);
        const cancel = clock.after(PATIENCE_MS, () => open?.done(refuse('timecode-no-page')));
        open = {
          id,
          done(result) {
            cancel();
            open = null;
            onChange();
            resolve(result);
          },
        };
        onChange();
      });
    },
    answer({ id, ms, problem }) {
      if (open?.id !== id) return;
      if (ms !== null) open.done(ok(ms));
      else open.done(problem ? { ok: false, ...problem } : refuse('timecode-no-loop'));
    },
    running: () => open?.id ?? null,
  };
};
