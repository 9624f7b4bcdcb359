import { useMemo } from 'react';
import { normaliseCueNumber } from '../../../core/show/cue-number.ts';
import type { CompiledCue, CompiledShow } from '../../../core/show/compiled.ts';
import type { ConsoleLink } from '../console-link.ts';
import { CHASE, FREEZE, hasVerb } from './later-verbs.ts';
import type { Press } from './press.ts';
import { createWalk } from './walk.ts';

export type RunActions = ReturnType<typeof useRunActions>;

/** Cue numbers with a place, in order: what the arrows walk through. */
const standbyList = (show: CompiledShow): string[] =>
  show.cues
    .filter((cue) => cue.at && !cue.disarmed && !cue.skip)
    .map((cue) => normaliseCueNumber(cue.number));

export const neighbour = (numbers: string[], standby: string | null, step: number): string | null => {
  const index = standby === null ? (step > 0 ? -1 : numbers.length) : numbers.indexOf(standby);
  return numbers[Math.min(numbers.length - 1, Math.max(0, index + step))] ?? null;
};

/** What a person types: "12,5", " 7." … the cue of that number, or null. */
export const cueOfText = (show: CompiledShow, text: string): CompiledCue | null => {
  const number = text.trim().replace(',', '.').replace(/\.$/, '');
  return /^\d+(?:\.\d+)?$/.test(number) ? (show.cueByNumber[normaliseCueNumber(number)] ?? null) : null;
};

/** Inputs to disarm, or all of them to arm when none listens. */
export const deafTurn = (
  inputs: readonly { id: string; armed: boolean }[],
): { id: string; armed: boolean }[] => {
  const listening = inputs.filter((input) => input.armed);
  return (listening.length > 0 ? listening : inputs).map(({ id }) => ({ id, armed: listening.length === 0 }));
};

/** Every press becomes one verb. What came of it is `press`'s to say. */
export const useRunActions = (link: ConsoleLink, show: CompiledShow | null, send: Press['send']) =>
  useMemo(() => {
    const status = () => link.get('status');
    const standby = (): string | null => status()?.cues.standby ?? null;
    const walked = createWalk(standby);
    const choose = (number: string | null): void => {
      if (number === null || number === walked.at()) return;
      walked.to(number);
      send('standby', { cue: number });
    };
    const walk = (step: number): void => {
      if (show) choose(neighbour(standbyList(show), walked.at(), step));
    };
    const isPaused = (): boolean => {
      const now = status();
      return (
        now !== undefined &&
        (now.master.panic !== 'off' || now.playbacks.some((one) => one.state === 'paused'))
      );
    };
    const blackout = (fade: number): void =>
      send('blackout', { on: !(status()?.master.blackout ?? false), fade });
    return {
      /** Carries the cue that the operator sees, so that a late press never fires another. */
      go: () => send('go', { cue: standby() }),
      back: () => send('back', {}),
      pause: () => send('pause', {}),
      resume: () => send('resume', {}),
      pauseOrResume: () => (isPaused() ? send('resume', {}) : send('pause', {})),
      panic: () => send('panic', {}),
      reset: () => send('reset', {}),
      stop: (fade: number) => send('stop', { fade }),
      blackout,
      /** Only where the host's table has it. */
      freeze: () => {
        const isFrozen = (link.get('lineUp')?.frozenAt ?? null) !== null;
        if (hasVerb(FREEZE)) send(FREEZE, { on: !isFrozen });
      },
      version: (choice: { flashes?: 'full' | 'soft'; language?: 'fr' | 'en' }) => send('version', choice),
      armCue: (cue: string, armed: boolean) => send('cue/arm', { cue, armed }),
      skipCue: (cue: string, skip: boolean) => send('cue/skip', { cue, skip }),
      rehearse: (from: string, to: string | null) => send('rehearse', { from, to }),
      endRehearsal: () => send('rehearse/end', {}),
      chase: (on: boolean) => {
        if (hasVerb(CHASE)) send(CHASE, { on });
      },
      arm: (id: string, armed: boolean) => send('input/arm', { id, armed }),
      deafen: () => {
        for (const each of deafTurn(status()?.inputs ?? [])) send('input/arm', each);
      },
      fire: (number: string) => send('cue/go', { cue: number }),
      standby: choose,
      walk,
      first: () => walk(-Infinity),
      last: () => walk(Infinity),
    };
  }, [link, send, show]);
