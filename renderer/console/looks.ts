import { useEffect, useMemo } from 'react';
import { useKept } from './run/device.ts';
import type { Language } from './words.ts';

/** How the console looks on this very screen: language, light, size of the Run page's type. Kept by the device. */
export const SIZES = ['1', '2', '3'] as const;
type Size = (typeof SIZES)[number];
export type Looks = {
  language: Language;
  onLanguage: (language: Language) => void;
  isRed: boolean;
  onRed: (isRed: boolean) => void;
  size: Size;
  onSize: (size: Size) => void;
  onNextSize: () => void;
};

const LIGHTS = ['dark', 'red'] as const;
const byBrowser = (): readonly [Language, Language] =>
  navigator.language.startsWith('fr') ? ['fr', 'en'] : ['en', 'fr'];

export const useLooks = (): Looks => {
  const languages = useMemo(() => byBrowser(), []);
  const [language, onLanguage] = useKept<Language>('frise-language', languages);
  const [light, setLight] = useKept('frise-light', LIGHTS);
  const [size, onSize] = useKept<Size>('frise-size', SIZES);
  useEffect(() => {
    const { dataset } = document.documentElement;
    document.documentElement.lang = language;
    dataset['light'] = light;
    dataset['size'] = size;
  }, [language, light, size]);
  return useMemo(
    () => ({
      language,
      onLanguage,
      isRed: light === 'red',
      onRed: (isRed) => setLight(isRed ? 'red' : 'dark'),
      size,
      onSize,
      onNextSize: () => onSize(SIZES[(SIZES.indexOf(size) + 1) % SIZES.length] ?? '1'),
    }),
    [language, onLanguage, light, setLight, size, onSize],
  );
};
