import { mainOf } from '../../../../core/playback/fire.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { clockText, leftText } from '../format.ts';
import { useStatus } from '../status.ts';
import type { Frame } from '../ticker.ts';
import { Ticking, TickingBar, useFrame } from '../use-frame.tsx';
import { nameOfCue } from '../words-of.ts';
import { countdownOf, type Countdown } from './countdown.ts';
import { mainState } from './run-state.ts';
import type { Word } from '../../words.ts';

/** What runs, and how long until it stops, loops or ends: read from two metres. */
export const Running = () => {
  const t = useWords();
  const language = useLanguage();
  const cue = useFrame(currentCue);
  const state = useFrame(mainState);
  const what = useFrame((frame) => (frame ? (countdownOf(frame)?.what ?? null) : null));
  const isIdle = useFrame((frame) => !frame || mainOf(frame.resolved.plan) === null);
  const number = useStatus(({ cues }) => cues.current);
  if (isIdle)
    return (
      <section className="now idle" aria-label={t('current')}>
        <p className="label">{`■ ${t('nothingPlays')}`}</p>
        <p className="what">—</p>
        <Ticking className="digits" data-testid="left" text={digits} />
        <p className="until">{t(what === null ? 'pressGo' : UNTIL[what])}</p>
        <p className="position" />
      </section>
    );
  return (
    <section className={`now tone-${state.tone}`} aria-label={t('current')}>
      <p className="label">{`▶ ${t('current')} ${number ?? ''}`}</p>
      <p className="what">{cue ? cue.name[language] : ''}</p>
      <Ticking className="digits" data-testid="left" text={digits} />
      <p className="until">{what === null ? t(state.word, state.values) : t(UNTIL[what])}</p>
      <div className="position">
        <TickingBar label={t('position')} part={partOfMain} />
        <Ticking data-testid="position" text={positionText} />
        <Ticking text={durationText} />
      </div>
    </section>
  );
};

const UNTIL = {
  hold: 'untilHold',
  loop: 'untilLoop',
  end: 'untilEnd',
  lap: 'untilLap',
  laps: 'untilLaps',
  goes: 'untilGoes',
  armed: 'untilArmed',
  wait: 'untilWait',
  cut: 'untilCut',
  stopped: 'untilStopped',
} as const satisfies Record<Countdown['what'], Word>;

const currentCue = (frame: Frame | null) => {
  const cue = frame?.resolved.plan.current ? frame.show.cueById[frame.resolved.plan.current] : undefined;
  return cue ? { name: { fr: nameOfCue(cue, 'fr'), en: nameOfCue(cue, 'en') } } : null;
};
const digits = (frame: Frame | null): string => {
  const countdown = frame && countdownOf(frame);
  return countdown ? leftText(countdown.left) : '–:––';
};
const mainPart = (frame: Frame | null) => {
  const main = frame && mainOf(frame.resolved.plan);
  const resolved = frame?.resolved.playbacks.find(({ playback }) => playback.id === main?.id);
  return {
    position: resolved?.position ?? 0,
    duration: (main && frame.show.timelines[main.timeline]?.duration) || 1,
  };
};
const partOfMain = (frame: Frame | null): number => {
  const { position, duration } = mainPart(frame);
  return position / duration;
};
const positionText = (frame: Frame | null): string => clockText(mainPart(frame).position);
const durationText = (frame: Frame | null): string => clockText(mainPart(frame).duration, false);
