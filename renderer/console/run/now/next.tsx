import { useLanguage, useWords } from '../../use-link.ts';
import { clockText, leftText } from '../format.ts';
import type { Frame } from '../ticker.ts';
import { Ticking, useFrame } from '../use-frame.tsx';
import { nameOfCue } from '../words-of.ts';
import { waitsIn } from './countdown.ts';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';

/** What the next GO fires, in another colour and word than what runs; while a GO waits for its bar, that cue. */
export const Next = () => {
  const t = useWords();
  const language = useLanguage();
  const next = useFrame(nextCue);
  if (!next)
    return (
      <section className="next none" aria-label={t('standby')}>
        <Waits />
        <p className="label">{`○ ${t('noStandby')}`}</p>
        <p className="what small">{t('chooseStandby')}</p>
      </section>
    );
  return (
    <section className="next" aria-label={t('standby')}>
      <p className="label">
        {next.armed ? `◔ ${t('goArmed')} ${next.number}` : `● ${t('standby')} ${next.number}`}
        {next.armed && <Ticking className="mono armed-left" text={armedLeft} />}
        {next.at !== null && <span className="mono place">{clockText(next.at, false)}</span>}
      </p>
      <p className="what">{next.name[language]}</p>
      <Waits />
      <p className="hint note">{next.note}</p>
    </section>
  );
};

/** Cues that count down by themselves, with what is left of each. */
const Waits = () => {
  const t = useWords();
  const language = useLanguage();
  const waits = useFrame(waitingCues);
  return waits.map(({ id, number, name, isHeld }) => (
    <p key={id} className="wait">
      {`◷ ${t('waitsFor', { number, name: name[language] })}`}{' '}
      <Ticking className="mono" text={(frame) => waitLeft(frame, id)} />
      {isHeld && ` ❚❚ ${t('paused')}`}
    </p>
  ));
};

const mostWaits = 2;
const waitingCues = (frame: Frame | null) => {
  const waits = frame ? waitsIn(frame.resolved.plan, frame.resolved.now) : [];
  return waits.slice(0, mostWaits).flatMap(({ cue: id, isHeld }) => {
    const cue = frame?.show.cueById[id];
    if (!cue) return [];
    return [
      {
        id,
        isHeld,
        number: normaliseCueNumber(cue.number),
        name: { fr: nameOfCue(cue, 'fr'), en: nameOfCue(cue, 'en') },
      },
    ];
  });
};
const waitLeft = (frame: Frame | null, id: string): string => {
  const wait = frame && waitsIn(frame.resolved.plan, frame.resolved.now).find(({ cue }) => cue === id);
  return wait ? leftText(wait.left) : '';
};

const nextCue = (frame: Frame | null) => {
  const plan = frame?.resolved.plan;
  const id = plan?.armed?.cue ?? plan?.standby;
  const cue = id ? frame?.show.cueById[id] : undefined;
  if (!cue) return null;
  return {
    number: normaliseCueNumber(cue.number),
    name: { fr: nameOfCue(cue, 'fr'), en: nameOfCue(cue, 'en') },
    note: cue.note,
    at: cue.at?.position ?? null,
    armed: plan?.armed !== null,
  };
};
const armedLeft = (frame: Frame | null): string => {
  const armed = frame?.resolved.plan.armed;
  return frame && armed ? leftText(armed.at - frame.resolved.now) : '';
};
