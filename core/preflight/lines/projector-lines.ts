import type { ProjectorStatus } from '../../control/link.ts';
import type { PreflightLine } from '../../control/safety.topics.ts';
import type { PreflightFacts } from '../facts.ts';
import { about, failing, lineOf, passing, unset, warning, type Verdict } from '../line.ts';

/** Projectors by PJLink: there, on, open, sound and not too hot. */
const faultsOf = ({ errors }: ProjectorStatus, kind: 'error' | 'warning'): string[] =>
  Object.entries(errors)
    .filter(([, value]) => value === kind)
    .map(([place]) => place);

const verdictOf = (name: string, projector: ProjectorStatus): Verdict => {
  const { state, address, power, shutter, errors, output } = projector;
  const path = `output:${output}`;
  if (state !== 'reachable') return failing('preflight-projector-silent', { name, address }, path);
  if (errors.temperature !== undefined) {
    const hot = { name, what: errors.temperature };
    return errors.temperature === 'error'
      ? failing('preflight-projector-hot', hot, path)
      : warning('preflight-projector-hot', hot, path);
  }
  const broken = faultsOf(projector, 'error');
  if (broken.length > 0) return failing('preflight-projector-fault', { name, what: broken.join(', ') }, path);
  if (power !== 'on') return failing('preflight-projector-off', { name, power: power ?? '?' }, path);
  if (shutter === 'closed') return failing('preflight-projector-shut', { name }, path);
  const worn = faultsOf(projector, 'warning');
  if (worn.length > 0) return warning('preflight-projector-fault', { name, what: worn.join(', ') }, path);
  const heat = projector.temperature === null ? '' : `, ${projector.temperature} °C`;
  return passing(`${projector.model ?? address}${heat}`);
};

export const projectorLines = ({ projectors, outputs }: PreflightFacts): PreflightLine[] => {
  if (projectors.length === 0)
    return [lineOf(about('projectors', 'projectors', 'Projectors', 'Projecteurs'), unset())];
  return projectors.map((projector) => {
    const name = outputs.find(({ key }) => key === projector.output)?.name ?? projector.output;
    const what = about(
      `projector:${projector.output}`,
      'projectors',
      `${name}: projector`,
      `${name} : projecteur`,
    );
    return lineOf(what, verdictOf(name, projector));
  });
};
