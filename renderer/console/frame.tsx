import { PAGE_KEYS, PAGES, type Page } from './pages.ts';
import { SafetyBar } from './safety/safety-bar.tsx';
import { useConnected, useTopic, useWords } from './use-link.ts';
import type { VerbSender } from './use-verb.ts';

type Props = {
  page: Page;
  onPage: (page: Page) => void;
  onLanguage: () => void;
  isRed: boolean;
  onRed: () => void;
  send: VerbSender;
  onPalette: () => void;
};

/** The bar above every page: where you are, what is wrong, and the light of the booth. */
export const Frame = ({ page, onPage, onLanguage, isRed, onRed, send, onPalette }: Props) => {
  const t = useWords();
  const isConnected = useConnected();
  const status = useTopic('status');
  return (
    <header className="bar">
      <nav className="pages" aria-label={t('pages')}>
        {PAGES.map((each, index) => (
          <button
            key={each}
            type="button"
            aria-current={each === page ? 'page' : undefined}
            onClick={() => onPage(each)}
          >
            {t(each)} <small>{PAGE_KEYS[index]}</small>
          </button>
        ))}
      </nav>
      <h1>{status?.show.title ?? 'Frise'}</h1>
      {!isConnected && (
        <p className="lost" role="alert">
          {t('hostLost')}
        </p>
      )}
      <PanicLine state={status?.master.panic ?? 'off'} canResume={page !== 'run'} send={send} />
      <span className="spacer" />
      <button
        type="button"
        className="quiet search"
        aria-label={t('palette')}
        title={`${t('palette')} · Ctrl+K`}
        onClick={onPalette}
      >
        ⌕
      </button>
      <SafetyBar send={send} />
      <button type="button" className="quiet" aria-pressed={isRed} onClick={onRed}>
        {t('redLight')}
      </button>
      <button type="button" className="quiet" onClick={onLanguage}>
        {t('language')}
      </button>
    </header>
  );
};

type Panic = { state: 'off' | 'fading' | 'cut'; canResume: boolean; send: VerbSender };

/** Off the Run page the way out of a panic stands beside the word. */
const PanicLine = ({ state, canResume, send }: Panic) => {
  const t = useWords();
  if (state === 'off') return null;
  return (
    <>
      <p className="panicking" role="alert">
        {t(state === 'cut' ? 'panicCut' : 'panicFading')}
      </p>
      {canResume && (
        <button type="button" className="quiet" onClick={() => send('resume', {})}>
          {t('outOfPanic')}
        </button>
      )}
    </>
  );
};
