import { useWords } from '../../use-link.ts';
import { usePickSource, type PickTarget } from './pick-context.ts';

/** Beside a field: its value is picked on the picture until it is pressed again, or Esc. */
type Props = { target: PickTarget; text: string; isReadOnly: boolean };

export const PickButton = ({ target, text, isReadOnly }: Props) => {
  const t = useWords();
  const { isOn, toggle } = usePickSource(target);
  return (
    <button
      type="button"
      className="pick-button"
      aria-pressed={isOn}
      aria-label={t('pickOf', { name: target.name })}
      title={t('pickOf', { name: target.name })}
      disabled={isReadOnly}
      onClick={toggle}
    >
      <svg aria-hidden="true" viewBox="0 0 12 12">
        <path d="M6 0v4M6 8v4M0 6h4M8 6h4" />
      </svg>
      {text}
    </button>
  );
};
