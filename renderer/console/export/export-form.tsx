import type { CompiledOutput } from '../../../core/rig/rig.document.ts';
import { useWords } from '../use-link.ts';
import { RATES, WIDTHS, type Choice } from './wish.ts';

type Props = {
  choice: Choice;
  outputs: readonly CompiledOutput[];
  height: number;
  playhead: number;
  onChange: (next: Partial<Choice>) => void;
};

/** What, of what, from when to when, how large. */
export const ExportForm = ({ choice, outputs, height, playhead, onChange }: Props) => {
  const t = useWords();
  const { isFilm } = choice;
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
          value={choice.output ?? ''}
          onChange={({ target }) => onChange({ output: target.value === '' ? null : target.value })}
        >
          <option value="">{t('exportCanvas')}</option>
          {outputs.map(({ key, name }) => (
            <option key={key} value={key}>
              {t('exportOutput', { name })}
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
          onChange={({ target }) => onChange({ container: target.value === 'webm' ? 'webm' : 'mp4' })}
        >
          <option value="mp4">MP4</option>
          <option value="webm">WebM (VP9)</option>
        </select>
      </label>
      <label className="export-tick">
        <input
          type="checkbox"
          checked={!choice.isMute}
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
