import type { SeamSample } from '../../../../core/rig/seam.ts';
import { useWords } from '../../use-link.ts';

type Props = { isPicking: boolean; samples: SeamSample[] | null; onPick: () => void };
const WIDTH = 340;
const HEIGHT = 150;
/** A sum of 1.2 still shows. */
const TOP = 1.25;

/** Each output's part across a seam, their sum, and the black. */
export const ProfilePanel = ({ isPicking, samples, onPick }: Props) => {
  const t = useWords();
  return (
    <section>
      <h2>{t('profile')}</h2>
      {isPicking ? (
        <p className="amber-text">{t('profileHint')}</p>
      ) : (
        <button type="button" onClick={onPick}>
          {t('profilePick')}
        </button>
      )}
      {samples && <Plot samples={samples} />}
    </section>
  );
};

const Plot = ({ samples }: { samples: SeamSample[] }) => {
  const t = useWords();
  const length = samples.at(-1)?.along ?? 1;
  const line = (read: (sample: SeamSample) => number): string =>
    samples
      .map((sample, i) => {
        const x = (sample.along / Math.max(1e-9, length)) * WIDTH;
        const y = HEIGHT * (1 - Math.min(TOP, read(sample)) / TOP);
        return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join('');
  const sums = samples.map(({ sum }) => sum);
  const even = HEIGHT * (1 - 1 / TOP);
  const count = samples[0]?.shares.length ?? 0;
  return (
    <figure className="profile">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-label={t('profile')}>
        <path className="even" d={`M0 ${even}H${WIDTH}`} />
        {Array.from({ length: count }, (_, k) => (
          <path key={k} className="share" d={line(({ shares }) => shares[k] ?? 0)} />
        ))}
        <path className="black" d={line(({ black }) => black)} />
        <path className="sum" d={line(({ sum }) => sum)} />
      </svg>
      <figcaption className="mono">
        {`${t('blendSum')} ${Math.min(...sums).toFixed(3)} – ${Math.max(...sums).toFixed(3)} · ${length.toFixed(1)} m`}
      </figcaption>
    </figure>
  );
};
