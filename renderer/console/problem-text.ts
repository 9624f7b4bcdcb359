import { isMessageCode, messages } from '../../core/messages.ts';
import type { Problem } from '../../core/result.ts';
import type { Language } from './words.ts';

/** A refusal in the reader's language with its place. English says what the host said: it names things. */
export const problemText = (language: Language, { code, message, path }: Problem): string => {
  const text = language === 'fr' && isMessageCode(code) ? messages[code].fr : message;
  return path === '' ? text : `${text} (${path})`;
};
