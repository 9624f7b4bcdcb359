import { useCallback } from 'react';
import { useLanguage } from '../../use-link.ts';
import { projectorWord, type ProjectorWord } from '../projectors.words.ts';

export const useProjectorWords = () => {
  const language = useLanguage();
  return useCallback(
    (key: ProjectorWord, values?: Record<string, string | number>) => projectorWord(language, key, values),
    [language],
  );
};
