import type { PreflightLine } from '../../control/safety.topics.ts';
import type { PreflightFacts } from '../facts.ts';
import { about, lineOf, passing, warning } from '../line.ts';

/** The locks: off is no fault before the last change is made, so it only warns. */
export const safetyLines = ({ lock }: PreflightFacts): PreflightLine[] => [
  lineOf(
    about('lock', 'safety', 'Show locked', 'Spectacle verrouillé'),
    lock.on ? passing(`by ${lock.by ?? ''}`, `par ${lock.by ?? ''}`) : warning('preflight-unlocked'),
  ),
  lineOf(
    about('rig-lock', 'safety', 'Rig locked', 'Installation verrouillée'),
    lock.rig.on
      ? passing(`by ${lock.rig.by ?? ''}`, `par ${lock.rig.by ?? ''}`)
      : warning('preflight-rig-unlocked'),
  ),
];
