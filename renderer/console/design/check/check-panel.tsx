import { kindOf } from '../../../../core/ids.ts';
import { nameOfRecord } from '../../../../core/show/draft/changes.ts';
import { withWords, type Remark } from '../../../../core/show/remarks.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { hashOf, KINDS } from '../../palette/places.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { MenuField } from '../menu-field.tsx';
import { useCheck } from './use-check.ts';
import './check.css';

/** The designer's list before the evening: each line leads to its place, and words are given here. */
type Props = { document: ShowDocument; mayEdit: boolean; edits: DocumentEdits };

export const CheckPanel = ({ document, mayEdit, edits }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const { faults, remarks } = useCheck(document);
  return (
    <section className="check-panel" aria-label={t('designCheck')}>
      {faults.length > 0 && <h3>{t('designCheckFaults', { n: faults.length })}</h3>}
      <ul>
        {faults.map(({ id, problem }) => (
          <li key={`${id} ${problem.code} ${problem.path}`} className="fault">
            <Where {...{ id, document }} />
            <span className="amber-text">{problemText(language, { ...problem, path: '' })}</span>
          </li>
        ))}
      </ul>
      {remarks.length > 0 && <h3>{t('designCheckRemarks', { n: remarks.length })}</h3>}
      <ul>
        {remarks.map((remark) => (
          <li key={keyOf(remark)}>
            <Where {...{ id: remark.id, document }} />
            <Said {...{ remark, document, mayEdit, edits }} />
          </li>
        ))}
      </ul>
      {faults.length + remarks.length === 0 && <p className="hint">{t('designCheckNone')}</p>}
    </section>
  );
};

const keyOf = (remark: Remark): string =>
  'fields' in remark
    ? `${remark.id} ${remark.fields.join('.')} ${remark.missing}`
    : `${remark.id} ${remark.kind}`;

/** To where it is worked on, as the search leads there. */
const Where = ({ id, document }: { id: string; document: ShowDocument }) => {
  const kind = KINDS.find((each) => each === kindOf(id));
  const name = nameOfRecord(id, document.records[id]);
  return kind === undefined ? <b>{name}</b> : <a href={hashOf(kind, id)}>{name}</a>;
};

type SaidProps = Props & { remark: Remark };
const Said = ({ remark, document, mayEdit, edits }: SaidProps) => {
  const t = useWords();
  if (!('fields' in remark))
    return <span>{t(remark.kind === 'muted' ? 'designCheckMuted' : 'designCheckBeyond')}</span>;
  const { id, fields, missing, words, kind } = remark;
  const other = missing === 'fr' ? 'en' : 'fr';
  const label = t(`designCheckIn_${missing}`);
  const give = (text: string): void => {
    const put = { [id]: withWords(document.records[id], fields, missing, text) };
    void edits.edit({ label: t('designCheckGiven', { language: label }), put });
  };
  return (
    <>
      <span>{t(kind === 'language' ? `designCheckNo_${missing}` : `designCheckStill_${missing}`)}</span>
      <q lang={other}>{words[other]}</q>
      {mayEdit && <MenuField label={label} value={words[missing]} onDone={give} />}
    </>
  );
};
