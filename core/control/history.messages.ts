import type { Message } from '../messages.ts';

export const historyMessages = {
  'history-unknown': {
    status: 404,
    en: 'This step is not kept any more. Choose another.',
    fr: 'Cette étape n’est plus gardée. Choisissez-en une autre.',
  },
} as const satisfies Record<string, Message>;
