import { useId, useState } from 'react';
import { dryRun, type DryTrigger } from '../../../../core/control/dry-run.ts';
import type { TriggerRecord } from '../../../../core/show/show.schema.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { dryTexts } from './dry-text.ts';

type Props = { triggers: readonly DryTrigger[]; input: TriggerRecord['input'] };
const neverText = (): boolean => false;

/** "What would this message do?": typed or pasted from the log, answered at once, and nothing happens. */
export const MessageTest = ({ triggers, input }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const [result] = text.trim() === '' ? [] : dryRun(triggers, input, [{ text, at: 0 }], neverText);
  return (
    <section className="message-test">
      <label htmlFor={id}>{t('testMessage')}</label>
      <input
        id={id}
        type="text"
        className="mono"
        autoComplete="off"
        spellCheck={false}
        placeholder="/eos/out/event/cue/1/3/fire"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <output>
        {result &&
          dryTexts(language, result).map((line) => (
            <span key={line.text} className={line.tone}>
              {line.text}
            </span>
          ))}
      </output>
    </section>
  );
};
