import { useWords } from '../../use-link.ts';
import type { RunActions } from '../actions.ts';
import { useVersion } from '../use-version.ts';

/** Which version of the show is played: with its flashes or softened, and in which language. */
export const VersionPanel = ({ onVersion }: { onVersion: RunActions['version'] }) => {
  const t = useWords();
  const version = useVersion();
  if (!version) return null;
  const isSoft = version.flashes === 'soft';
  return (
    <section className="version" aria-label={t('version')}>
      <h2>{t('version')}</h2>
      <p className="line">
        <button
          type="button"
          aria-pressed={isSoft}
          title={t('noFlashHint')}
          onClick={() => onVersion({ flashes: isSoft ? 'full' : 'soft' })}
        >
          {isSoft ? `◌ ${t('noFlashOn')}` : t('noFlash')}
        </button>
        <button
          type="button"
          title={t('showLanguage')}
          onClick={() => onVersion({ language: version.language === 'fr' ? 'en' : 'fr' })}
        >
          {`⇄ ${t(version.language === 'fr' ? 'showInFrench' : 'showInEnglish')}`}
        </button>
      </p>
    </section>
  );
};
