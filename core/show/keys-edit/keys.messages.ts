import type { Message } from '../../messages.ts';

/** Why an edit of keys was not made, in both languages. */
const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const keysMessages = {
  'keys-none': refused('No key is chosen. Choose one.', 'Aucune clé choisie. Choisissez-en une.'),
  'keys-not-copied': refused('No keys have been copied yet.', 'Aucune clé n’a encore été copiée.'),
  'keys-unfit': refused(
    'No parameter of this clip takes the copied keys. Choose another lane or clip.',
    'Aucun réglage de ce clip n’accepte les clés copiées. Choisissez une autre ligne ou un autre clip.',
  ),
} as const satisfies Record<string, Message>;
