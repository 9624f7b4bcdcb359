import { useRef, useState } from 'react';
import { nameOf } from '../../../../core/ids.ts';
import { areKeysFar } from '../../../../core/media/key-gap.ts';
import { stripsWanted } from '../../../../core/media/strips.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import type { MediaRecord, ShowDocument } from '../../../../core/show/show.schema.ts';
import { useTopic, useWords } from '../../use-link.ts';
import { offer } from '../drop.ts';
import { Menu } from '../menu.tsx';
import { NameField } from '../name-field.tsx';
import { useListeners } from '../use-listeners.ts';
import { timeText } from '../view.ts';
import { Thumb } from './thumb.tsx';
import type { Imports } from './use-imports.ts';
import type { MediaEdits } from './use-media-edits.ts';

/** One medium: what it is, whether its file is here, where it is used, and what can be done with it. */
type Medium = MediaRecord & { id: string };
type Props = {
  document: ShowDocument;
  medium: Medium;
  users: readonly string[];
  imports: Imports;
  media: MediaEdits;
  mayEdit: boolean;
  onAdd: (id: string) => void;
};

export const MediumRow = ({ document, medium, users, imports, media, mayEdit, onAdd }: Props) => {
  const t = useWords();
  const [isNaming, setNaming] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const { id, hash } = medium;
  const row = useRef<HTMLLIElement>(null);
  useListeners(row, { dragstart: ({ dataTransfer }) => offer(dataTransfer, { kind: 'medium', id }) });
  const fact = useTopic('media')?.[id];
  const isMissing = fact?.state === 'missing';
  const title = medium.title || nameOf(id);
  return (
    <li
      ref={row}
      className={`medium ${isMissing ? 'missing' : ''}`}
      data-medium={id}
      draggable={mayEdit && !isNaming}
    >
      <Thumb medium={medium} />
      <div className="medium-text">
        {isNaming ? (
          <NameField
            value={title}
            label={t('designMediaName')}
            onDone={(next) => {
              setNaming(false);
              if (next !== null) media.rename(id, next);
            }}
          />
        ) : (
          <b title={medium.path}>{title}</b>
        )}
        <span className="hint" title={medium.original && t('designKeysCopyOf', { path: medium.original })}>
          {factsText(medium, fact?.bytes ?? null)}
        </span>
        {isMissing ? (
          <span className="red-text">✕ {t(hash === null ? 'designMediaLost' : 'designMediaMissing')}</span>
        ) : (
          <span className="hint" title={users.map((user) => userText(document, user)).join('\n')}>
            {t(users.length === 0 ? 'designMediaUnusedOne' : 'designMediaUses', { n: users.length })}
          </span>
        )}
      </div>
      <button
        type="button"
        aria-label={t('designMediaAdd', { name: title })}
        title={t('designMediaAdd', { name: title })}
        disabled={!mayEdit || isMissing}
        onClick={() => onAdd(id)}
      >
        +
      </button>
      <Menu label={`${t('designMediaMenu')}: ${title}`} text="⋯" disabled={!mayEdit} className="left">
        {(close) => (
          <>
            <button
              type="button"
              onClick={() => {
                close();
                setNaming(true);
              }}
            >
              {t('designRename')}
            </button>
            <button type="button" onClick={() => file.current?.click()}>
              {t(isMissing ? 'designMediaFind' : 'designMediaReplace')}
            </button>
            <button
              type="button"
              className="danger"
              onClick={() => {
                close();
                media.remove([id]);
              }}
            >
              {t('designMediaRemove')}
            </button>
          </>
        )}
      </Menu>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={`${t('designMediaReplace')}: ${title}`}
        onChange={({ target }) => {
          imports.add([...(target.files ?? [])], id);
          target.value = '';
        }}
      />
      {!isMissing && (areKeysFar(medium) || stripsWanted(medium) > 1) && (
        <Mend medium={medium} disabled={!mayEdit} onCopy={() => imports.closeKeys(medium)} />
      )}
    </li>
  );
};

/** A film that plays badly, and what helps: one copy does both. */
type MendProps = { medium: Medium; disabled: boolean; onCopy: () => void };
const Mend = ({ medium, disabled, onCopy }: MendProps) => {
  const t = useWords();
  const strips = stripsWanted(medium);
  const gap = Number((medium.keyGap ?? 0).toPrecision(2));
  return (
    <div className="mend">
      <span className="amber-text">{strips > 1 ? t('designTooWide') : t('designKeysFar', { n: gap })}</span>
      <button type="button" disabled={disabled} onClick={onCopy}>
        {strips > 1 ? t('designStripsCopy', { n: strips }) : t('designKeysCopy')}
      </button>
    </div>
  );
};

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;
export const sizeText = (bytes: number): string => {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${Number((bytes / 1000 ** step).toPrecision(3))} ${UNITS[step]}`;
};
const factsText = (medium: Medium, bytes: number | null): string => {
  const { width, height, fps, channels, duration, codec } = medium;
  return [
    duration === null ? null : timeText(duration),
    width && height ? `${width}×${height}` : null,
    fps ? `${Number(fps.toFixed(2))} fps` : null,
    codec ?? null,
    channels ? `${channels} ch` : null,
    bytes === null ? null : sizeText(bytes),
  ]
    .filter((each) => each !== null)
    .join(' · ');
};
const userText = ({ records }: ShowDocument, id: string): string => {
  const record = records[id];
  const name = isPlainObject(record) ? record['name'] : null;
  return typeof name === 'string' && name !== '' ? name : nameOf(id);
};
