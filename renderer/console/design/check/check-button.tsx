import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { useWords } from '../../use-link.ts';
import { useCheck } from './use-check.ts';

/** How much there is to look at; a component of its own, since the host's state comes several times a second. */
type Props = { document: ShowDocument; isOpen: boolean; onPress: () => void };

export const CheckButton = ({ document, isOpen, onPress }: Props) => {
  const t = useWords();
  const { faults, remarks } = useCheck(document);
  const n = faults.length + remarks.length;
  return (
    <button
      type="button"
      className={n > 0 ? 'to-check' : ''}
      aria-label={t('designCheckCount', { n })}
      title={t('designCheck')}
      aria-pressed={isOpen}
      onClick={onPress}
    >
      {n > 0 ? `⚠ ${n}` : '☑'}
    </button>
  );
};
