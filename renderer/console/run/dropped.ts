import { useEffect, useState } from 'react';
import type { JournalEntry } from '../../../core/control/link.ts';
import { after } from '../../link/clock.ts';
import { useLink } from '../use-link.ts';
import { DROPPED_MS, isDropped } from './press.ts';

/** A press of somebody else that was dropped: a desk pressed twice. The operator sees it for as long as an own one. */
export type Dropped = { verb: string; sender: string };

const LINE = /^(\S+) from (.+?): /;

export const droppedOf = ({ kind, text }: JournalEntry): Dropped | null => {
  const code = kind.startsWith('refused:') ? kind.slice('refused:'.length) : '';
  const [, verb, sender] = isDropped(code) ? (LINE.exec(text) ?? []) : [];
  return verb !== undefined && sender !== undefined ? { verb, sender } : null;
};

/** `null` after 2 s. What the journal already held when the page opened is no news. */
export const useDropped = (): Dropped | null => {
  const link = useLink();
  const [dropped, setDropped] = useState<Dropped | null>(null);
  useEffect(() => {
    const held = link.get('journal');
    let seen = held ? (held.at(-1)?.seq ?? 0) : null;
    return link.subscribe('journal', (entries) => {
      const newest = entries.at(-1)?.seq ?? 0;
      // A host that was started again counts from 1.
      const since = seen !== null && newest >= seen ? seen : seen === null ? newest : 0;
      seen = newest;
      const found = entries.findLast((entry) => entry.seq > since && droppedOf(entry) !== null);
      const sender = found && droppedOf(found);
      if (sender && sender.sender !== link.sender) setDropped(sender);
    });
  }, [link]);
  useEffect(() => (dropped ? after(DROPPED_MS, () => setDropped(null)) : undefined), [dropped]);
  return dropped;
};
