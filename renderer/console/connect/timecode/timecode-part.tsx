import { useState } from 'react';
import type { TimecodeState } from '../../../../core/control/timecode.topics.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { Toggle } from '../../control/toggle.tsx';
import { useConnected, useLink, useTopic, useWords } from '../../use-link.ts';
import type { Word } from '../../words.ts';
import { useSecondTick } from '../age.ts';
import { offers } from '../named-verb.ts';
import { SaidProblem } from '../said-problem.tsx';
import { useNamedVerb } from '../use-named-verb.ts';

const STATES = {
  off: ['○', 'tcOff'],
  waiting: ['◐', 'tcWaiting'],
  locked: ['●', 'tcLocked'],
  freewheel: ['◑', 'tcFreewheel'],
  lost: ['✕', 'tcLost'],
} as const satisfies Record<TimecodeState['state'], readonly [string, Word]>;
/** Verbs that measure the latency of an input through a cable, by the names that a host may have for it. */
const MEASURES = ['timecode/measure', 'timecode/loopback', 'timecode/trim'] as const;

/** The code as it is heard, how well main stands on it, and the one switch: follow it or not. */
export const TimecodePart = ({ onSetUp }: { onSetUp: (id: string) => void }) => {
  const t = useWords();
  const isConnected = useConnected();
  const state = useTopic('timecode');
  const { ask, problem, isAsking } = useNamedVerb();
  const [measured, setMeasured] = useState<string | null>(null);
  if (!state) return <p className="empty">{t('connecting')}</p>;
  const [shape, word] = STATES[state.state];
  const measure = MEASURES.find(offers);
  return (
    <section className={`timecode-part ${state.state}`} aria-label={t('partTimecode')}>
      <p className="code" aria-label={t('timecodeCode')}>
        {state.code ?? '--:--:--:--'}
      </p>
      <p className="lock">
        <span aria-hidden="true">{shape}</span> {t(word)}
      </p>
      {state.source === 'off' && <p className="hint">{t('timecodeOff')}</p>}
      <Figures state={state} />
      <SaidProblem problem={problem} />
      <div className="choices">
        {offers('timecode/chase') && (
          <Toggle
            label={t('tcChase')}
            isOn={state.isChasing}
            disabled={!isConnected}
            onChange={(on) => void ask('timecode/chase', { on })}
          />
        )}
        {measure && (
          <button
            type="button"
            disabled={!isConnected || isAsking}
            onClick={() =>
              void ask(measure, {}).then((value) => setMeasured(value === null ? null : measuredText(value)))
            }
          >
            {t('tcMeasure')}
          </button>
        )}
        <SetUp kind="timecode" onSetUp={onSetUp} />
      </div>
      {measured !== null && <output>{t('tcMeasured', { text: measured })}</output>}
    </section>
  );
};

/** `latencyMs 12.5`: what the verb answers, by its own names. */
const measuredText = (value: unknown): string =>
  isPlainObject(value)
    ? Object.entries(value)
        .map(([key, each]) => `${key} ${typeof each === 'number' ? Number(each.toFixed(2)) : String(each)}`)
        .join(', ')
    : String(value);

const Figures = ({ state }: { state: TimecodeState }) => {
  const t = useWords();
  const link = useLink();
  useSecondTick();
  const now = link.showNow();
  const { freewheelSince: since, errorMs, isChasing } = state;
  return (
    <dl className="numbers">
      <dt>{t('tcSource')}</dt>
      <dd>{state.source === 'off' ? '—' : state.source.toUpperCase()}</dd>
      <dt>{t('tcRate')}</dt>
      <dd>{state.rate ?? '—'}</dd>
      <dt>{t('tcSpeed')}</dt>
      <dd>{`× ${state.speed.toFixed(2).replace('-', '−')}`}</dd>
      <dt>{t('tcError')}</dt>
      <dd>{isChasing ? errorText(errorMs) : t('tcNotChasing')}</dd>
      {since !== null && now !== null && (
        <>
          <dt>{t('tcFreewheelFor')}</dt>
          <dd className="amber-text">{`${Math.max(0, now - since).toFixed(0)} s`}</dd>
        </>
      )}
    </dl>
  );
};
const errorText = (ms: number | null): string =>
  ms === null ? '—' : `${ms > 0 ? '+' : ''}${ms.toFixed(1).replace('-', '−')} ms`;

export const SetUp = ({ kind, onSetUp }: { kind: string; onSetUp: (id: string) => void }) => {
  const t = useWords();
  return (
    <button type="button" onClick={() => onSetUp(`${kind}:main`)}>
      {t('setUp')}
    </button>
  );
};
