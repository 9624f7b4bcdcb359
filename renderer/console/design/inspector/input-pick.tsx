import { isSameInput } from '../../../../core/layers/live.ts';
import { liveInputsOf } from '../../../../core/show/live-inputs.ts';
import { cameraOf, camerasOf } from '../../../../core/station/camera.read.ts';
import { useTopic, useWords } from '../../use-link.ts';

/** For a field that names a live input: the names that are in use, and which device this one is on this machine. */
type Props = { value: unknown; isReadOnly: boolean; onChange: (input: string) => void };

export const InputPick = ({ value, isReadOnly, onChange }: Props) => {
  const t = useWords();
  const show = useTopic('show');
  const settings = useTopic('settings');
  const cameras = settings ? camerasOf(settings.document) : [];
  const name = typeof value === 'string' ? value.trim() : '';
  const known = [...(show ? liveInputsOf(show.document.records) : []), ...cameras.map(({ input }) => input)];
  const others = known.filter(
    (each, index) =>
      each !== '' &&
      !isSameInput(each, name) &&
      known.findIndex((other) => isSameInput(other, each)) === index,
  );
  const device = cameraOf(cameras, name)?.device;
  return (
    <div className="input-pick">
      {others.length > 0 && (
        <select
          aria-label={t('inputKnown')}
          disabled={isReadOnly}
          value=""
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('inputTake')}</option>
          {others.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
      {name === '' ? (
        <p className="hint">{t('inputUnnamed')}</p>
      ) : device === undefined ? (
        <p className="amber-text">! {t('inputIsNone')}</p>
      ) : (
        <p className="good-text">● {t('inputIs', { device })}</p>
      )}
    </div>
  );
};
