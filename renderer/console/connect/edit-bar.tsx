import { problemText } from '../problem-text.ts';
import { useConnected, useLanguage, useWords } from '../use-link.ts';
import type { DocumentEdits } from './use-document-edit.ts';

/** The way back and how the last press stands: same place on every part that edits. */
export const EditBar = ({ edits, isAllowed }: { edits: DocumentEdits; isAllowed: boolean }) => {
  const t = useWords();
  const isConnected = useConnected();
  return (
    <div className="edit-bar">
      <Standing edits={edits} />
      <span className="spacer" />
      <button type="button" title={t('undo')} disabled={!isConnected || !isAllowed} onClick={edits.undo}>
        ↶ <span className="edit-word">{t('undo')}</span>
      </button>
      <button type="button" title={t('redo')} disabled={!isConnected || !isAllowed} onClick={edits.redo}>
        ↷ <span className="edit-word">{t('redo')}</span>
      </button>
    </div>
  );
};

const Standing = ({ edits: { standing } }: { edits: DocumentEdits }) => {
  const t = useWords();
  const language = useLanguage();
  switch (standing.kind) {
    case 'idle':
      return <output className="standing" />;
    case 'sending':
      return <output className="standing sending">{t('editSending')}</output>;
    case 'done':
      return <output className="standing arrived">{t('editDone')}</output>;
    case 'refused':
      return (
        <p className="standing refused" role="alert">
          {t('editRefused', { text: problemText(language, standing.problem) })}
        </p>
      );
  }
};
