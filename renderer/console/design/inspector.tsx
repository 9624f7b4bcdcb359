import { memo } from 'react';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../core/show/timeline-edit/board.ts';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { useWords } from '../use-link.ts';
import { ClipForm } from './inspector/clip-form.tsx';
import './inspector/inspector.css';

/** What is chosen: one clip and all that it says at the playhead. */
type Props = {
  document: ShowDocument;
  chosen: readonly BoardClip[];
  edits: DocumentEdits;
  mayEdit: boolean;
  /** Of the playhead, seconds on the timeline. */
  playhead: number;
  onSeek: (at: number) => void;
};

export const Inspector = memo(({ document, chosen, edits, mayEdit, playhead, onSeek }: Props) => {
  const t = useWords();
  const [clip] = chosen;
  return (
    <section className="design-inspector" aria-label={t('designInspector')}>
      {clip === undefined && <p className="hint">{t('designNoneChosen')}</p>}
      {chosen.length > 1 && <p className="hint">{t('designManyChosen', { n: chosen.length })}</p>}
      {clip !== undefined && chosen.length === 1 && (
        <ClipForm key={clip.id} {...{ document, clip, edits, mayEdit, playhead, onSeek }} />
      )}
    </section>
  );
});
