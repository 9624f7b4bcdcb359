import { useState } from 'react';
import { isSameInput } from '../../../../core/layers/live.ts';
import type { CameraStation } from '../../../../core/station/camera.schema.ts';
import { Toggle } from '../../control/toggle.tsx';
import { useSession } from '../../pairing/session.ts';
import { useConnected, useTopic, useWords } from '../../use-link.ts';
import { CameraPicture } from './camera-picture.tsx';
import { DeviceField, SizeField } from './camera-fields.tsx';
import type { CameraRow } from './camera-rows.ts';

type Props = {
  row: CameraRow;
  /** null: not known. */
  devices: readonly string[] | null;
  /** An edit is under way: the next one must stand on what comes of it. */
  isBusy: boolean;
  onMap: () => void;
  onChange: (id: string, camera: CameraStation) => void;
  onForget: (id: string) => void;
};

/** One live input: which device it is, what it is asked for, how it is at the outputs, and its picture. */
export const CameraCard = ({ row, devices, isBusy, onMap, onChange, onForget }: Props) => {
  const t = useWords();
  const { isNear, isOwner } = useSession();
  const isConnected = useConnected();
  const [isShown, setShown] = useState(false);
  const { input, isInShow, camera } = row;
  const mayEdit = isOwner && isConnected && !isBusy;
  return (
    <section className="camera-card" aria-label={input}>
      <h2>
        {input || '–'} <small className="quiet">{t(isInShow ? 'cameraInShow' : 'cameraNotInShow')}</small>
      </h2>
      <OnWall input={input} isMapped={camera !== null && camera.device !== ''} />
      {camera === null ? (
        <div className="choices">
          <button type="button" className="primary" disabled={!mayEdit} onClick={onMap}>
            {t('cameraMap')}
          </button>
        </div>
      ) : (
        <>
          <DeviceField camera={camera} devices={devices} isReadOnly={!mayEdit} onChange={onChange} />
          <SizeField camera={camera} isReadOnly={!mayEdit} onChange={onChange} />
          <div className="choices">
            {isNear && camera.device !== '' && (
              <Toggle label={t(isShown ? 'cameraHide' : 'cameraShow')} isOn={isShown} onChange={setShown} />
            )}
            <button type="button" disabled={!mayEdit} onClick={() => onForget(camera.id)}>
              {t('cameraForget')}
            </button>
          </div>
          {isShown && camera.device !== '' && <CameraPicture wish={camera} input={input} />}
        </>
      )}
    </section>
  );
};

const OnWall = ({ input, isMapped }: { input: string; isMapped: boolean }) => {
  const t = useWords();
  const now = useTopic('cameras')?.inputs.find((each) => isSameInput(each.input, input));
  if (!isMapped) return <p className="amber-text">! {t('cameraUnmapped')}</p>;
  switch (now?.state) {
    case undefined:
      return <p className="quiet">○ {t('cameraWallIdle')}</p>;
    case 'opening':
      return <p className="amber-text">◐ {t('cameraWallOpening')}</p>;
    case 'fault':
      return <p className="red-text">✕ {t('cameraWallFault')}</p>;
    case 'live':
      return <p className="good-text">● {t('cameraOnWall', now)}</p>;
  }
};
