import { useState } from 'react';
import { z } from 'zod';
import type { TimecodeState } from '../../../../core/control/timecode.topics.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { NumberField } from '../../control/number-field.tsx';
import { Toggle } from '../../control/toggle.tsx';
import { useConnected, useLink, useTopic, useWords } from '../../use-link.ts';
import type { Word } from '../../words.ts';
import { useSecondTick } from '../age.ts';
import { offers } from '../named-verb.ts';
import { SaidProblem } from '../said-problem.tsx';
import { useNamedVerb } from '../use-named-verb.ts';

const STATES = {
  off: ['○', 'codeOff'],
  waiting: ['◐', 'codeWaiting'],
  locked: ['●', 'codeLocked'],
  freewheel: ['◑', 'codeFreewheel'],
  lost: ['✕', 'codeLost'],
} as const satisfies Record<TimecodeState['state'], readonly [string, Word]>;
/** The code as it is heard, how well main stands on it, and the one switch: follow it or not. */
export const TimecodePart = ({ onSetUp }: { onSetUp: (id: string) => void }) => {
  const t = useWords();
  const isConnected = useConnected();
  const state = useTopic('timecode');
  const { ask, problem } = useNamedVerb();
  if (!state) return <p className="empty">{t('connecting')}</p>;
  const [shape, word] = STATES[state.state];
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
        <SetUp kind="timecode" onSetUp={onSetUp} />
      </div>
      <Trim />
      <Measure />
    </section>
  );
};

/** By hand: ms by which main runs ahead of the code, kept in the station's settings. */
const Trim = () => {
  const t = useWords();
  const isConnected = useConnected();
  const { ask, problem } = useNamedVerb();
  const record = useTopic('settings')?.document.records['timecode:main'];
  const trim = isPlainObject(record) && typeof record['trimMs'] === 'number' ? record['trimMs'] : 0;
  if (!offers('timecode/trim')) return null;
  return (
    <>
      <NumberField
        label={`${t('tcTrim')} (ms)`}
        value={trim}
        step={1}
        min={-10_000}
        max={10_000}
        disabled={!isConnected}
        onChange={(ms) => void ask('timecode/trim', { ms })}
      />
      <SaidProblem problem={problem} />
    </>
  );
};

const measuredSchema = z.looseObject({ ms: z.number() });
/** Through a cable from the sound's output back to its input: how late does a code come? */
const Measure = () => {
  const t = useWords();
  const isConnected = useConnected();
  const { ask, problem, isAsking } = useNamedVerb();
  const [ms, setMs] = useState<number | null>(null);
  const measure = async (take: boolean): Promise<void> => {
    setMs(null);
    const read = measuredSchema.safeParse(await ask('timecode/measure', { take }));
    if (read.success) setMs(read.data.ms);
  };
  if (!offers('timecode/measure')) return null;
  return (
    <div className="choices">
      <button type="button" disabled={!isConnected || isAsking} onClick={() => void measure(false)}>
        {t('tcMeasure')}
      </button>
      <button type="button" disabled={!isConnected || isAsking} onClick={() => void measure(true)}>
        {t('tcTake')}
      </button>
      {ms !== null && <output>{t('tcMeasured', { ms: ms.toFixed(1) })}</output>}
      <SaidProblem problem={problem} />
    </div>
  );
};

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
