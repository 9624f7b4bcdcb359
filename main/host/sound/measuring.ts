import { randomUUID } from 'node:crypto';
import { createGathering, type AnalysisReport } from '../../../core/control/analysis.report.ts';
import { analysisSchema, type Analysis } from '../../../core/sound/analysis/analysis.ts';
import type { ShowClock } from '../clock.ts';
import type { Hub } from '../hub.ts';

/** One file at a time is measured by a sound page. */
export type Measured = { analysis: Analysis } | { why: string };
export interface Measuring {
  /** null: nobody is left to measure it. One at a time. */
  ask(media: string, hash: string): Promise<Measured | null>;
  heard(report: AnalysisReport): void;
  /** Ends what is asked: with null. */
  drop(): void;
}

/** A page that has said nothing for so long says nothing any more. */
const patienceMs = 300_000;

const read = (text: string, hash: string): Measured => {
  const wrong = { why: 'What the sound page sent is no analysis of this file.' };
  try {
    const parsed = analysisSchema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.hash === hash ? { analysis: parsed.data } : wrong;
  } catch {
    return wrong;
  }
};

export const createMeasuring = (clock: Pick<ShowClock, 'after'>, hub: Pick<Hub, 'set'>): Measuring => {
  type Current = { gathering: ReturnType<typeof createGathering>; hash: string; end(outcome: Measured | null): void }; // prettier-ignore
  let current: Current | null = null;
  return {
    ask: (media, hash) =>
      new Promise((resolve) => {
        const id = randomUUID();
        const cancel = clock.after(patienceMs, () => current?.end({ why: 'The sound page gave no answer.' }));
        current = {
          gathering: createGathering(id),
          hash,
          end(outcome) {
            cancel();
            current = null;
            hub.set('analysisAsk', null);
            resolve(outcome);
          },
        };
        hub.set('analysisAsk', { id, media, hash });
      }),
    heard(report) {
      const outcome = current?.gathering.take(report) ?? null;
      if (current !== null && outcome !== null)
        current.end('why' in outcome ? outcome : read(outcome.text, current.hash));
    },
    drop: () => current?.end(null),
  };
};
