import type { CompiledShow } from '../../core/show/compiled.ts';
import type { Stage } from '../stage/stage.ts';
import { playedAt, type Playing } from './moment.ts';
import { createDue } from './telling.ts';
import { upcoming } from './upcoming.ts';

const LOOK_EVERY = 0.5;

/** What comes is loaded after the frame is submitted, so that no frame waits for it; a new stage is told at once. */
export const createLookAhead = (failed: (error: unknown) => void) => {
  const due = createDue(LOOK_EVERY);
  let told: Stage | null = null;
  let announced: CompiledShow | null = null;
  return (stage: Stage, playing: Playing, clock: number, time: number): void => {
    if (stage !== told || playing.incoming !== announced) due.now();
    told = stage;
    announced = playing.incoming;
    if (!due.isDue(clock)) return;
    const { show, plans, lineUp, incoming } = playing;
    const frozen = lineUp.frozenAt === null ? [] : [playedAt(playing, time)];
    for (const frame of [...frozen, ...upcoming(show, plans, time, incoming)])
      stage.prepare(frame).catch(failed);
  };
};
