import type { Extremes } from '../../../../core/rig/measure.ts';
import { useWords } from '../../use-link.ts';
import { Choice } from '../../control/choice.tsx';
import type { Measured } from './blend-mode.tsx';
import type { MapKind } from './map-picture.ts';

type Props = {
  measured: Measured | null;
  isStale: boolean;
  isBusy: boolean;
  failure: string | null;
  map: MapKind | null;
  onMap: (map: MapKind | null) => void;
  onMeasure: () => void;
};
const MAPS = [
  ['blend', 'mapSum'],
  ['flatness', 'mapFlatness'],
  ['reach', 'mapCoverage'],
] as const;

/** Three numbers over the stone, and the same as maps. */
export const MeasurePanel = (props: Props) => {
  const t = useWords();
  const { measured, isStale, isBusy, failure, map, onMap, onMeasure } = props;
  return (
    <section>
      <h2>{t('measure')}</h2>
      <p className="hint">{t('measureHint')}</p>
      <button type="button" disabled={isBusy} onClick={onMeasure}>
        {t(isBusy ? 'measuring' : 'measure')}
      </button>
      {failure !== null && <p className="error">{t('refusedHere', { text: failure })}</p>}
      {measured && (
        <>
          {isStale && <p className="amber-text">{`! ${t('measureStale')}`}</p>}
          <Numbers measured={measured} />
          <Choice
            label={t('map')}
            value={map ?? 'none'}
            options={[...MAPS.map(([kind, word]) => [kind, t(word)] as const), ['none', t('mapNone')]]}
            onChange={(kind) => onMap(kind === 'none' ? null : kind)}
          />
          {map && <Legend kind={map} />}
        </>
      )}
    </section>
  );
};

const range = (extremes: Extremes | null): string =>
  extremes ? `${extremes.least.toFixed(3)} – ${extremes.greatest.toFixed(3)}` : '—';

const Numbers = ({ measured: { measures } }: { measured: Measured }) => {
  const t = useWords();
  const { blend, flatness, coverage } = measures;
  return (
    <dl className="numbers">
      <dt>{t('blendSum')}</dt>
      <dd className="mono">{range(blend)}</dd>
      <dt>{t('flatness')}</dt>
      <dd className="mono">{range(flatness)}</dd>
      <dt>{t('coverage')}</dt>
      <dd>
        <span className="mono">{`${(coverage.fraction * 100).toFixed(1)} %`}</span>
        <br />
        {t('notReached', { area: coverage.missing.toFixed(1) })}
      </dd>
      {coverage.patches.slice(0, 3).map(({ area, element, at }) => (
        <dd key={`${at[0]} ${at[1]}`} className="patch">
          {`${area.toFixed(1)} m² · ${element} · ${at[0].toFixed(0)}, ${at[1].toFixed(0)} m`}
        </dd>
      ))}
    </dl>
  );
};

const Legend = ({ kind }: { kind: MapKind }) => {
  const t = useWords();
  return (
    <ul className="legend">
      <li className="dark-stone">{t('legendDark')}</li>
      {kind === 'reach' ? (
        <li className="more">{t('legendMore')}</li>
      ) : (
        <>
          <li className="dim">{t('legendDim')}</li>
          <li className="even">{t('legendEven')}</li>
          <li className="bright">{t('legendBright')}</li>
        </>
      )}
    </ul>
  );
};
