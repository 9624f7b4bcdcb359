import { useState } from 'react';
import { useWords } from '../../use-link.ts';

/** One preset: a press puts it on; those of the show are renamed and thrown away. */
type Props = {
  name: string;
  isReadOnly: boolean;
  onApply: () => void;
  /** null: it is built in. */
  onRename: ((name: string) => void) | null;
  onRemove: (() => void) | null;
};

export const PresetRow = ({ name, isReadOnly, onApply, onRename, onRemove }: Props) => {
  const t = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    if (typed !== null && typed.trim() !== '' && typed.trim() !== name) onRename?.(typed);
    setTyped(null);
  };
  if (typed !== null)
    return (
      <li>
        <input
          type="text"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that asked for it
          autoFocus
          aria-label={t('presetName')}
          maxLength={80}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => event.key === 'Enter' && leave()}
        />
      </li>
    );
  return (
    <li>
      <button type="button" className="preset-apply" disabled={isReadOnly} onClick={onApply}>
        {name}
      </button>
      {onRename && (
        <button
          type="button"
          aria-label={t('presetRename', { name })}
          title={t('presetRename', { name })}
          disabled={isReadOnly}
          onClick={() => setTyped(name)}
        >
          ✎
        </button>
      )}
      {onRemove && (
        <button
          type="button"
          aria-label={t('presetRemove', { name })}
          title={t('presetRemove', { name })}
          disabled={isReadOnly}
          onClick={onRemove}
        >
          ✕
        </button>
      )}
      {!onRemove && <span className="hint">{t('presetBuiltIn')}</span>}
    </li>
  );
};
