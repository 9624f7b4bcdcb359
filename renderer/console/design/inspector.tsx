import { Fragment, memo } from 'react';
import { nameOf } from '../../../core/ids.ts';
import { EXCERPT_LAYER } from '../../../core/layers/excerpt.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../core/show/timeline-edit/board.ts';
import { layerOf } from '../../../core/show/timeline-edit/content-shift.ts';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { useWords } from '../use-link.ts';
import { ClipForm } from './inspector/clip-form.tsx';
import { ManyForm } from './inspector/many-form.tsx';
import { PresetPart } from './inspector/preset-part.tsx';
import { useLinks } from './inspector/use-links.ts';
import type { OnTrial } from './keys/use-trial.ts';
import { FollowPart } from './inspector/follow-part.tsx';
import { RegionPart } from './pick/region-part.tsx';
import './inspector/inspector.css';

/** What is chosen: one clip and all that it says at the playhead, or what several have in common. */
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
  onTrial: OnTrial;
};

export const Inspector = memo(({ chosen, onSeek, onTrial, ...rest }: Props) => {
  const t = useWords();
  const links = useLinks();
  const [clip] = chosen;
  return (
    <section className="design-inspector" aria-label={t('designInspector')}>
      {clip && (
        <h2>{chosen.length > 1 ? t('manyTitle', { n: chosen.length }) : clip.name || nameOf(clip.id)}</h2>
      )}
      {clip === undefined && <p className="hint">{t('designNoneChosen')}</p>}
      {clip !== undefined && hasLooks(chosen) && <PresetPart clips={chosen} {...rest} />}
      {chosen.length > 1 && (
        <ManyForm key={chosen.map(({ id }) => id).join()} {...rest} {...{ chosen, links, onTrial }} />
      )}
      {clip !== undefined && chosen.length === 1 && (
        <Fragment key={clip.id}>
          <ClipForm {...rest} {...{ clip, links, onSeek, onTrial }} />
          <RegionPart document={rest.document} clip={clip} edits={rest.edits} mayEdit={rest.mayEdit} />
          <FollowPart {...rest} {...{ clip, onTrial }} />
        </Fragment>
      )}
    </section>
  );
});

/** Of one layer, which has settings of its own. */
const hasLooks = ([first, ...rest]: readonly BoardClip[]): boolean =>
  first !== undefined &&
  first.layer !== EXCERPT_LAYER &&
  layerOf(first.layer) !== null &&
  rest.every(({ layer }) => layer === first.layer);
