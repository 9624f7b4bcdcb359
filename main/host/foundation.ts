import { join } from 'node:path';
import type { JournalEntry } from '../../core/control/link.ts';
import { createShowClock, machineTime, type ShowClock } from './clock.ts';
import { createHealth, type Health } from './health.ts';
import { createJournal, type Journal } from './journal.ts';
import { bootId, resumeClock, type Resumed } from './resume.ts';
import { openSession, type Session, type SessionState } from './session.ts';

/** What stands before the documents are read: the clock as it goes on, the journal, health, the last session. */
export interface Foundation {
  health: Health;
  session: Session;
  clock: ShowClock;
  journal: Journal;
  boot: string | null;
  /** What a killed host left behind, with the bridge over the gap; null: open black. */
  left: { state: SessionState; clock: Resumed } | null;
  /** The host before this one was ended without being closed. */
  wasCut: boolean;
  /** Who is told of new journal lines. */
  onJournal(listener: (tail: JournalEntry[]) => void): void;
  close(): Promise<void>;
}

export const layFoundation = (station: string, show: string): Foundation => {
  const health = createHealth();
  const complain = (owner: string, what: string) => (message: string | null) =>
    health.set(
      owner,
      message === null
        ? []
        : [
            {
              code: `${owner}-unsaved`,
              message: `${what} can't be written: ${message}. Free or repair the disk.`,
              path: station,
            },
          ],
    );
  const session = openSession(join(station, 'session'), complain('session', 'The session'));
  const boot = bootId();
  const left = leftBehind(session, show, boot);
  const clock = createShowClock(left?.clock.showNow ?? 0);
  let listener: ((tail: JournalEntry[]) => void) | null = null;
  const journal = createJournal({
    folder: join(station, 'journal'),
    clock,
    onChange: (tail) => listener?.(tail),
    onFault: complain('journal', 'The journal'),
  });
  return {
    health,
    session,
    clock,
    journal,
    boot,
    left,
    wasCut: isRunning(session, show),
    onJournal: (next) => void (listener = next),
    async close() {
      await Promise.all([journal.close(), session.flush()]);
      clock.dispose();
      session.close();
    },
  };
};

const isRunning = ({ found }: Session, show: string): boolean =>
  found !== null && found.running && found.show.folder === show;
const leftBehind = (session: Session, show: string, boot: string | null): Foundation['left'] => {
  const state = session.found;
  if (state === null || !isRunning(session, show)) return null;
  const clock = resumeClock(state.clock, machineTime, boot);
  return clock === null ? null : { state, clock };
};
