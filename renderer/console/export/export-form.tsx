import type { CompiledOutput } from '../../../core/rig/rig.document.ts';
import type { Viewpoint } from '../../../core/facade/viewpoint.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { RATES, WIDTHS, type Choice } from './wish.ts';

type Props = {
  choice: Choice;
  outputs: readonly CompiledOutput[];
  viewpoints: readonly Viewpoint[];
  height: number;
  playhead: number;
  onChange: (next: Partial<Choice>) => void;
};

const CONTAINERS = ['mp4', 'webm', 'zip'] as const;
const OUTPUT = 'output:';
const PUBLIC = 'public:';
/** A façade that names no place is seen whole. */
const WHEREVER: readonly Pick<Viewpoint, 'key' | 'name'>[] = [{ key: '', name: { fr: '', en: '' } }];
const pictureOf = ({ output, viewpoint }: Choice): string => {
  if (viewpoint !== null) return `${PUBLIC}${viewpoint}`;
  return output === null ? '' : `${OUTPUT}${output}`;
};

/** What, of what, from when to when, how large. */
export const ExportForm = ({ choice, outputs, viewpoints, height, playhead, onChange }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const { isFilm } = choice;
  const places = viewpoints.length > 0 ? viewpoints : WHEREVER;
  return (
    <div className="export-form">
      <label>
        {t('exportWhat')}
        <select
          value={isFilm ? 'film' : 'still'}
          onChange={({ target }) =>
            onChange(target.value === 'film' ? { isFilm: true, from: 0 } : { isFilm: false, from: playhead })
          }
        >
          <option value="film">{t('exportFilm')}</option>
          <option value="still">{t('exportStill')}</option>
        </select>
      </label>
      <label className="wide">
        {t('exportPicture')}
        <select
          value={pictureOf(choice)}
          onChange={({ target: { value } }) =>
            onChange({
              output: value.startsWith(OUTPUT) ? value.slice(OUTPUT.length) : null,
              viewpoint: value.startsWith(PUBLIC) ? value.slice(PUBLIC.length) : null,
            })
          }
        >
          <option value="">{t('exportCanvas')}</option>
          {outputs.map(({ key, name }) => (
            <option key={key} value={`${OUTPUT}${key}`}>
              {t('exportOutput', { name })}
            </option>
          ))}
          {places.map(({ key, name }) => (
            <option key={key} value={`${PUBLIC}${key}`}>
              {t('exportPublic', { name: name[language] })}
            </option>
          ))}
        </select>
      </label>
      <Seconds
        label={t(isFilm ? 'exportFrom' : 'exportAt')}
        value={choice.from}
        set={(from) => onChange({ from })}
      />
      {isFilm && <Seconds label={t('exportTo')} value={choice.to} set={(to) => onChange({ to })} />}
      <label>
        {t('exportWidth')}
        <span className="export-size">
          <input
            type="number"
            aria-label={t('exportWidth')}
            list="export-widths"
            min={16}
            max={8192}
            value={choice.width}
            onChange={({ target }) => onChange({ width: target.valueAsNumber || 0 })}
          />
          <span className="mono quiet">{t('exportHeightIs', { n: height })}</span>
        </span>
        <datalist id="export-widths">
          {WIDTHS.map((width) => (
            <option key={width} value={width}>
              {width}
            </option>
          ))}
        </datalist>
      </label>
      {isFilm && <FilmFields choice={choice} onChange={onChange} />}
      <label>
        {t('exportLanguage')}
        <select
          value={choice.language ?? ''}
          onChange={({ target }) =>
            onChange({ language: target.value === 'fr' || target.value === 'en' ? target.value : null })
          }
        >
          <option value="">—</option>
          <option value="fr">Français</option>
          <option value="en">English</option>
        </select>
      </label>
    </div>
  );
};

const FilmFields = ({ choice, onChange }: Pick<Props, 'choice' | 'onChange'>) => {
  const t = useWords();
  return (
    <>
      <label>
        {t('exportRate')}
        <select value={choice.fps} onChange={({ target }) => onChange({ fps: Number(target.value) })}>
          {RATES.map((rate) => (
            <option key={rate}>{rate}</option>
          ))}
        </select>
      </label>
      <label>
        {t('exportFormat')}
        <select
          value={choice.container}
          onChange={({ target: { value } }) =>
            onChange({ container: CONTAINERS.find((each) => each === value) ?? 'mp4' })
          }
        >
          <option value="mp4">MP4</option>
          <option value="webm">WebM (VP9)</option>
          <option value="zip">{t('exportPictures')}</option>
        </select>
      </label>
      <label className="export-tick">
        <input
          type="checkbox"
          checked={!choice.isMute && choice.container !== 'zip'}
          disabled={choice.container === 'zip'}
          onChange={({ target }) => onChange({ isMute: !target.checked })}
        />
        {t('exportSound')}
      </label>
    </>
  );
};

const Seconds = ({ label, value, set }: { label: string; value: number; set: (value: number) => void }) => (
  <label>
    {label}
    <input
      type="number"
      min={0}
      step="any"
      value={Number.isFinite(value) ? value : ''}
      onChange={({ target }) => set(target.valueAsNumber)}
    />
  </label>
);
