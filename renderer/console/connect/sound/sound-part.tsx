import type { SoundInput } from '../../../../core/control/sound.topics.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { useConnected, useLanguage, useLink, useTopic, useWords } from '../../use-link.ts';
import type { Word } from '../../words.ts';
import { optionLabel } from '../../words/field.words.ts';
import { useSecondTick } from '../age.ts';
import { offers } from '../named-verb.ts';
import { SaidProblem } from '../said-problem.tsx';
import { SetUp } from '../timecode/timecode-part.tsx';
import { useNamedVerb } from '../use-named-verb.ts';
import { ShowSounds } from './show-sounds.tsx';

/** The sound that goes out, loudspeaker by loudspeaker, the sound that comes in, and the show's own files. */
export const SoundPart = ({ onSetUp }: { onSetUp: (id: string) => void }) => {
  const t = useWords();
  return (
    <div className="sound-part">
      <section aria-label={t('soundOut')}>
        <h2>{t('soundOut')}</h2>
        <OutFigures />
        <Identify />
        <SetUp kind="sound" onSetUp={onSetUp} />
      </section>
      <section aria-label={t('soundIn')}>
        <h2>{t('soundIn')}</h2>
        <Meter />
        <SetUp kind="sound-input" onSetUp={onSetUp} />
      </section>
      <section aria-label={t('soundFiles')}>
        <h2>{t('soundFiles')}</h2>
        <ShowSounds />
      </section>
    </div>
  );
};

const useSetting = (kind: string, key: string): unknown => {
  const record = useTopic('settings')?.document.records[`${kind}:main`];
  return isPlainObject(record) ? record[key] : undefined;
};

const RUNS: Readonly<Record<string, Word>> = {
  running: 'soundRuns',
  suspended: 'soundHeldBack',
  loading: 'soundIsLoading',
};

const OutFigures = () => {
  const t = useWords();
  const sound = useTopic('sound');
  const level = useSetting('sound', 'masterDb');
  if (!sound || sound.leader === null) return <p className="amber-text">! {t('soundNobody')}</p>;
  return (
    <dl className="numbers">
      <dt>{t('soundDevice')}</dt>
      <dd>{sound.device || t('soundDefault')}</dd>
      <dt>{t('soundIs')}</dt>
      <dd>{t(RUNS[sound.state] ?? 'soundClosed')}</dd>
      {typeof level === 'number' && (
        <>
          <dt>{t('soundLevel')}</dt>
          <dd className="mono">{`${String(level).replace('-', '−')} dB`}</dd>
        </>
      )}
    </dl>
  );
};

/** As many as the device has open; before a sound page has said so, as the station asks for, or eight. */
const Identify = () => {
  const t = useWords();
  const isConnected = useConnected();
  const { ask, problem } = useNamedVerb();
  const wanted = useSetting('sound', 'channels');
  const open = useTopic('sound')?.channels ?? 0;
  if (!offers('sound/identify')) return null;
  const count = open > 0 ? open : typeof wanted === 'number' && wanted > 0 ? wanted : 8;
  return (
    <fieldset className="choice">
      <legend>{t('soundIdentify')}</legend>
      <div className="choices">
        {Array.from({ length: count }, (_, index) => (
          <button
            key={index}
            type="button"
            aria-label={t('soundChannel', { n: index + 1 })}
            disabled={!isConnected}
            onClick={() => void ask('sound/identify', { channel: index + 1 })}
          >
            {index + 1}
          </button>
        ))}
      </div>
      <SaidProblem problem={problem} />
    </fieldset>
  );
};

const STATES = {
  off: ['○', 'soundInOff'],
  listening: ['●', 'soundListening'],
  silent: ['◐', 'soundSilent'],
  fault: ['✕', 'soundFault'],
} as const satisfies Record<SoundInput['state'], readonly [string, Word]>;
const ONSET_SHOWN = 0.3;
/** Low to high; the threshold stands where onsets are looked for. */
const BANDS = ['low', 'mid', 'high'] as const;

const Meter = () => {
  const t = useWords();
  const link = useLink();
  useSecondTick();
  const input = useTopic('soundInput');
  const language = useLanguage();
  const set = useSetting('sound-input', 'thresholdDb');
  const band = useSetting('sound-input', 'band') ?? 'all';
  const threshold = typeof set === 'number' ? set : null;
  if (!input) return null;
  const [shape, word] = STATES[input.state];
  const now = link.showNow();
  const isOnset = input.onsetAt !== null && now !== null && now - input.onsetAt < ONSET_SHOWN;
  return (
    <div className={`meter ${input.state}`}>
      <p className="light">
        <span aria-hidden="true">{shape}</span> {t(word)} {input.device ?? ''}
      </p>
      {input.state !== 'off' && (
        <>
          <Bar label={t('soundLevel')} level={input.level} threshold={band === 'all' ? threshold : null} />
          {input.bands.map((level, index) => (
            <Bar
              key={index}
              label={
                BANDS[index] ? optionLabel(language, 'band', BANDS[index]) : t('bandOf', { n: index + 1 })
              }
              level={level}
              threshold={band === BANDS[index] ? threshold : null}
            />
          ))}
          <p className={isOnset ? 'good' : 'dim'}>
            {isOnset ? '◆' : '◇'} {t('soundOnset')}
          </p>
        </>
      )}
    </div>
  );
};

/** A level of live sound is straight in dB: 0 is −60 dBFS, 1 is 0 dBFS. */
const FLOOR_DB = -60;
const dbOf = (level: number): number => (1 - level) * FLOOR_DB;
const share = (db: number): string =>
  `${Math.round((1 - Math.min(0, Math.max(FLOOR_DB, db)) / FLOOR_DB) * 1000) / 10}%`;

const Bar = ({ label, level, threshold }: { label: string; level: number; threshold: number | null }) => {
  const t = useWords();
  const db = dbOf(level);
  return (
    <div className="meter-bar">
      <span>{label}</span>
      <div className="scale">
        <meter className="hidden" aria-label={label} min={FLOOR_DB} max={0} value={Math.round(db)} />
        <i style={{ width: share(db) }} />
        {threshold !== null && <b style={{ left: share(threshold) }} title={t('soundThreshold')} />}
      </div>
      <span className="mono">{`${db.toFixed(0).replace('-', '−')} dB`}</span>
    </div>
  );
};
