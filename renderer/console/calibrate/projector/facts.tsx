import type { ReactNode } from 'react';
import type { ProjectorNote, ProjectorStatus } from '../../../../core/control/link.ts';
import { FAULT_PLACES } from '../../../../core/control/pjlink/values.ts';
import { useLanguage } from '../../use-link.ts';
import {
  ORDER_WORDS,
  PLACE_WORDS,
  POWER_WORDS,
  SHUTTER_WORDS,
  WHY_WORDS,
  type ProjectorWord,
} from '../projectors.words.ts';
import { useProjectorWords } from './use-projector-words.ts';

/** What a projector says of itself: words and shapes, a colour besides. */
type Look = { shape: string; word: ProjectorWord; look: 'good' | 'amber' | 'bad' | 'quiet' };

const stateLook = ({ state, power }: ProjectorStatus): Look => {
  if (state === 'silent') return { shape: '▲', word: 'silent', look: 'bad' };
  if (state === 'refused') return { shape: '✕', word: 'refused', look: 'bad' };
  if (state === 'unknown') return { shape: '…', word: 'unknown', look: 'quiet' };
  if (power === 'on') return { shape: '●', word: 'on', look: 'good' };
  if (power === 'off') return { shape: '○', word: 'off', look: 'quiet' };
  return power === null
    ? { shape: '…', word: 'reachable', look: 'quiet' }
    : { shape: '◐', word: POWER_WORDS[power], look: 'amber' };
};

export const ProjectorState = ({ status }: { status: ProjectorStatus }) => {
  const t = useProjectorWords();
  const { shape, word, look } = stateLook(status);
  return (
    <span className={`projector-state ${look}`}>
      <span aria-hidden="true">{shape}</span> {t(word)}
    </span>
  );
};

export const ProjectorFacts = ({ status }: { status: ProjectorStatus }) => {
  const t = useProjectorWords();
  const { shutter, signal, filterHours, inputNames, input } = status;
  return (
    <dl className="projector-facts">
      <Fact name={t('shutter')}>
        {shutter === null ? '—' : `${shutter === 'closed' ? '■' : '□'} ${t(SHUTTER_WORDS[shutter])}`}
      </Fact>
      <Fact name={t('lamp')}>
        <Lamps status={status} />
        {filterHours === null ? null : <span>{t('filterHours', { hours: filterHours })}</span>}
      </Fact>
      <Fact name={t('temperature')}>
        <Temperature status={status} />
      </Fact>
      <Fact name={t('errors')}>
        <Faults status={status} />
      </Fact>
      <Fact name={t('input')}>
        {input === null ? '—' : (inputNames[input] ?? input)}
        {signal === null ? null : <span>{signal === 'none' ? `△ ${t('noSignal')}` : signal}</span>}
      </Fact>
      <Fact name={t('lastAnswer')}>
        <LastAnswer at={status.lastAnswerAt} />
      </Fact>
    </dl>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Lamps = ({ status: { lamps, state, lastAnswerAt } }: { status: ProjectorStatus }) => {
  const t = useProjectorWords();
  const language = useLanguage();
  if (lamps.length === 0) return <>{lastAnswerAt === null || state !== 'reachable' ? '—' : t('noCounter')}</>;
  return lamps.map(({ hours, on }, index) => (
    <span key={index} className="mono">
      {t('hours', { hours: hours.toLocaleString(language) })}
      {on ? ` ● ${t('lit')}` : ''}
    </span>
  ));
};

/** Degrees where they are offered; too hot is said by every projector. */
const Temperature = ({ status: { temperature, errors, state } }: { status: ProjectorStatus }) => {
  const t = useProjectorWords();
  const language = useLanguage();
  const how = errors.temperature;
  if (state !== 'reachable') return <>—</>;
  return (
    <span className={how === 'error' ? 'bad' : how === 'warning' ? 'amber' : undefined}>
      {how === undefined ? '' : `${how === 'error' ? '▲' : '△'} ${t(how)} `}
      {temperature === null
        ? how === undefined && t('normal')
        : t('degrees', { degrees: temperature.toLocaleString(language) })}
    </span>
  );
};

const Faults = ({ status: { errors, state } }: { status: ProjectorStatus }) => {
  const t = useProjectorWords();
  const found = FAULT_PLACES.flatMap((place) => {
    const how = errors[place];
    return how === undefined ? [] : [{ place, how }];
  });
  if (found.length === 0) return <>{state === 'reachable' ? `✓ ${t('noErrors')}` : '—'}</>;
  return found.map(({ place, how }) => (
    <span key={place} className={how === 'error' ? 'bad' : 'amber'}>
      <span aria-hidden="true">{how === 'error' ? '▲' : '△'}</span>{' '}
      {t('fault', { place: t(PLACE_WORDS[place]), how: t(how) })}
    </span>
  ));
};

const LastAnswer = ({ at }: { at: string | null }) => {
  const t = useProjectorWords();
  const language = useLanguage();
  if (at === null) return <>{t('never')}</>;
  return (
    <time dateTime={at} className="mono">
      {new Date(at).toLocaleTimeString(language)}
    </time>
  );
};

export const ProjectorNotes = ({ notes }: { notes: readonly ProjectorNote[] }) => {
  const t = useProjectorWords();
  return notes.map(({ order, why, isWaiting }) => (
    <p key={`${order} ${why}`} className={isWaiting ? 'amber' : 'bad'}>
      <span aria-hidden="true">{isWaiting ? '◷' : '✕'}</span>{' '}
      {t(isWaiting ? 'waits' : 'gaveUp', { order: t(ORDER_WORDS[order]), why: t(WHY_WORDS[why]) })}
    </p>
  ));
};
