import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { VerbInput, VerbName } from '../../../core/control/verbs.ts';
import type { Problem } from '../../../core/result.ts';
import { after } from '../../link/clock.ts';
import type { ConsoleLink } from '../console-link.ts';

/**
 * A press answers by itself: the button is down at once, whatever the line does. Without an answer it says so after
 * 0.3 s. A press that was dropped stands there for 2 s, another refusal until the next press.
 */
const LATE_MS = 300;
export const DROPPED_MS = 2000;
/** So long a button stays down at least: a press that is answered in 5 ms must be seen too. */
const SEEN_MS = 140;

export type Notice =
  { kind: 'late'; verb: string } | { kind: 'dropped' | 'refused'; verb: string; problem: Problem };
export type PressState = 'up' | 'down' | 'late';
export type Press = {
  send: <V extends VerbName>(verb: V, args: VerbInput<V>) => void;
  /** Says something that never went out: a number that no cue has. */
  refuse: (verb: string, problem: Problem) => void;
};

/** Too soon after the last one: the guard at work, and nothing for anybody to mend. */
export const isDropped = (code: string): boolean => code === 'guard' || code === 'retrigger';

export const usePress = (
  link: ConsoleLink,
): Press & { notice: Notice | null; stateOf: (verb: string) => PressState } => {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [downs, setDowns] = useState<Record<string, PressState>>({});
  const counts = useRef(new Map<string, number>());
  useEffect(() => {
    if (notice?.kind !== 'dropped') return undefined;
    return after(DROPPED_MS, () => setNotice((now) => (now === notice ? null : now)));
  }, [notice]);
  const set = useCallback(
    (verb: string, state: PressState) => setDowns((now) => ({ ...now, [verb]: state })),
    [],
  );
  const refuse = useCallback<Press['refuse']>(
    (verb, problem) => setNotice({ kind: isDropped(problem.code) ? 'dropped' : 'refused', verb, problem }),
    [],
  );
  const send = useCallback<Press['send']>(
    (verb, args) => {
      const count = (counts.current.get(verb) ?? 0) + 1;
      counts.current.set(verb, count);
      const isLatest = (): boolean => counts.current.get(verb) === count;
      set(verb, 'down');
      setNotice(null);
      let isAnswered = false;
      let isSeen = false;
      const up = (): void => {
        if (isAnswered && isSeen && isLatest()) set(verb, 'up');
      };
      after(SEEN_MS, () => {
        isSeen = true;
        up();
      });
      const cancelLate = after(LATE_MS, () => {
        if (!isLatest()) return;
        set(verb, 'late');
        setNotice({ kind: 'late', verb });
      });
      const answer = (problem: Problem | null): void => {
        cancelLate();
        isAnswered = true;
        up();
        if (problem) refuse(verb, problem);
        else setNotice((now) => (now?.kind === 'late' && now.verb === verb ? null : now));
      };
      link
        .verb(verb, args)
        .then((reply) => answer(reply.ok ? null : reply))
        .catch((error: unknown) => answer({ code: 'link-lost', message: String(error), path: verb }));
    },
    [link, refuse, set],
  );
  const api = useMemo(() => ({ send, refuse }), [send, refuse]);
  return useMemo(
    () => ({ ...api, notice, stateOf: (verb: string) => downs[verb] ?? 'up' }),
    [api, notice, downs],
  );
};
