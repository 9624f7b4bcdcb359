import { useCallback, useMemo, useState } from 'react';
import type { VerbInput, VerbName } from '../../../core/control/verbs.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { ConsoleLink } from '../console-link.ts';

export type Notice = { verb: string; text: string; code: string } | null;
export type RunActions = ReturnType<typeof useRunActions>;

/** Cue numbers with a place, in order: what the arrows walk through. */
export const standbyList = (show: CompiledShow): string[] =>
  show.cues.filter((cue) => cue.at && !cue.disarmed).map((cue) => cue.number);

export const neighbour = (numbers: string[], standby: string | null, step: 1 | -1): string | null => {
  const index = standby === null ? (step === 1 ? -1 : numbers.length) : numbers.indexOf(standby);
  return numbers[Math.min(numbers.length - 1, Math.max(0, index + step))] ?? null;
};

/** Every press becomes one verb; a refusal is shown where the operator looks, until the next press. */
export const useRunActions = (link: ConsoleLink, show: CompiledShow | null) => {
  const [notice, setNotice] = useState<Notice>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const send = useCallback(
    <V extends VerbName>(verb: V, args: VerbInput<V>): void => {
      setPressed(verb);
      setNotice(null);
      link
        .verb(verb, args)
        .then((reply) => setNotice(reply.ok ? null : { verb, text: reply.message, code: reply.code }))
        .catch((error: unknown) => setNotice({ verb, text: String(error), code: 'link-lost' }))
        .finally(() => setPressed(null));
    },
    [link],
  );
  return useMemo(() => {
    const standby = (): string | null => link.get('status')?.cues.standby ?? null;
    const choose = (number: string | null): void => {
      if (number !== null) send('standby', { cue: number });
    };
    return {
      notice,
      pressed,
      /** Carries the cue that the operator sees, so that a late press never fires another. */
      go: () => send('go', { cue: standby() }),
      back: () => send('back', {}),
      pause: () => send('pause', {}),
      resume: () => send('resume', {}),
      panic: () => send('panic', {}),
      reset: () => send('reset', {}),
      master: (level: number) => send('master', { level }),
      blackout: (on: boolean) => send('blackout', { on, fade: 0.2 }),
      arm: (id: string, armed: boolean) => send('input/arm', { id, armed }),
      fire: (number: string) => send('cue/go', { cue: number }),
      standby: choose,
      next: () => show && choose(neighbour(standbyList(show), standby(), 1)),
      previous: () => show && choose(neighbour(standbyList(show), standby(), -1)),
    };
  }, [link, notice, pressed, send, show]);
};
