import { useWords } from '../../use-link.ts';
import type { Chip } from './run-state.ts';

export const ChipMark = ({ chip }: { chip: Chip }) => {
  const t = useWords();
  return (
    <span className={`chip tone-${chip.tone}`}>
      <span className="mark" aria-hidden="true">
        {chip.mark}
      </span>
      {t(chip.word, chip.values)}
    </span>
  );
};
