import type { Word } from '../words.ts';

/**
 * Every key of the Run page, one table: the keyboard, the help and the tests read it. Keys are characters as they are
 * printed, so that they are right on every layout; none is a letter that a browser keeps for itself.
 */
export const SHORTCUTS = [
  { id: 'go', keys: [' '], word: 'keyGo' },
  { id: 'panic', keys: ['Escape'], word: 'keyPanic' },
  { id: 'back', keys: ['b'], word: 'keyBack' },
  { id: 'pause', keys: ['p'], word: 'keyPause' },
  { id: 'next', keys: ['ArrowDown'], word: 'keyNext' },
  { id: 'previous', keys: ['ArrowUp'], word: 'keyPrevious' },
  { id: 'further', keys: ['PageDown'], word: 'keyFurther' },
  { id: 'nearer', keys: ['PageUp'], word: 'keyNearer' },
  { id: 'first', keys: ['Home'], word: 'keyFirst' },
  { id: 'last', keys: ['End'], word: 'keyLast' },
  { id: 'number', keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], word: 'keyNumber' },
  { id: 'card', keys: ['c'], word: 'keyCard' },
  { id: 'brighter', keys: ['+', '='], word: 'keyBrighter' },
  { id: 'darker', keys: ['-'], word: 'keyDarker' },
  { id: 'blackout', keys: ['k'], word: 'keyBlackout' },
  { id: 'freeze', keys: ['f'], word: 'keyFreeze' },
  { id: 'stop', keys: ['s'], word: 'keyStop' },
  { id: 'deafen', keys: ['x'], word: 'keyDeafen' },
  { id: 'log', keys: ['l'], word: 'keyLog' },
  { id: 'size', keys: ['F8'], word: 'keySize' },
  { id: 'light', keys: ['F9'], word: 'keyLight' },
  { id: 'help', keys: ['?', 'h'], word: 'keyHelp' },
] as const satisfies readonly { id: string; keys: readonly string[]; word: Word }[];
export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

/** Stings take the letters that are left, in the order of the pad. */
export const STING_KEYS = ['q', 'w', 'e', 'r', 't', 'y', 'u', 'i', 'o', 'a'] as const;

export const shortcutOf = (key: string): ShortcutId | null => {
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  return SHORTCUTS.find(({ keys }) => keys.some((each) => each === wanted))?.id ?? null;
};

export const stingOf = (key: string): number => STING_KEYS.findIndex((each) => each === key.toLowerCase());

/** As a keycap reads. */
export const keyName = (key: string, language: 'fr' | 'en'): string => {
  const names: Record<string, readonly [string, string]> = {
    ' ': ['Espace', 'Space'],
    Escape: ['Échap', 'Esc'],
    ArrowDown: ['↓', '↓'],
    ArrowUp: ['↑', '↑'],
    PageDown: ['Page ↓', 'Page ↓'],
    PageUp: ['Page ↑', 'Page ↑'],
    Home: ['Début', 'Home'],
    End: ['Fin', 'End'],
  };
  return names[key]?.[language === 'fr' ? 0 : 1] ?? key.toUpperCase();
};
