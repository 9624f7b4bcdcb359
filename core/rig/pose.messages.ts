import type { Message } from '../messages.ts';

/** Codes of 3-D calibration. A problem’s own message names the pairs; these words say what its code means. */
const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const poseMessages = {
  'pose-number': refused(
    'A value of a pair is no number. Pick it again.',
    'Une valeur d’une paire n’est pas un nombre. Repointez-la.',
  ),
  'pose-pairs': refused('Six pairs are needed. Pick more.', 'Il faut six paires. Pointez-en d’autres.'),
  'pose-duplicate': refused(
    'Two pairs are the same point. Move or remove one.',
    'Deux paires sont le même point. Déplacez ou retirez-en une.',
  ),
  'pose-line': refused(
    'The pairs lie in one line. Pick points to its sides.',
    'Les paires sont alignées. Pointez de part et d’autre.',
  ),
  'pose-flat': refused(
    'All points lie in one plane. Lock throw ratio or lens shift, or pick other depths.',
    'Tous les points sont dans un plan. Verrouillez le rapport de projection ou le lens shift, ou pointez à d’autres profondeurs.',
  ),
  'pose-behind': refused(
    'The points would lie behind the projector. Check mirroring and order of the pairs.',
    'Les points seraient derrière le projecteur. Vérifiez le miroir et l’ordre des paires.',
  ),
  'pose-not-converged': refused(
    'No pose fits these pairs. Check each cross-hair.',
    'Aucune pose ne convient à ces paires. Vérifiez chaque réticule.',
  ),
  'pose-undetermined': refused(
    'The pairs do not tell the throw ratio. Lock it, or pick points at other depths.',
    'Les paires ne donnent pas le rapport de projection. Verrouillez-le, ou pointez à d’autres profondeurs.',
  ),
  'pose-swapped': refused(
    'Two cross-hairs look swapped. Exchange them.',
    'Deux réticules semblent échangés. Rétablissez-les.',
  ),
  'pose-mirrored': refused(
    'The cross-hairs fit in a mirror only. Set the output’s mirroring.',
    'Les réticules ne conviennent qu’en miroir. Réglez le miroir de la sortie.',
  ),
  'pose-pair': refused(
    'One pair does not fit the others. Pick it again, or switch it off.',
    'Une paire ne s’accorde pas aux autres. Repointez-la ou désactivez-la.',
  ),
  'pose-ambiguous': refused(
    'A second place of the projector fits as well. Pick points at other depths.',
    'Une seconde position convient aussi bien. Pointez à d’autres profondeurs.',
  ),
  'pose-few': refused(
    'So few pairs always fit. Pick more before you trust the RMS.',
    'Si peu de paires conviennent toujours. Pointez-en d’autres avant de croire le RMS.',
  ),
  'pose-weak': refused(
    'The lens is told only roughly. Lock what you know, or pick other depths.',
    'L’objectif n’est connu qu’à peu près. Verrouillez ce que vous savez, ou pointez à d’autres profondeurs.',
  ),
  'pose-narrow': refused(
    'The pairs lie close together. Pick some near the picture’s edges.',
    'Les paires sont trop groupées. Pointez-en près des bords de l’image.',
  ),
} as const satisfies Record<string, Message>;
