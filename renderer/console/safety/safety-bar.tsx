import { useCallback } from 'react';
import { useLanguage, useTopic, useWords } from '../use-link.ts';
import type { VerbSender } from '../use-verb.ts';
import type { LockState } from '../../../core/control/safety.topics.ts';
import type { Language, Word } from '../words.ts';
import { useTwoPresses } from '../use-two-presses.ts';

/** On every page, in one place: whether the wall is frozen, whether show and rig are locked, and how to change it. */
export const SafetyBar = ({ send }: { send: VerbSender }) => {
  const lock = useTopic('lock');
  const isFrozen = (useTopic('lineUp')?.frozenAt ?? null) !== null;
  if (!lock) return null;
  return (
    <div className="safety-bar">
      <Freeze isFrozen={isFrozen} send={send} />
      <Lock lock={lock} words={['showLock', 'showLocked']} verb="lock/show" send={send} />
      <Lock lock={lock.rig} words={['rigLock', 'rigLocked']} verb="lock/rig" send={send} />
    </div>
  );
};

const Freeze = ({ isFrozen, send }: { isFrozen: boolean; send: VerbSender }) => {
  const t = useWords();
  return (
    <>
      {/* What is seen is the button; who listens is told when it happens. */}
      <p role="alert" className="unseen">
        {isFrozen ? t('frozenAlert') : ''}
      </p>
      <button
        type="button"
        className={`quiet freeze ${isFrozen ? 'on' : ''}`}
        aria-pressed={isFrozen}
        title={t('freezeHint')}
        onClick={() => send('freeze', { on: !isFrozen })}
      >
        {t(isFrozen ? 'frozen' : 'freeze')}
      </button>
    </>
  );
};

type LockProps = {
  lock: LockState;
  words: readonly [open: Word, locked: Word];
  verb: 'lock/show' | 'lock/rig';
  send: VerbSender;
};
const timeText = (language: Language, iso: string): string =>
  new Date(iso).toLocaleTimeString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });

/** One press locks; unlocking is asked twice. */
const Lock = ({ lock, words: [open, locked], verb, send }: LockProps) => {
  const t = useWords();
  const language = useLanguage();
  const unlock = useCallback(() => send(verb, { on: false }), [send, verb]);
  const { isAsked, press } = useTwoPresses(unlock);
  const who = lock.on
    ? t('lockedBy', { by: lock.by ?? '', at: lock.since === null ? '' : timeText(language, lock.since) })
    : t('showLockHint');
  return (
    <button
      type="button"
      className={`quiet lock ${lock.on ? 'on' : ''}`}
      aria-pressed={lock.on}
      title={who}
      onClick={lock.on ? press : () => send(verb, { on: true })}
    >
      <LockMark isShut={lock.on} /> {t(isAsked && lock.on ? 'showUnlockSure' : lock.on ? locked : open)}
    </button>
  );
};

/** A padlock, shut or open: the state is never told by colour alone. */
export const LockMark = ({ isShut }: { isShut: boolean }) => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <rect x="2" y="7" width="12" height="8" rx="1.5" fill="currentColor" />
    <path
      d={isShut ? 'M5 7V5a3 3 0 0 1 6 0v2' : 'M5 7V5a3 3 0 0 1 5.6-1.4'}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    />
  </svg>
);
