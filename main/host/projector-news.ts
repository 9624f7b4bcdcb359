import type { ProjectorStatus } from '../../core/control/link.ts';

/** What the journal says of a projector that is no longer as it was: one line a change, never one a round. */
export const createProjectorNews = (tell: (text: string) => void) => {
  const told = new Map<string, Map<string, string>>();
  const look = (status: ProjectorStatus) => {
    const before = told.get(status.output) ?? new Map<string, string>();
    told.set(status.output, before);
    for (const [what, is] of factsOf(status)) {
      const was = before.get(what);
      if (was === is) continue;
      before.set(what, is);
      if (was !== undefined || what === 'state') tell(`projector ${status.output}: ${what} ${is}`);
    }
  };
  return {
    look,
    forget: (output: string) => void told.delete(output),
  };
};

/** What is not known is no news. */
const factsOf = ({ state, power, shutter, input, errors }: ProjectorStatus): [string, string][] => {
  const faults = Object.entries(errors).map(([place, how]) => `${place} ${how}`);
  const facts: [string, string | null][] = [
    ['state', state === 'unknown' ? null : state],
    ['power', power],
    ['shutter', shutter],
    ['input', input],
    ['errors', state === 'reachable' ? faults.join(', ') || 'none' : null],
  ];
  return facts.flatMap(([what, is]) => (is === null ? [] : [[what, is] as [string, string]]));
};
