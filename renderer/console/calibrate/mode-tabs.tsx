import { useWords } from '../use-link.ts';
import { useCalibration } from './line-up-context.ts';
import { MODES, MODE_WORDS } from './modes.ts';

export const ModeTabs = () => {
  const t = useWords();
  const { mode, setMode } = useCalibration();
  return (
    <nav className="mode-tabs" aria-label={t('modes')}>
      {MODES.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === mode ? 'true' : undefined}
          onClick={() => setMode(each)}
        >
          {t(MODE_WORDS[each])}
        </button>
      ))}
    </nav>
  );
};
