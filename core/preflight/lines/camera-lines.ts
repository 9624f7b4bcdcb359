import type { PreflightLine } from '../../control/safety.topics.ts';
import type { CameraFact, PreflightFacts } from '../facts.ts';
import { about, failing, lineOf, passing, unset, warning, type Verdict } from '../line.ts';

/** Live inputs of the show: each has a device on this machine, and it is there. The worst of them is said. */
const wrongOf = ({ input, device, isThere, problem }: CameraFact): Verdict | null => {
  if (device === null) return failing('preflight-camera-unmapped', { input }, `live:${input}`);
  if (isThere === false) return failing('preflight-camera-missing', { input, device }, `live:${input}`);
  if (problem) return failing('preflight-camera-problem', { what: problem.message }, problem.path);
  return isThere === null ? warning('preflight-camera-unknown', {}, `live:${input}`) : null;
};

const cameras = ({ cameras: all }: PreflightFacts): Verdict => {
  if (all.length === 0) return unset('the show has no live input', 'le spectacle n’a pas d’entrée vidéo');
  const wrong = all.flatMap((each) => wrongOf(each) ?? []);
  const worst = wrong.find(({ state }) => state === 'fail') ?? wrong[0];
  const names = all.map(({ input, device }) => `${input}: ${device ?? ''}`).join(' · ');
  return worst ?? passing(names);
};

export const cameraLines = (facts: PreflightFacts): PreflightLine[] => [
  lineOf(about('cameras', 'inputs', 'Live inputs', 'Entrées vidéo'), cameras(facts)),
];
