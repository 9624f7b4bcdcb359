import { Fragment, memo } from 'react';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../core/show/timeline-edit/board.ts';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { useWords } from '../use-link.ts';
import { ClipForm } from './inspector/clip-form.tsx';
import { FollowPart } from './inspector/follow-part.tsx';
import { RegionPart } from './pick/region-part.tsx';
import './inspector/inspector.css';

/** What is chosen: one clip and all that it says at the playhead. */
type Props = {
  document: ShowDocument;
  show: CompiledShow;
  timeline: string;
  chosen: readonly BoardClip[];
  edits: DocumentEdits;
  mayEdit: boolean;
  /** Of the playhead, seconds on the timeline. */
  playhead: number;
  onSeek: (at: number) => void;
};

export const Inspector = memo(({ chosen, onSeek, ...rest }: Props) => {
  const t = useWords();
  const [clip] = chosen;
  return (
    <section className="design-inspector" aria-label={t('designInspector')}>
      {clip === undefined && <p className="hint">{t('designNoneChosen')}</p>}
      {chosen.length > 1 && <p className="hint">{t('designManyChosen', { n: chosen.length })}</p>}
      {clip !== undefined && chosen.length === 1 && (
        <Fragment key={clip.id}>
          <ClipForm {...rest} {...{ clip, onSeek }} />
          <RegionPart document={rest.document} clip={clip} edits={rest.edits} mayEdit={rest.mayEdit} />
          <FollowPart {...rest} clip={clip} />
        </Fragment>
      )}
    </section>
  );
});
