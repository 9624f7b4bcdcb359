import { keyNear, NEAR, type Keys } from '../../../../core/show/keys-edit/lanes.ts';
import { useWords } from '../../use-link.ts';

/** Beside a parameter: whether a key is at the playhead, to put or take one, and the way to the ones before and behind. */
type Props = {
  label: string;
  keys: Keys;
  /** Of the playhead, seconds from the clip's start. */
  at: number;
  isReadOnly: boolean;
  onToggle: () => void;
  /** Seconds from the clip's start. */
  onSeek: (at: number) => void;
};

export const KeyButtons = ({ label, keys, at, isReadOnly, onToggle, onSeek }: Props) => {
  const t = useWords();
  const isOn = keyNear(keys, at) >= 0;
  const before = keys.findLast((key) => key.at < at - NEAR);
  const behind = keys.find((key) => key.at > at + NEAR);
  const name = t(isOn ? 'keyRemove' : 'keySet', { name: label });
  return (
    <span className="key-buttons">
      {keys.length > 0 && (
        <button
          type="button"
          aria-label={t('keyBefore', { name: label })}
          title={t('keyBefore', { name: label })}
          disabled={!before}
          onClick={() => before && onSeek(before.at)}
        >
          ◂
        </button>
      )}
      <button
        type="button"
        className={`key ${keys.length > 0 ? 'keyed' : ''}`}
        aria-pressed={isOn}
        aria-label={name}
        title={name}
        disabled={isReadOnly}
        onClick={onToggle}
      >
        {isOn ? '◆' : '◇'}
      </button>
      {keys.length > 0 && (
        <button
          type="button"
          aria-label={t('keyAfter', { name: label })}
          title={t('keyAfter', { name: label })}
          disabled={!behind}
          onClick={() => behind && onSeek(behind.at)}
        >
          ▸
        </button>
      )}
    </span>
  );
};
