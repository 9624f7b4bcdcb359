import type { SoundFacts } from '../../../../core/control/sound.topics.ts';
import { mediaSchema } from '../../../../core/show/show.schema.ts';
import { readRecord } from '../../../../core/show/records.ts';
import { useTopic, useWords } from '../../use-link.ts';
import type { Word } from '../../words.ts';

/** The show's sounds and what was measured of them: what layers may follow, and what is too loud or can't be read. */
const STATES = {
  ready: ['●', 'soundReady', ''],
  measuring: ['◐', 'soundMeasuring', 'amber-text'],
  waiting: ['○', 'soundWaiting', 'amber-text'],
  failed: ['✕', 'soundFailed', 'red-text'],
  missing: ['✕', 'soundMissing', 'red-text'],
} as const satisfies Record<SoundFacts['state'], readonly [string, Word, string]>;

export const ShowSounds = () => {
  const t = useWords();
  const all = Object.entries(useTopic('analyses') ?? {});
  if (all.length === 0) return <p className="quiet">{t('soundNoFiles')}</p>;
  return (
    <ul className="show-sounds">
      {all.map(([id, facts]) => (
        <OneSound key={id} id={id} facts={facts} />
      ))}
    </ul>
  );
};

const OneSound = ({ id, facts }: { id: string; facts: SoundFacts }) => {
  const t = useWords();
  const media = readRecord(mediaSchema, useTopic('show')?.document.records[id]);
  const [shape, word, colour] = STATES[facts.state];
  return (
    <li>
      <span className="mono">{media.success ? media.data.path : id}</span>
      <span className={colour}>
        <span aria-hidden="true">{shape}</span> {t(word)} {facts.why}
      </span>
      {facts.state === 'ready' && (
        <span className="mono quiet">{figuresOf(facts, t('soundHits', { n: facts.onsets ?? 0 }))}</span>
      )}
    </li>
  );
};

const shown = (value: number | null, digits: number, unit: string): string =>
  value === null ? `– ${unit}` : `${value.toFixed(digits).replace('-', '−')} ${unit}`;
const figuresOf = ({ duration, loudness, truePeak }: SoundFacts, hits: string): string =>
  [shown(duration, 1, 's'), shown(loudness, 1, 'LUFS'), shown(truePeak, 1, 'dBTP'), hits].join(' · ');
