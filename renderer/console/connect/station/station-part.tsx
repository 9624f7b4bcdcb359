import { useState } from 'react';
import { kindOf } from '../../../../core/ids.ts';
import { OwnerForm } from '../../pairing/owner-form.tsx';
import '../../pairing/pairing.css';
import { useSession } from '../../pairing/session.ts';
import { useTopic, useWords } from '../../use-link.ts';
import { EditBar } from '../edit-bar.tsx';
import { useDocumentEdit } from '../use-document-edit.ts';
import { recordIn } from './kinds.ts';
import { RecordEditor } from './record-editor.tsx';
import { RecordList } from './record-list.tsx';
import { useDrafts } from './use-drafts.ts';

/** Everything that belongs to this machine, record by record. Its owner edits it; everyone else sees it. */
export const StationPart = ({ first }: { first: string | null }) => {
  const t = useWords();
  const { isOwner } = useSession();
  const topic = useTopic('settings');
  const edits = useDocumentEdit('station');
  const drafts = useDrafts();
  const [asked, choose] = useState(first ?? 'station:main');
  if (!topic) return <p className="empty">{t('connecting')}</p>;
  const { document } = topic;
  const isThere = Object.hasOwn(document.records, asked) || asked.endsWith(':main');
  const chosen = isThere && recordIn(document, asked) !== null ? asked : null;
  return (
    <div className="station-part">
      <RecordList
        document={document}
        chosen={chosen}
        isOwner={isOwner}
        edits={edits}
        isDirty={(id) => drafts.of(id, recordIn(document, id) ?? {}).isDirty}
        onChoose={choose}
      />
      <div className="station-record">
        <EditBar edits={edits} isAllowed={isOwner} />
        {!isOwner && (
          <section className="read-only">
            <OwnerForm why={t('stationOwner')} />
          </section>
        )}
        {chosen === null ? (
          <p className="hint">{t('stationChoose')}</p>
        ) : (
          <RecordEditor
            key={chosen}
            document={document}
            id={chosen}
            kind={kindOf(chosen)}
            drafts={drafts}
            edits={edits}
            isOwner={isOwner}
            onChoose={choose}
          />
        )}
      </div>
    </div>
  );
};
