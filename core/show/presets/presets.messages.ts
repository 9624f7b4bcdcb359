import type { Message } from '../../messages.ts';

/** Why a preset was not kept or renamed, in both languages. */
const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const presetsMessages = {
  'preset-name': refused('A preset needs a name.', 'Un préréglage a besoin d’un nom.'),
  'preset-gone': refused('There is no such preset any more.', 'Ce préréglage n’existe plus.'),
} as const satisfies Record<string, Message>;
