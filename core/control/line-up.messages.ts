import type { Message } from '../messages.ts';

/** What technicians on the wall are told. */
const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const lineUpMessages = {
  'output-unknown': refused(
    'The rig has no output of this name. Reload the page.',
    'L’installation n’a pas de sortie de ce nom. Rechargez la page.',
  ),
  'output-held': refused(
    'Someone else is lining up this output. Ask them, or take it over.',
    'Quelqu’un d’autre règle cette sortie. Demandez-lui, ou reprenez la main.',
  ),
  'output-not-held': refused('Take this output in hand first.', 'Prenez d’abord cette sortie en main.'),
  'preview-record': refused(
    'Only an output or the rig itself can be dragged. Reload the page.',
    'Seule une sortie, ou l’installation elle-même, se déplace ainsi. Rechargez la page.',
  ),
  'preview-taken': refused(
    'Someone else is moving the wall mesh at this moment. Wait until they let go.',
    'Quelqu’un d’autre déplace le maillage du mur en ce moment. Attendez qu’il le lâche.',
  ),
} as const satisfies Record<string, Message>;
