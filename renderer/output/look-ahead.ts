import type { CompiledShow } from '../../core/show/compiled.ts';
import { whenIdle } from '../stage/loop.ts';
import type { Stage } from '../stage/stage.ts';
import { playedAt, type Playing } from './moment.ts';
import { createStingsAhead } from './stings-ahead.ts';
import { createDue } from './telling.ts';
import { upcoming } from './upcoming.ts';

const LOOK_EVERY = 0.25;
/** Looks for what is known to come between two for what may come at any time: that has minutes. */
const KNOWN_LOOKS = 4;
/** Looks after which it begins: a page that has just been loaded has the card for what is on. */
const FIRST_LOOKS = 80;

/**
 * What comes is made ready in the time that frames leave over, so that no frame waits for it: the look itself, then a
 * layer after the other. A new stage is told at once.
 */
export const createLookAhead = (failed: (error: unknown) => void) => {
  const due = createDue(LOOK_EVERY);
  const stingsAhead = createStingsAhead();
  let looks = 0;
  let told: Stage | null = null;
  let announced: CompiledShow | null = null;
  let look: (() => void) | null = null;
  let isWaiting = false;

  const wait = (stage: Stage): void => {
    if (isWaiting) return;
    isWaiting = true;
    const work = (isTime: () => boolean): void => {
      isWaiting = false;
      if (stage !== told) return;
      const next = look;
      look = null;
      next?.();
      if ((next === null || isTime()) && !stage.work(isTime)) return;
      wait(stage);
    };
    whenIdle(work, failed);
  };
  return (stage: Stage, playing: Playing, clock: number, time: number): void => {
    if (stage !== told || playing.incoming !== announced) due.now();
    told = stage;
    announced = playing.incoming;
    if (!due.isDue(clock)) return;
    look = () => {
      const { show, plans, lineUp, incoming } = playing;
      const frozen = lineUp.frozenAt === null ? [] : [playedAt(playing, time)];
      for (const frame of [...frozen, ...upcoming(show, plans, time, incoming)]) stage.expect(frame, false);
      looks += 1;
      if (looks < FIRST_LOOKS || looks % KNOWN_LOOKS > 0) return;
      for (const frame of stingsAhead(show, plans, time)) stage.expect(frame, true);
    };
    wait(stage);
  };
};
