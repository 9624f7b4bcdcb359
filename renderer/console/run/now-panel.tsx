import type { Status } from '../../../core/control/link.ts';
import { mainOf } from '../../../core/playback/fire.ts';
import { nextStop, type NextStop } from '../../../core/playback/next-stop.ts';
import type { Resolved } from '../../../core/playback/resolve.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { useLanguage, useResolved, useWords } from '../use-link.ts';
import type { Word } from '../words.ts';
import type { RunActions } from './actions.ts';
import { clockText, leftText } from './format.ts';

type Props = { show: CompiledShow; status: Status; actions: RunActions };

/** What runs, how long is left, what is next, and GO. */
export const NowPanel = ({ show, status, actions }: Props) => (
  <>
    <Running show={show} current={status.cues.current} />
    <Next show={show} standby={status.cues.standby} />
    <GoButton standby={status.cues.standby} actions={actions} />
    <Transport status={status} actions={actions} />
  </>
);

const nameOfCue = (show: CompiledShow, number: string | null, language: 'fr' | 'en'): string => {
  const cue = number === null ? undefined : show.cueByNumber[number];
  return cue ? cue.name[language] || cue.name.fr : '';
};

const STATE_WORDS = { hold: 'holding', loop: 'looping', end: 'ended' } as const satisfies Record<
  NextStop['kind'],
  Word
>;
const UNTIL_WORDS = { hold: 'untilHold', loop: 'untilLoop', end: 'untilEnd' } as const satisfies Record<
  NextStop['kind'],
  Word
>;

const Running = ({ show, current }: { show: CompiledShow; current: string | null }) => {
  const t = useWords();
  const language = useLanguage();
  const resolved = useResolved(show);
  const main = resolved ? mainOf(resolved.plan) : null;
  const stop = resolved ? nextStop(show, resolved.plan, resolved.now) : null;
  if (!resolved || !main) {
    return (
      <section className="now idle">
        <p className="what">{t('nothingPlays')}</p>
        <p className="hint">{t('pressGo')}</p>
      </section>
    );
  }
  const isStanding = stop !== null && stop.seconds === 0;
  const state: Word = main.paused !== null ? 'paused' : isStanding ? STATE_WORDS[stop.kind] : 'playing';
  return (
    <section className={`now ${state}`}>
      <p className="label">{`▶ ${t('current')} ${current ?? ''}`}</p>
      <p className="what">{nameOfCue(show, current, language)}</p>
      <p className="digits" data-testid="left">
        {stop && !isStanding ? leftText(stop.seconds) : '—'}
      </p>
      <p className="label">
        {stop && !isStanding && main.paused === null ? t(UNTIL_WORDS[stop.kind]) : t(state)}
      </p>
      <Position show={show} resolved={resolved} timeline={main.timeline} id={main.id} />
    </section>
  );
};

const Position = ({
  show,
  resolved,
  timeline,
  id,
}: {
  show: CompiledShow;
  resolved: Resolved;
  timeline: string;
  id: string;
}) => {
  const t = useWords();
  const position = resolved.playbacks.find((one) => one.playback.id === id)?.position ?? 0;
  const duration = show.timelines[timeline]?.duration ?? 1;
  return (
    <div className="position">
      <progress aria-label={t('position')} value={position} max={duration} />
      <span data-testid="position">{clockText(position)}</span>
      <span>{clockText(duration, false)}</span>
    </div>
  );
};

const Next = ({ show, standby }: { show: CompiledShow; standby: string | null }) => {
  const t = useWords();
  const language = useLanguage();
  const cue = standby === null ? undefined : show.cueByNumber[standby];
  return (
    <section className="next">
      <p className="label">{standby === null ? t('noStandby') : `● ${t('standby')} ${standby}`}</p>
      <p className="what">{standby === null ? t('chooseStandby') : nameOfCue(show, standby, language)}</p>
      {cue?.note && <p className="hint">{cue.note}</p>}
    </section>
  );
};

const GoButton = ({ standby, actions }: { standby: string | null; actions: RunActions }) => {
  const t = useWords();
  const { notice } = actions;
  return (
    <section className="fire">
      <button
        type="button"
        className={`go ${actions.pressed === 'go' ? 'pressed' : ''}`}
        onClick={actions.go}
        disabled={standby === null}
      >
        {t('go')}
        <small>{t('goHint')}</small>
      </button>
      <output className="notice">{notice ? `${t('refused')} — ${notice.text}` : ''}</output>
    </section>
  );
};

const Transport = ({ status, actions }: { status: Status; actions: RunActions }) => {
  const t = useWords();
  const isPaused = status.playbacks.some((one) => one.state === 'paused') || status.master.panic !== 'off';
  return (
    <section className="transport">
      <button type="button" onClick={actions.back} disabled={status.cues.current === null}>
        {t('back')}
      </button>
      {isPaused ? (
        <button type="button" className="amber" onClick={actions.resume}>
          {t('resume')}
        </button>
      ) : (
        <button type="button" onClick={actions.pause} disabled={status.playbacks.length === 0}>
          {t('pause')}
        </button>
      )}
      <button type="button" className="danger" onClick={actions.panic}>
        {t('panic')} <small>{t('panicHint')}</small>
      </button>
    </section>
  );
};
