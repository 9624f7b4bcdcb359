import { useEscape } from '../escape.ts';
import { useFocusInside } from '../focus-inside.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { SHORTCUTS, STING_KEYS, keyName } from './shortcuts.ts';

/** Every key of the page. The page goes on working beneath it. */
export const Help = ({ onClose }: { onClose: () => void }) => {
  const t = useWords();
  const language = useLanguage();
  const close = useFocusInside<HTMLButtonElement>();
  useEscape(true, onClose);
  const first = STING_KEYS[0].toUpperCase();
  const last = STING_KEYS.map((key) => key.toUpperCase())
    .slice(1)
    .join(' ');
  return (
    <dialog open className="card help" aria-label={t('keys')}>
      <h2 className="card-title">{t('keys')}</h2>
      <dl>
        {SHORTCUTS.map(({ id, keys, word }) => (
          <div key={id}>
            <dt>
              {id === 'number' ? (
                <kbd>0 … 9</kbd>
              ) : (
                keys.map((key) => <kbd key={key}>{keyName(key, language)}</kbd>)
              )}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>{`${first} ${last}`}</kbd>
          </dt>
          <dd>{t('keyStings')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Tab</kbd> <kbd>{language === 'fr' ? 'Entrée' : 'Enter'}</kbd>
          </dt>
          <dd>{t('keyTab')}</dd>
        </div>
      </dl>
      <p className="hint">{t('keyNote')}</p>
      <div className="card-keys">
        <button ref={close} type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </dialog>
  );
};
