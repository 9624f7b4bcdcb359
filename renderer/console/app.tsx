import { useCallback, useEffect, useState } from 'react';
import { CalibratePage } from './calibrate/calibrate-page.tsx';
import { ConnectPage } from './connect/connect-page.tsx';
import type { ConsoleLink } from './console-link.ts';
import { useEscapeOrPanic } from './escape.ts';
import { Frame } from './frame.tsx';
import { usePage, type Page } from './pages.ts';
import { problemText } from './problem-text.ts';
import { RunPage } from './run/run-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { LanguageContext, LinkContext } from './use-link.ts';
import { useVerb, type VerbSender } from './use-verb.ts';
import type { Language } from './words.ts';

/** The console's frame: language and light, the bar, then the page. */
export const App = ({ link }: { link: ConsoleLink }) => {
  const [language, setLanguage] = useState<Language>(() =>
    navigator.language.startsWith('fr') ? 'fr' : 'en',
  );
  const [isRed, setRed] = useState(false);
  const [page, setPage] = usePage();
  const [send, problem] = useVerb(link);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['light'] = isRed ? 'red' : 'dark';
  }, [language, isRed]);
  const looks = { language, onLanguage: setLanguage, isRed, onRed: setRed };
  return (
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value={language}>
        <div className="console">
          <Frame
            page={page}
            onPage={setPage}
            onLanguage={() => setLanguage((now) => (now === 'fr' ? 'en' : 'fr'))}
            isRed={isRed}
            onRed={() => setRed((now) => !now)}
            send={send}
          />
          {problem && (
            <p className="page-problem" role="alert">
              {problemText(language, problem)}
            </p>
          )}
          <PageOf page={page} send={send} looks={looks} />
        </div>
      </LanguageContext.Provider>
    </LinkContext.Provider>
  );
};

export type Looks = {
  language: Language;
  onLanguage: (language: Language) => void;
  isRed: boolean;
  onRed: (isRed: boolean) => void;
};

const PageOf = ({ page, send, looks }: { page: Page; send: VerbSender; looks: Looks }) => {
  switch (page) {
    case 'run':
      return <RunPage />;
    case 'calibrate':
      return (
        <WithPanic send={send}>
          <CalibratePage />
        </WithPanic>
      );
    case 'connect':
      return (
        <WithPanic send={send}>
          <ConnectPage />
        </WithPanic>
      );
    case 'settings':
      return (
        <WithPanic send={send}>
          <SettingsPage looks={looks} />
        </WithPanic>
      );
    default:
      return page satisfies never;
  }
};

/** The Run page has keys of its own; elsewhere Esc alone reaches the show. */
const WithPanic = ({ send, children }: { send: VerbSender; children: React.ReactNode }) => {
  const panic = useCallback(() => send('panic', {}), [send]);
  useEscapeOrPanic(panic);
  return children;
};
