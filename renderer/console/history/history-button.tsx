import { useCallback, useState } from 'react';
import { useWords } from '../use-link.ts';
import { HistoryCard } from './history-card.tsx';
import './history.css';

export const HistoryButton = () => {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('history')}
      </button>
      {isOpen && <HistoryCard onClose={close} />}
    </>
  );
};
