import { useCallback } from 'react';
import { useLanguage } from '../use-link.ts';
import { pairingWord, type PairingWord } from './pairing.words.ts';

export const usePairingWords = () => {
  const language = useLanguage();
  return useCallback(
    (key: PairingWord, values?: Record<string, string | number>) => pairingWord(language, key, values),
    [language],
  );
};
