import { useEffect, useState } from 'react';
import type { ConsoleLink } from './console-link.ts';
import { RunPage } from './run/run-page.tsx';
import { LanguageContext, LinkContext } from './use-link.ts';
import type { Language } from './words.ts';

/** The console's frame: language and light, then the page. */
export const App = ({ link }: { link: ConsoleLink }) => {
  const [language, setLanguage] = useState<Language>(() =>
    navigator.language.startsWith('fr') ? 'fr' : 'en',
  );
  const [isRed, setRed] = useState(false);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['light'] = isRed ? 'red' : 'dark';
  }, [language, isRed]);
  return (
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value={language}>
        <RunPage
          onLanguage={() => setLanguage((now) => (now === 'fr' ? 'en' : 'fr'))}
          isRed={isRed}
          onRed={() => setRed((now) => !now)}
        />
      </LanguageContext.Provider>
    </LinkContext.Provider>
  );
};
