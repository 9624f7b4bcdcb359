import { useCallback } from 'react';
import type { Looks } from '../looks.ts';
import { useCommands, type Command } from './commands.ts';

/** What every page can do: its light and its language. */
export const useLookCommands = (looks: Looks): void => {
  const list = useCallback(
    (): readonly Command[] => [
      { id: 'red light', word: 'cmdRedLight', keys: 'F9', run: () => looks.onRed(!looks.isRed) },
      {
        id: 'language',
        word: 'cmdLanguage',
        keys: null,
        run: () => looks.onLanguage(looks.language === 'fr' ? 'en' : 'fr'),
      },
      { id: 'size', word: 'keySize', keys: 'F8', run: looks.onNextSize },
    ],
    [looks],
  );
  useCommands(list);
};
