import { useCallback, useState } from 'react';
import type { Problem } from '../../../core/result.ts';
import { useLink } from '../use-link.ts';
import { askByName } from './named-verb.ts';

export type NamedVerb = {
  /** What came back, or null when it was refused; the refusal is in `problem` until the next press. */
  ask(name: string, args: unknown): Promise<unknown>;
  problem: Problem | null;
  isAsking: boolean;
};
export const useNamedVerb = (): NamedVerb => {
  const link = useLink();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const ask = useCallback(
    async (name: string, args: unknown): Promise<unknown> => {
      setProblem(null);
      setAsking(true);
      const reply = await askByName(link, name, args);
      setAsking(false);
      if (!reply.ok) setProblem(reply);
      return reply.ok ? reply.value : null;
    },
    [link],
  );
  return { ask, problem, isAsking };
};
