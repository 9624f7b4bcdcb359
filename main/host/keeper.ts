import type { Documents } from './documents.ts';
import type { Foundation } from './foundation.ts';
import type { Inputs } from './inputs.ts';
import type { LineUpHost } from './line-up.ts';
import type { Live } from './live.ts';
import type { LocksHost } from './locks.ts';
import type { PlaybackState } from './playback.ts';

/** Keeps the session: called at every change of plan, horizon, clock rate, levels, armed inputs, patterns and locks. */
export type Keep = (playback: PlaybackState, running: boolean) => void;

export const createKeeper =
  (
    { clock, session, boot }: Foundation,
    documents: Documents,
    show: string,
    parts: { inputs(): Inputs; live(): Live; lineUp(): LineUpHost; locks(): LocksHost },
  ): Keep =>
  ({ plans, horizon }, running) =>
    session.save({
      running,
      show: { id: documents.compiled().id, folder: show },
      clock: { ...clock.sample(), wallMs: clock.wallMs(), boot },
      horizon,
      plans,
      live: parts.live().samples(),
      disarmed: parts.inputs().disarmed(),
      lineUp: parts.lineUp().saved(),
      locks: parts.locks().topic(),
    });
