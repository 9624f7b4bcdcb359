import { useMemo, useState } from 'react';
import { liveInputsOf } from '../../../../core/show/live-inputs.ts';
import { camerasOf } from '../../../../core/station/camera.read.ts';
import { OwnerForm } from '../../pairing/owner-form.tsx';
import '../../pairing/pairing.css';
import { useSession } from '../../pairing/session.ts';
import { useTopic, useWords } from '../../use-link.ts';
import { EditBar } from '../edit-bar.tsx';
import { useDocumentEdit } from '../use-document-edit.ts';
import { CameraCard } from './camera-card.tsx';
import { newCamera, rowsOf } from './camera-rows.ts';
import { useDevices } from './use-devices.ts';
import './cameras.css';

/** The show's live inputs and the devices that they are here. The owner maps them; everyone else sees it. */
export const CamerasPart = () => {
  const t = useWords();
  const { isOwner, isNear } = useSession();
  const show = useTopic('show');
  const settings = useTopic('settings');
  const edits = useDocumentEdit('station');
  const asked = useMemo(() => (show ? liveInputsOf(show.document.records) : []), [show]);
  const cameras = useMemo(() => (settings ? camerasOf(settings.document) : []), [settings]);
  const devices = useDevices(cameras.length);
  if (!settings) return <p className="empty">{t('connecting')}</p>;
  const rows = rowsOf(asked, cameras);
  const map = (input: string): void =>
    void edits.edit({ label: `map ${input}`, put: newCamera(settings.document, input) });
  return (
    <div className="cameras-part">
      <EditBar edits={edits} isAllowed={isOwner} />
      {!isOwner && (
        <section className="read-only">
          <OwnerForm why={t('stationOwner')} />
        </section>
      )}
      <p className="hint">{t(rows.length === 0 ? 'camerasNone' : 'camerasWhat')}</p>
      {!isNear && <p className="hint">{t('cameraFar')}</p>}
      {isOwner && cameras.length > 0 && devices.names === null && devices.ask && (
        <p className="camera-names">
          <span className="amber-text">! {t('cameraUnknown')}</span>
          <button type="button" onClick={devices.ask}>
            {t('cameraAsk')}
          </button>
        </p>
      )}
      <div className="camera-cards">
        {rows.map((row) => (
          <CameraCard
            key={row.camera?.id ?? row.input}
            row={row}
            devices={devices.names}
            isBusy={edits.standing.kind === 'sending'}
            onMap={() => map(row.input)}
            onChange={(id, camera) => void edits.edit({ label: `set ${id}`, put: { [id]: camera } })}
            onForget={(id) => void edits.edit({ label: `remove ${id}`, remove: [id] })}
          />
        ))}
      </div>
      {isOwner && <AddInput onAdd={map} taken={rows.map(({ input }) => input)} />}
    </div>
  );
};

const AddInput = ({ onAdd, taken }: { onAdd: (input: string) => void; taken: readonly string[] }) => {
  const t = useWords();
  const [text, setText] = useState('');
  const name = text.trim();
  return (
    <form
      className="camera-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '') return;
        onAdd(name);
        setText('');
      }}
    >
      <label className="camera-field">
        <span>{t('cameraNew')}</span>
        <input
          type="text"
          autoComplete="off"
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" disabled={name === '' || taken.includes(name)}>
        {t('cameraAdd')}
      </button>
    </form>
  );
};
