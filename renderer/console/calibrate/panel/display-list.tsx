import type { Topics } from '../../../../core/control/link.ts';
import { useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';

type Station = Topics['station'];
type Props = {
  displays: Station['displays'];
  places: Station['places'];
  disabled: boolean;
  onGive: (output: string, display: number) => void;
};

/** The same as dragging, by keyboard. */
export const DisplayList = ({ displays, places, disabled, onGive }: Props) => {
  const t = useWords();
  const { rig } = useCalibration();
  if (displays.length === 0) return <p className="hint">{t('displaysNone')}</p>;
  return (
    <ul className="display-list">
      {rig.outputs.map((output) => {
        const place = places.find(({ output: key }) => key === output.key);
        const value = place?.display ?? '';
        return (
          <li key={output.id}>
            <label>
              <span>{t('displayOf', { name: output.name })}</span>
              <select
                value={String(value)}
                disabled={disabled}
                onChange={(event) => onGive(output.key, Number(event.target.value))}
              >
                {value === '' && <option value="">{t('displayNoneOption')}</option>}
                {displays.map((display, index) => (
                  <option key={display.id} value={display.id}>
                    {`${index + 1} ${display.label}`}
                  </option>
                ))}
              </select>
            </label>
          </li>
        );
      })}
    </ul>
  );
};
