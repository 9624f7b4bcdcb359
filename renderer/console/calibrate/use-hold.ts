import { useEffect } from 'react';
import type { LineUp } from '../../../core/control/line-up.ts';
import type { ConsoleLink } from '../console-link.ts';
import type { VerbSender } from '../use-verb.ts';

export type Holder = { kind: 'free' } | { kind: 'mine' } | { kind: 'other'; person: string; isHere: boolean };

export const holderOf = (lineUp: LineUp, output: string, sender: string): Holder => {
  const holder = lineUp.holders[output];
  if (!holder) return { kind: 'free' };
  if (holder.sender === sender) return { kind: 'mine' };
  return { kind: 'other', person: holder.person, isHere: holder.isHere };
};

/**
 * Choosing an output takes it, unless someone else has it; leaving it gives it back. After the line broke it is asked
 * for again: the host keeps it for this page for a while.
 */
export const useHold = (
  link: ConsoleLink,
  output: string | null,
  person: string,
  isConnected: boolean,
  send: VerbSender,
): void => {
  useEffect(() => {
    if (output === null || !isConnected) return;
    const lineUp = link.get('lineUp');
    if (lineUp && holderOf(lineUp, output, link.sender).kind === 'other') return;
    send('line-up/hold', { output, person, take: false });
  }, [link, output, person, isConnected, send]);
  useEffect(() => {
    if (output === null) return undefined;
    return () => {
      const lineUp = link.get('lineUp');
      if (!lineUp || holderOf(lineUp, output, link.sender).kind !== 'mine') return;
      link.verb('line-up/leave', { output }).catch(() => undefined);
    };
  }, [link, output]);
};
