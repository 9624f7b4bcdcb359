import { useWords } from '../../use-link.ts';
import type { Sounding } from './use-preview-sound.ts';
import './sound-button.css';

/** Sound of the preview, on or off, with what is heard now. */
const FLOOR_DB = -48;

export const SoundButton = ({ sounding: { isOn, isHushed, level, toggle } }: { sounding: Sounding }) => {
  const t = useWords();
  const share = level === null ? 0 : Math.max(0, Math.min(1, 1 - level / FLOOR_DB));
  const label = t(isOn ? 'previewSoundOn' : 'previewSoundOff');
  const note = isOn && isHushed ? t('previewSoundHushed') : t('previewSoundNote');
  return (
    <button
      type="button"
      className={`preview-sound ${isHushed ? 'hushed' : ''}`}
      aria-pressed={isOn}
      aria-label={isOn && isHushed ? `${label} — ${note}` : label}
      title={`${label} — ${note}`}
      data-level={level === null ? 'silent' : 'heard'}
      onClick={toggle}
    >
      <span aria-hidden>♪</span>
      <i style={{ ['--level' as string]: `${100 * share}%` }} />
    </button>
  );
};
