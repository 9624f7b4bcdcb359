import { useCallback, useState } from 'react';
import { idOf, kindOf, nameOf } from '../../../../core/ids.ts';
import { Sure } from '../../control/sure.tsx';
import { useWords } from '../../use-link.ts';
import { areSeveral, freeName, renamed } from './kinds.ts';
import { NameForm } from './name-form.tsx';
import type { RecordProps } from './record-editor.tsx';

/** What is done to a record as a whole. */
export const WholeRecord = ({ document, id, kind, drafts, edits, onChoose }: RecordProps) => {
  const t = useWords();
  const [isRenaming, setRenaming] = useState(false);
  const leave = useCallback(() => setRenaming(false), []);
  const name = nameOf(id);
  const isThere = Object.hasOwn(document.records, id);
  const remove = (): void => {
    drafts.drop(id);
    void edits.edit({ label: `remove ${id}`, remove: [id] });
  };
  if (!areSeveral(kind))
    return (
      kindOf(id) !== 'station' &&
      isThere && <Sure label={t('defaults')} sure={t('defaultsSure')} onSure={remove} />
    );
  const copy = async (): Promise<void> => {
    const next = idOf(kind, freeName(document, kind, name));
    if (await edits.edit({ label: `duplicate ${id}`, put: { [next]: document.records[id] } })) onChoose(next);
  };
  const rename = async (to: string): Promise<void> => {
    setRenaming(false);
    const change = renamed(document, id, to);
    if (!(await edits.edit({ label: `rename ${id}`, ...change }))) return;
    drafts.drop(id);
    onChoose(idOf(kind, to));
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {t('duplicate')}
      </button>
      <button type="button" aria-expanded={isRenaming} onClick={() => setRenaming(!isRenaming)}>
        {t('rename')}
      </button>
      <Sure label={t('remove')} sure={t('removeSure', { name })} onSure={remove} />
      {isRenaming && (
        <NameForm
          action={t('rename')}
          document={document}
          kind={kind}
          first={name}
          onName={(to) => void rename(to)}
          onLeave={leave}
        />
      )}
    </>
  );
};
