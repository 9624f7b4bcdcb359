import { useCallback } from 'react';
import { CalibratePage } from './calibrate/calibrate-page.tsx';
import { ConnectPage } from './connect/connect-page.tsx';
import type { ConsoleLink } from './console-link.ts';
import { DesignPage } from './design/design-page.tsx';
import { DesignRoom } from './draft/design-room.tsx';
import { DraftBar } from './draft/draft-bar.tsx';
import { useEscapeOrPanic } from './escape.ts';
import { Frame } from './frame.tsx';
import { Help, useHelp } from './help/help.tsx';
import { MonitorPage } from './monitor/monitor-page.tsx';
import { useLooks, type Looks } from './looks.ts';
import { usePage, useVisits, type Page } from './pages.ts';
import { usePresence } from './people/use-presence.ts';
import { Palette } from './palette/palette.tsx';
import { usePalette } from './palette/use-palette.ts';
import { useLookCommands } from './palette/use-look-commands.ts';
import { JournalPage } from './journal/journal-page.tsx';
import { PreflightPage } from './preflight/preflight-page.tsx';
import { problemText } from './problem-text.ts';
import { RunPage } from './run/run-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { SpareBar } from './spare/spare-bar.tsx';
import { LanguageContext, LinkContext } from './use-link.ts';
import { useVerb, type VerbSender } from './use-verb.ts';

/** The console's frame: language and light, the bar, then the page. */
export const App = ({ link }: { link: ConsoleLink }) => {
  const looks = useLooks();
  const { language, isRed } = looks;
  const [page, setPage] = usePage();
  const [send, problem] = useVerb(link);
  const palette = usePalette();
  const help = useHelp(page);
  const visits = useVisits();
  useLookCommands(looks);
  return (
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value={language}>
        <div className="console">
          <Frame
            page={page}
            onPage={setPage}
            onLanguage={() => looks.onLanguage(language === 'fr' ? 'en' : 'fr')}
            isRed={isRed}
            onRed={() => looks.onRed(!isRed)}
            send={send}
            onPalette={palette.toggle}
          />
          <SayWhere page={page} />
          {help.isOpen && page !== 'run' && <Help page={page} onClose={help.close} />}
          {palette.isOpen && <Palette page={page} onClose={palette.close} />}
          <SpareBar send={send} />
          {page === 'run' && <DraftBar />}
          {problem && (
            <p className="page-problem" role="alert">
              {problemText(language, problem)}
            </p>
          )}
          <PageOf key={page === 'connect' ? visits : page} page={page} send={send} looks={looks} />
        </div>
      </LanguageContext.Provider>
    </LinkContext.Provider>
  );
};

const PageOf = ({ page, send, looks }: { page: Page; send: VerbSender; looks: Looks }) => {
  switch (page) {
    case 'run':
      return <RunPage looks={looks} send={send} />;
    case 'calibrate':
      return (
        <WithPanic send={send}>
          <CalibratePage />
        </WithPanic>
      );
    case 'preflight':
      return (
        <WithPanic send={send}>
          <PreflightPage />
        </WithPanic>
      );
    case 'journal':
      return (
        <WithPanic send={send}>
          <JournalPage />
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
    case 'design':
      return (
        <WithPanic send={send}>
          <DesignRoom>
            <DesignPage />
          </DesignRoom>
        </WithPanic>
      );
    case 'monitor':
      return <MonitorPage send={send} />;
    default:
      return page satisfies never;
  }
};

/** Inside the link, which it speaks through. */
const SayWhere = ({ page }: { page: Page }) => {
  usePresence(page);
  return null;
};

/** The Run page has keys of its own; elsewhere Esc alone reaches the show. */
const WithPanic = ({ send, children }: { send: VerbSender; children: React.ReactNode }) => {
  const panic = useCallback(() => send('panic', {}), [send]);
  useEscapeOrPanic(panic);
  return children;
};
