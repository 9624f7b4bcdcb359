import { compareRigs, type RigDifference } from '../../../../core/rig/compare.ts';
import type { RigDocument } from '../../../../core/rig/rig.schema.ts';
import { useWords } from '../../use-link.ts';
import type { Compared } from './versions-mode.tsx';

type Props = { compared: Compared; now: RigDocument; onStop: () => void };

const wordsOf = (t: ReturnType<typeof useWords>, difference: RigDifference): string => {
  const { name } = difference;
  switch (difference.kind) {
    case 'output-added':
      return t('diffAdded', { name });
    case 'output-removed':
      return t('diffRemoved', { name });
    case 'warp':
      return difference.moved
        ? t('diffWarp', { name, count: difference.moved.points, px: difference.moved.longest.toFixed(1) })
        : t('diffWarpKind', { name });
    case 'fields':
      return t('diffFields', { name, fields: difference.fields.join(', ') });
    default:
      return difference satisfies never;
  }
};

export const Differences = ({ compared, now, onStop }: Props) => {
  const t = useWords();
  const found = compareRigs(compared.document, now);
  return (
    <section className="differences">
      <h2>{`${t('versionCompare')} — ${compared.version.label || `#${compared.version.revision}`}`}</h2>
      <p className="hint">{`${t('versionThen')} · ${t('versionNow')}`}</p>
      {found.length === 0 ? (
        <p>{t('versionSame')}</p>
      ) : (
        <ul>
          {found.map((each) => (
            <li key={JSON.stringify(each)}>{wordsOf(t, each)}</li>
          ))}
        </ul>
      )}
      <button type="button" onClick={onStop}>
        {t('versionCompareStop')}
      </button>
    </section>
  );
};
