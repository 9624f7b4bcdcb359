import { keyName } from '../run/shortcuts.ts';
import type { Language } from '../words.ts';

/** `Ctrl+Shift+Z`, as keycaps read. */
type Press = { key: string; ctrlKey: boolean; shiftKey: boolean };
export const keysText = ({ key, ctrlKey, shiftKey }: Press, language: Language): string => {
  const names: Record<string, readonly [string, string]> = { Delete: ['Suppr', 'Del'] };
  const name = names[key]?.[language === 'fr' ? 0 : 1] ?? keyName(key, language);
  return [ctrlKey ? 'Ctrl' : '', shiftKey ? (language === 'fr' ? 'Maj' : 'Shift') : '', name]
    .filter((part) => part !== '')
    .join('+');
};
