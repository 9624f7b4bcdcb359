import { useCallback, useState } from 'react';
import type { VerbInput, VerbName } from '../../core/control/verbs.ts';
import type { Problem } from '../../core/result.ts';
import type { ConsoleLink } from './console-link.ts';

export type VerbSender = <V extends VerbName>(verb: V, args: VerbInput<V>) => void;

/** A press becomes a verb; what was refused is shown until the next press. */
export const useVerb = (link: ConsoleLink): [VerbSender, Problem | null] => {
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = useCallback<VerbSender>(
    (verb, args) => {
      setProblem(null);
      link
        .verb(verb, args)
        .then((reply) => setProblem(reply.ok ? null : reply))
        .catch((error: unknown) => setProblem({ code: 'link-lost', message: String(error), path: verb }));
    },
    [link],
  );
  return [send, problem];
};
