import { useState, type RefObject } from 'react';
import { normaliseCueNumber } from '../../../../core/show/cue-number.ts';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { cueOfText, type RunActions } from '../actions.ts';
import { nameOfCue } from '../words-of.ts';

type Props = {
  show: CompiledShow;
  actions: RunActions;
  field: RefObject<HTMLInputElement | null>;
};

/** A number and Enter: standby. With Shift, it fires at once. What it would take stands beside it before Enter. */
export const GoTo = ({ show, actions, field }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const [text, setText] = useState('');
  const cue = cueOfText(show, text);
  const isEmpty = text.trim() === '';
  const done = (): void => {
    setText('');
    field.current?.blur();
  };
  const take = (isNow: boolean): void => {
    if (!cue || (!isNow && (!cue.at || cue.disarmed))) return;
    const number = normaliseCueNumber(cue.number);
    if (isNow) actions.fire(number);
    else actions.standby(number);
    done();
  };
  const hint = (): string => {
    if (isEmpty) return t('gotoHint');
    if (!cue) return `✕ ${t('gotoUnknown')}`;
    if (cue.disarmed) return `✕ ${t('gotoDisarmed')}`;
    return cue.at ? `● ${nameOfCue(cue, language)}` : `✦ ${nameOfCue(cue, language)} — ${t('gotoSting')}`;
  };
  return (
    <form
      className="goto"
      onSubmit={(event) => {
        event.preventDefault();
        take(false);
      }}
    >
      <label>
        <span>{t('goto')}</span>
        <input
          ref={field}
          inputMode="decimal"
          autoComplete="off"
          maxLength={11}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => setText('')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return;
            event.preventDefault();
            take(true);
          }}
        />
      </label>
      <output className="hint">{hint()}</output>
    </form>
  );
};
