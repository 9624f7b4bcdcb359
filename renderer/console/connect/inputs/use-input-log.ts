import { useEffect, useState } from 'react';
import type { Topics } from '../../../../core/control/link.ts';
import { verbs } from '../../../../core/control/verbs.ts';
import type { Problem } from '../../../../core/result.ts';
import type { ConsoleLink } from '../../console-link.ts';
import { useLink } from '../../use-link.ts';

/** One input's last 200 messages, newest last, as they come: the whole log is asked for again whenever it has said more. */
export type RawInput = Topics['inputs'][number];
export type InputLog = { id: string; messages: readonly RawInput[]; problem: Problem | null };

export const useInputLog = (id: string): InputLog => {
  const link = useLink();
  const [log, setLog] = useState<InputLog>({ id, messages: [], problem: null });
  useEffect(() => followLog(link, id, setLog), [link, id]);
  return log.id === id ? log : { id, messages: [], problem: null };
};

/** One question at a time: what comes meanwhile is asked for after its answer. */
const followLog = (link: ConsoleLink, id: string, tell: (log: InputLog) => void): (() => void) => {
  let isAsking = false;
  let isBehind = false;
  let isOver = false;
  const ask = async (): Promise<void> => {
    if (isOver) return;
    if (isAsking) {
      isBehind = true;
      return;
    }
    isAsking = true;
    isBehind = false;
    const reply = await link.verb('input/log', { id });
    isAsking = false;
    if (isOver) return;
    const read = reply.ok ? verbs['input/log'].out.safeParse(reply.value) : null;
    if (read?.success) tell({ id, messages: read.data.messages, problem: null });
    else if (!reply.ok && reply.code !== 'link-lost') tell({ id, messages: [], problem: reply });
    if (isBehind) void ask();
  };
  let last = '';
  const heard = (messages: Topics['inputs']): void => {
    const newest = JSON.stringify(messages.filter((message) => message.id === id).slice(-5));
    if (newest === last) return;
    last = newest;
    void ask();
  };
  void ask();
  const unlisten = [
    link.subscribe('inputs', heard),
    link.onConnection(() => {
      if (link.isConnected()) void ask();
    }),
  ];
  return () => {
    isOver = true;
    for (const stop of unlisten) stop();
  };
};
