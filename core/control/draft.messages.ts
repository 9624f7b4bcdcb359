import type { Message } from '../messages.ts';

const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const draftMessages = {
  'draft-none': refused('There is no draft.', 'Il n’y a pas de brouillon.'),
  'draft-empty': refused(
    'The draft changes nothing: there is nothing to take.',
    'Le brouillon ne change rien : il n’y a rien à prendre.',
  ),
  'draft-moved': refused(
    'The draft has changed since you looked at it. Look at the list, then take it.',
    'Le brouillon a changé depuis que vous l’avez vu. Regardez la liste, puis prenez-le.',
  ),
  'draft-fading': refused(
    'A take is under way. Wait until its cross-fade is over.',
    'Un passage est en cours. Attendez la fin de son fondu.',
  ),
  'draft-frozen': refused(
    'The picture is frozen. Release it, then take the draft.',
    'L’image est figée. Relâchez-la, puis prenez le brouillon.',
  ),
  'draft-conflict-unknown': {
    status: 404,
    en: 'Nothing of this record is in conflict (any more). Look at the list again.',
    fr: 'Rien n’est (plus) en conflit pour cet élément. Regardez la liste.',
  },
} as const satisfies Record<string, Message>;
