import { useState } from 'react';
import { idOf } from '../../../../core/ids.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { useSession } from '../../pairing/session.ts';
import { useConnected, useShow, useTopic, useWords } from '../../use-link.ts';
import { EditBar } from '../edit-bar.tsx';
import { useDrafts } from '../station/use-drafts.ts';
import { useDocumentEdit } from '../use-document-edit.ts';
import { CueSheetExport } from './cue-sheet-export.tsx';
import { CueEditor } from './cue-editor.tsx';
import { CueRows } from './cue-rows.tsx';
import { useNewCue } from './use-new-cue.ts';

/** The show's cue list, edited cue by cue. `first`: the name of the cue that is open to begin with. */
export const CuesPart = ({ first }: { first: string | null }) => {
  const t = useWords();
  const { mayDesign } = useSession();
  const show = useShow();
  const document = useTopic('show')?.document;
  const current = useTopic('status')?.cues.current ?? null;
  const edits = useDocumentEdit('show');
  const drafts = useDrafts();
  const [asked, choose] = useState(() =>
    first === null ? (show?.cues.find(({ number }) => number === current)?.id ?? null) : idOf('cue', first),
  );
  if (!show || !document) return <p className="empty">{t('connecting')}</p>;
  const recordOf = (id: string): Record<string, unknown> => {
    const record = document.records[id];
    return isPlainObject(record) ? record : {};
  };
  const chosen = show.cues.find(({ id }) => id === asked) ?? show.cues[0];
  return (
    <div className="cues-part">
      <CueRows
        show={show}
        chosen={chosen?.id ?? null}
        current={current}
        isDirty={(id) => drafts.of(id, recordOf(id)).isDirty}
        onChoose={(id) => {
          edits.forget();
          choose(id);
        }}
      />
      <div className="cue-side">
        <CueSheetExport show={show} />
        <EditBar edits={edits} isAllowed={mayDesign} />
        {!mayDesign && <p className="read-only">{t('cuesReadOnly')}</p>}
        {!chosen && mayDesign && <FirstCue show={show} document={document} edits={edits} onChoose={choose} />}
        {chosen && (
          <CueEditor
            key={chosen.id}
            show={show}
            document={document}
            cue={chosen}
            record={recordOf(chosen.id)}
            drafts={drafts}
            edits={edits}
            mayDesign={mayDesign}
            onChoose={choose}
          />
        )}
      </div>
    </div>
  );
};

/** A show without a cue: nothing can be fired until it has one. */
const FirstCue = (props: Parameters<typeof useNewCue>[0]) => {
  const t = useWords();
  const isConnected = useConnected();
  const { insert } = useNewCue(props);
  return (
    <>
      <p>{t('cueNone')}</p>
      <button type="button" className="primary" disabled={!isConnected} onClick={() => insert('1')}>
        + {t('cueFirst')}
      </button>
    </>
  );
};
