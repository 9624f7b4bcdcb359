import { SIZES, type Looks } from './looks.ts';
import { PairingPanel } from './pairing/pairing-panel.tsx';
import { ReleasesPanel } from './releases/releases-panel.tsx';
import { useWords } from './use-link.ts';

/** What belongs to this station and to this screen. */
export const SettingsPage = ({ looks }: { looks: Looks }) => {
  const t = useWords();
  return (
    <main className="settings">
      <section>
        <h2>{t('languageName')}</h2>
        <div className="choices">
          <button type="button" aria-pressed={looks.language === 'fr'} onClick={() => looks.onLanguage('fr')}>
            Français
          </button>
          <button type="button" aria-pressed={looks.language === 'en'} onClick={() => looks.onLanguage('en')}>
            English
          </button>
        </div>
      </section>
      <section>
        <h2>{t('lighting')}</h2>
        <div className="choices">
          <button type="button" aria-pressed={!looks.isRed} onClick={() => looks.onRed(false)}>
            {t('darkLight')}
          </button>
          <button type="button" aria-pressed={looks.isRed} onClick={() => looks.onRed(true)}>
            {t('redLight')}
          </button>
        </div>
      </section>
      <section>
        <h2>{t('typeSize')}</h2>
        <div className="choices">
          {SIZES.map((size) => (
            <button
              key={size}
              type="button"
              aria-pressed={looks.size === size}
              onClick={() => looks.onSize(size)}
            >
              {t(SIZE_WORDS[size])}
            </button>
          ))}
        </div>
      </section>
      <PairingPanel />
      <ReleasesPanel />
    </main>
  );
};

const SIZE_WORDS = { '1': 'sizeNormal', '2': 'sizeLarge', '3': 'sizeHuge' } as const;
