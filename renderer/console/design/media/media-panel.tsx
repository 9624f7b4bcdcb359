import { useMemo, useRef, useState } from 'react';
import { unusedMedia, usesOf } from '../../../../core/media/media-edit.ts';
import { mediaTypes } from '../../../../core/media/media-type.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { mediaOf } from '../../../../core/show/timeline-edit/create.ts';
import { FileButton } from '../../control/file-button.tsx';
import { useWords } from '../../use-link.ts';
import { useTwoPresses } from '../../use-two-presses.ts';
import { isFiles } from '../drop.ts';
import { hasLeft, useListeners } from '../use-listeners.ts';
import { ImportRow } from './import-row.tsx';
import { MediumRow } from './medium-row.tsx';
import type { MediaEdits } from './use-media-edits.ts';
import type { Imports } from './use-imports.ts';

/** The show's files: brought in by a drop or a button, found, used, replaced, and thrown out where nothing uses them. */
type Props = {
  document: ShowDocument;
  imports: Imports;
  media: MediaEdits;
  mayEdit: boolean;
  onAdd: (id: string) => void;
};
const ACCEPTED = Object.keys(mediaTypes)
  .map((ending) => `.${ending}`)
  .join(',');

export const MediaPanel = ({ document, imports, media, mayEdit, onAdd }: Props) => {
  const t = useWords();
  const [text, setText] = useState('');
  const [isOver, setOver] = useState(false);
  const uses = useMemo(() => usesOf(document), [document]);
  const all = useMemo(() => mediaOf(document), [document]);
  const wanted = text.trim().toLowerCase();
  const seen = all.filter(({ title, path }) => `${title} ${path}`.toLowerCase().includes(wanted));
  const place = useRef<HTMLElement>(null);
  useListeners(place, {
    dragover(event) {
      if (!mayEdit || !isFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    },
    dragleave(event) {
      if (hasLeft(place.current, event)) setOver(false);
    },
    drop(event) {
      setOver(false);
      if (!mayEdit || !event.dataTransfer || !isFiles(event.dataTransfer)) return;
      event.preventDefault();
      imports.add([...event.dataTransfer.files]);
    },
  });
  return (
    <section ref={place} className={`media-panel ${isOver ? 'over' : ''}`} aria-label={t('designMedia')}>
      <FileButton
        label={t('designMediaImport')}
        accept={ACCEPTED}
        disabled={!mayEdit}
        multiple
        onFiles={(files) => imports.add(files)}
      />
      <p className="hint">{t('designMediaDrop')}</p>
      {imports.list.map((each) => (
        <ImportRow
          key={each.key}
          item={each}
          onConvert={(what) => imports.convert(each.key, what)}
          onDrop={() => imports.drop(each.key)}
        />
      ))}
      {imports.news && (
        <output className="hint">
          {t(imports.news.kind === 'known' ? 'designMediaKnown' : 'designMediaRelinked', {
            name: imports.news.name,
          })}
        </output>
      )}
      {all.length > 6 && (
        <input
          type="search"
          value={text}
          placeholder={t('designMediaSearch')}
          aria-label={t('designMediaSearch')}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul>
        {seen.map((medium) => (
          <MediumRow
            key={medium.id}
            medium={medium}
            users={uses.get(medium.id) ?? []}
            {...{ document, imports, media, mayEdit, onAdd }}
          />
        ))}
      </ul>
      {all.length === 0 && imports.list.length === 0 && <p className="hint">{t('designMediaNone')}</p>}
      <Unused document={document} mayEdit={mayEdit} onRemove={media.remove} />
    </section>
  );
};

type UnusedProps = { document: ShowDocument; mayEdit: boolean; onRemove: (ids: readonly string[]) => void };
const Unused = ({ document, mayEdit, onRemove }: UnusedProps) => {
  const t = useWords();
  const ids = useMemo(() => unusedMedia(document), [document]);
  const { isAsked, press } = useTwoPresses(() => onRemove(ids));
  if (ids.length === 0 || !mayEdit) return null;
  return (
    <button type="button" className="unused" onClick={press}>
      {t(isAsked ? 'designMediaUnusedSure' : 'designMediaUnused', { n: ids.length })}
    </button>
  );
};
