import type { Cancel, ShowClock } from '../clock.ts';
import { createPresence } from './presence.ts';

/**
 * Who has which record of the rig in hand: one sender each. A page that went keeps its hold for a while, since a tablet
 * behind a lorry is back in 20 s; a sender without a page (HTTP) keeps it as long after its last word.
 */
const HELD_WITHOUT_PAGE_MS = 60_000;
export type Hold = { sender: string; person: string };
/** Left on purpose, taken by another, or its holder's page did not come back. */
export type Why = 'left' | 'taken' | 'gone';
export interface Holds {
  holderOf(record: string): Hold | null;
  all(): { record: string; sender: string; person: string; isHere: boolean }[];
  /** Takes it, whoever had it. */
  take(record: string, sender: string, person: string): void;
  release(record: string): void;
  /** The sender said something: its time begins anew. */
  touch(sender: string): void;
  joined(sender: string): void;
  left(sender: string): void;
  dispose(): void;
}
type Options = {
  clock: Pick<ShowClock, 'after'>;
  onLost(record: string, hold: Hold, why: Why): void;
  /** A holder's page came or went. */
  onPresence(): void;
};

export const createHolds = ({ clock, onLost, onPresence }: Options): Holds => {
  const held = new Map<string, Hold>();
  const leaving = new Map<string, Cancel>();
  const presence = createPresence();

  const stopTimer = (record: string): void => {
    leaving.get(record)?.();
    leaving.delete(record);
  };
  const lose = (record: string, why: Why): void => {
    const hold = held.get(record);
    stopTimer(record);
    held.delete(record);
    if (hold) onLost(record, hold, why);
  };
  const watch = (record: string, { sender }: Hold): void => {
    stopTimer(record);
    if (!presence.isHere(sender))
      leaving.set(
        record,
        clock.after(HELD_WITHOUT_PAGE_MS, () => lose(record, 'gone')),
      );
  };
  const watchAllOf = (sender: string): boolean => {
    const own = [...held].filter(([, hold]) => hold.sender === sender);
    for (const [record, hold] of own) watch(record, hold);
    return own.length > 0;
  };
  return {
    holderOf: (record) => held.get(record) ?? null,
    all: () => [...held].map(([record, hold]) => ({ record, ...hold, isHere: presence.isHere(hold.sender) })),
    take(record, sender, person) {
      if (held.get(record)?.sender !== sender) lose(record, 'taken');
      const hold = { sender, person };
      held.set(record, hold);
      watch(record, hold);
    },
    release: (record) => lose(record, 'left'),
    touch: (sender) => void watchAllOf(sender),
    joined(sender) {
      presence.joined(sender);
      if (watchAllOf(sender)) onPresence();
    },
    left(sender) {
      presence.left(sender);
      if (watchAllOf(sender)) onPresence();
    },
    dispose() {
      for (const record of leaving.keys()) stopTimer(record);
    },
  };
};
