import type { Status } from '../../../core/control/link.ts';
import { mainOf } from '../../../core/playback/fire.ts';
import type { NextStop } from '../../../core/playback/next-stop.ts';
import type { Plan, Playback } from '../../../core/playback/plan.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { NotesPanel } from '../notes/notes-panel.tsx';
import { clockText, leftText } from '../run/format.ts';
import { knownStop } from '../run/now/known-stop.ts';
import { useLanguage, useResolved, useShow, useTopic, useWords } from '../use-link.ts';
import type { VerbSender } from '../use-verb.ts';
import type { Word } from '../words.ts';
import './monitor.css';

/** For the stage manager: what runs, what is next, how long. Read from far, and nothing on it touches the show. */
export const MonitorPage = ({ send }: { send: VerbSender }) => {
  const t = useWords();
  const show = useShow();
  const status = useTopic('status');
  if (!show || !status) return <main className="empty">{t('connecting')}</main>;
  return (
    <main className="stage-monitor">
      <Now show={show} status={status} />
      <Next show={show} standby={status.cues.standby} />
      <NotesPanel send={send} />
    </main>
  );
};

const nameOf = (show: CompiledShow, number: string | null, language: 'fr' | 'en'): string => {
  const cue = number === null ? undefined : show.cueByNumber[number];
  return cue ? cue.name[language] || cue.name.fr : '';
};

const standing = {
  hold: 'monitorHolding',
  loop: 'monitorLooping',
  end: 'monitorEnded',
} as const satisfies Record<NextStop['kind'], Word>;
const until = { hold: 'monitorToHold', loop: 'monitorToLoop', end: 'monitorToEnd' } as const satisfies Record<
  NextStop['kind'],
  Word
>;

type State = { word: Word; isWaiting: boolean; left: string; until: Word | null };
type Stop = { kind: NextStop['kind']; seconds: number };
const stopOf = (show: CompiledShow, main: Playback, plan: Plan, now: number): Stop | null => {
  const { stop, left } = knownStop(show, main, plan, now);
  // Where main stands already it goes on standing.
  return stop && { kind: stop.what, seconds: left === 0 ? 0 : Math.max(0, stop.at - now) };
};
const stateOf = (main: Playback | null, stop: Stop | null): State => {
  const waits = { isWaiting: true, left: '—', until: null };
  if (main === null) return { ...waits, word: 'monitorIdle', isWaiting: false };
  if (main.paused !== null) return { ...waits, word: 'monitorPaused' };
  if (stop === null) return { ...waits, word: 'monitorPlaying', isWaiting: false };
  if (stop.seconds === 0) return { ...waits, word: standing[stop.kind] };
  return {
    word: 'monitorPlaying',
    isWaiting: false,
    left: leftText(stop.seconds),
    until: until[stop.kind],
  };
};

const Now = ({ show, status }: { show: CompiledShow; status: Status }) => {
  const t = useWords();
  const language = useLanguage();
  const resolved = useResolved(show);
  const main = resolved ? (mainOf(resolved.plan) ?? null) : null;
  const stop = resolved && main ? stopOf(show, main, resolved.plan, resolved.now) : null;
  const { word, isWaiting, left, until: what } = stateOf(main, stop);
  const position = resolved?.playbacks.find((one) => one.playback.id === main?.id)?.position ?? null;
  const { current } = status.cues;
  return (
    <section className={`monitor-now ${isWaiting ? 'waiting' : ''}`}>
      <p className="label">{`▶ ${t('monitorNow')} ${current ?? ''} · ${t(word)}`}</p>
      <p className="what">{nameOf(show, current, language) || '—'}</p>
      <p className="digits" data-testid="monitor-left">
        {left}
      </p>
      <p className="label">
        {what === null ? '' : t(what)}
        {position !== null && ` · ${clockText(position)}`}
        {status.master.blackout && ` · ■ ${t('monitorDark')}`}
      </p>
    </section>
  );
};

const Next = ({ show, standby }: { show: CompiledShow; standby: string | null }) => {
  const t = useWords();
  const language = useLanguage();
  const cue = standby === null ? undefined : show.cueByNumber[standby];
  return (
    <section className="monitor-next">
      <p className="label">{`● ${t('monitorNext')} ${standby ?? ''}`}</p>
      <p className="what">{standby === null ? t('monitorNothing') : nameOf(show, standby, language)}</p>
      {cue?.note && <p>{cue.note}</p>}
    </section>
  );
};
