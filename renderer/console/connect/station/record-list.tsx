import { useCallback, useState } from 'react';
import { idOf, nameOf } from '../../../../core/ids.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { newRecord } from '../../../../core/station/form-blank.ts';
import { stationRecordSchemas, type StationDocument } from '../../../../core/station/station.schema.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { kindLabel, oneLabel } from '../../words/field.words.ts';
import type { DocumentEdits } from '../use-document-edit.ts';
import { areSeveral, freeName, idsOf, stationKinds, type StationKind } from './kinds.ts';
import { NameForm } from './name-form.tsx';

type Props = {
  document: StationDocument;
  chosen: string | null;
  isOwner: boolean;
  edits: DocumentEdits;
  isDirty: (id: string) => boolean;
  onChoose: (id: string) => void;
};

/** The station's records by kind; kinds of which there are several have a way to add one. */
export const RecordList = (props: Props) => {
  const language = useLanguage();
  return (
    <nav className="record-list" aria-label={kindLabel(language, 'station')}>
      {stationKinds().map((kind) => (
        <KindOf key={kind} kind={kind} {...props} />
      ))}
    </nav>
  );
};

const KindOf = (props: Props & { kind: StationKind }) => {
  const { kind, document, isOwner } = props;
  const language = useLanguage();
  const ids = idsOf(document, kind);
  if (!areSeveral(kind))
    return ids.map((id) => <Entry key={id} id={id} label={kindLabel(language, kind)} {...props} />);
  return (
    <section>
      <h2>{kindLabel(language, kind)}</h2>
      {ids.map((id) => (
        <Entry key={id} id={id} label={nameOf(id)} {...props} />
      ))}
      {isOwner && <Add {...props} />}
    </section>
  );
};

const Entry = ({ id, label, document, chosen, isDirty, onChoose }: Props & { id: string; label: string }) => {
  const t = useWords();
  const record = document.records[id];
  const given = isPlainObject(record) && typeof record['name'] === 'string' ? record['name'] : '';
  return (
    <button type="button" aria-current={id === chosen ? 'true' : undefined} onClick={() => onChoose(id)}>
      <b>{label}</b>
      {given !== '' && <span>{given}</span>}
      {record === undefined && <small>{t('notSetYet')}</small>}
      {isDirty(id) && <small className="amber-text">{t('modified')}</small>}
    </button>
  );
};

const Add = ({ kind, document, edits, onChoose }: Props & { kind: StationKind }) => {
  const t = useWords();
  const language = useLanguage();
  const [isNaming, setNaming] = useState(false);
  const leave = useCallback(() => setNaming(false), []);
  const add = async (name: string): Promise<void> => {
    const id = idOf(kind, name);
    const put = { [id]: newRecord(stationRecordSchemas[kind]) };
    setNaming(false);
    if (await edits.edit({ label: `add ${id}`, put })) onChoose(id);
  };
  if (isNaming)
    return (
      <NameForm
        action={t('formAdd')}
        document={document}
        kind={kind}
        first={freeName(document, kind, kind)}
        onName={(name) => void add(name)}
        onLeave={leave}
      />
    );
  return (
    <button type="button" className="add" onClick={() => setNaming(true)}>
      + {t('addOf', { kind: oneLabel(language, kind) })}
    </button>
  );
};
