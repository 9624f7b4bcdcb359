import type { OpenDraft } from '../../../core/control/draft.topics.ts';
import { kindOf } from '../../../core/ids.ts';
import type { DraftChange } from '../../../core/show/draft/changes.ts';
import { useLanguage, useLink, useWords } from '../use-link.ts';
import type { VerbSender } from '../use-verb.ts';
import { fieldText, fieldsText, kindText, personText } from './draft-text.ts';

/** What would change, record by record; what a fix in the programme contests comes first. */
const SIGNS = { added: '+', removed: '−', changed: '~', ordered: '⇅' } as const;
type Props = { open: OpenDraft; send: VerbSender; mayDesign: boolean };

export const ChangeList = ({ open, send, mayDesign }: Props) => {
  const t = useWords();
  const more = open.count - open.changes.length;
  return (
    <section className="draft-list" aria-label={t('draftListOf')}>
      {open.conflicts.length > 0 && <Conflicts open={open} send={send} mayDesign={mayDesign} />}
      <table>
        <tbody>
          {open.changes.map((change) => (
            <Row key={`${change.what} ${change.id}`} change={change} />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="draft-note">{t('draftMore', { count: more })}</p>}
    </section>
  );
};

const Row = ({ change }: { change: DraftChange }) => {
  const t = useWords();
  const language = useLanguage();
  const { sender } = useLink();
  return (
    <tr>
      <td>{`${SIGNS[change.what]} ${t(`draft_${change.what}`)}`}</td>
      <td>{kindText(t, change.kind)}</td>
      <th scope="row">{change.name}</th>
      <td>{fieldsText(language, change)}</td>
      <td>{personText(t, change.by, sender)}</td>
    </tr>
  );
};

const Conflicts = ({ open, send, mayDesign }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const ids = [...new Set(open.conflicts.map(({ id }) => id))];
  return (
    <ul>
      {ids.map((id) => {
        const own = open.conflicts.filter((each) => each.id === id);
        const fields = own.map(({ field }) =>
          field === '' ? t('draftWhole') : fieldText(language, kindOf(id), field),
        );
        return (
          <li key={id}>
            <span className="amber-text">
              {`! ${t('draftConflict', { name: own[0]?.name ?? id, field: fields.join(', ') })}`}
            </span>
            {mayDesign && (
              <>
                <button type="button" onClick={() => send('draft/resolve', { id, keep: 'programme' })}>
                  {t('draftKeepProgramme')}
                </button>
                <button type="button" onClick={() => send('draft/resolve', { id, keep: 'draft' })}>
                  {t('draftKeepDraft')}
                </button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
};
