import type { Status } from '../../../core/control/link.ts';
import type { Problem } from '../../../core/result.ts';
import type { Journal } from '../journal.ts';

/** Journals what changes by itself: lights of inputs, outputs lost and back, problems that are over. */
type Seen = { inputs: Map<string, string>; outputs: Map<string, boolean>; problems: Map<string, Problem> };
const keyOf = ({ code, path }: Problem): string => `${code} ${path}`;
const seenOf = ({ inputs, outputs, health }: Status): Seen => ({
  inputs: new Map(inputs.map(({ id, state, armed }) => [id, `${state}${armed ? '' : ', ignored'}`])),
  outputs: new Map(outputs.map(({ id, connected }) => [id, connected])),
  problems: new Map(health.problems.map((problem) => [keyOf(problem), problem])),
});

export const createStatusWatch = (journal: Pick<Journal, 'add'>) => {
  let before: Seen | null = null;
  const tellInputs = (was: Seen, now: Seen): void => {
    for (const [id, state] of now.inputs)
      if (was.inputs.get(id) !== state) journal.add('input', `input ${id}: ${state}`, { id, state });
  };
  const tellOutputs = (was: Seen, now: Seen): void => {
    for (const [id, isConnected] of now.outputs) {
      const wasConnected = was.outputs.get(id) ?? false;
      if (wasConnected !== isConnected)
        journal.add('output', `output ${id} ${isConnected ? 'is there' : 'is lost'}`, { id, isConnected });
    }
  };
  const tellProblems = (was: Seen, now: Seen): void => {
    for (const [key, { code, message, path }] of was.problems)
      if (!now.problems.has(key)) journal.add('problem-gone', `over: ${message}`, { code, path });
  };
  return (status: Status): void => {
    const now = seenOf(status);
    const was = before;
    before = now;
    if (was === null) return;
    tellInputs(was, now);
    tellOutputs(was, now);
    tellProblems(was, now);
  };
};
