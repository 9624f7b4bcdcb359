import { useId } from 'react';
import type { Camera } from '../../../../core/station/camera.read.ts';
import type { CameraStation } from '../../../../core/station/camera.schema.ts';
import { useWords } from '../../use-link.ts';
import { isAny, sizeKey, sizesFor } from './camera-rows.ts';

type FieldProps = {
  camera: Camera;
  isReadOnly: boolean;
  onChange: (id: string, camera: CameraStation) => void;
};
const recordOf = ({ id: _id, ...record }: Camera): CameraStation => record;

/** Which device; one that is away stays chosen, and is seen to be away. */
export const DeviceField = ({
  camera,
  devices,
  isReadOnly,
  onChange,
}: FieldProps & { devices: readonly string[] | null }) => {
  const t = useWords();
  const id = useId();
  const { device } = camera;
  const isGone = device !== '' && devices !== null && !devices.includes(device);
  const others = device !== '' && !devices?.includes(device) ? [device] : [];
  return (
    <label className="camera-field" htmlFor={id}>
      <span>{t('cameraDevice')}</span>
      <select
        id={id}
        value={device}
        disabled={isReadOnly}
        aria-invalid={isGone}
        onChange={(event) => onChange(camera.id, { ...recordOf(camera), device: event.target.value })}
      >
        <option value="">{t('cameraNoDevice')}</option>
        {others.map((name) => (
          <option key={name} value={name}>
            {isGone ? t('cameraGone', { device: name }) : name}
          </option>
        ))}
        {devices?.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

/** What the device is asked for. */
export const SizeField = ({ camera, isReadOnly, onChange }: FieldProps) => {
  const t = useWords();
  const id = useId();
  const sizes = sizesFor(camera);
  return (
    <label className="camera-field" htmlFor={id}>
      <span>{t('cameraSize')}</span>
      <select
        id={id}
        value={sizeKey(camera)}
        disabled={isReadOnly}
        onChange={(event) => {
          const chosen = sizes.find((each) => sizeKey(each) === event.target.value);
          if (!chosen) return;
          const { width, height, rate } = chosen;
          onChange(camera.id, { ...recordOf(camera), width, height, rate });
        }}
      >
        {sizes.map((each) => (
          <option key={sizeKey(each)} value={sizeKey(each)}>
            {isAny(each) ? t('cameraAnySize') : t('cameraOwnSize', each)}
          </option>
        ))}
      </select>
    </label>
  );
};
