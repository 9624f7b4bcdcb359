import { useId, useState } from 'react';
import type { z } from 'zod';
import { argumentsText, readArguments } from '../../../../core/control/osc/args-text.ts';
import { outArgsSchema } from '../../../../core/control/osc/out.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useWords } from '../../use-link.ts';

/** The arguments of an OSC message, as one line of text; what can't be read is said and not taken. */
type Props = {
  value: unknown;
  isReadOnly: boolean;
  onChange: (value: z.infer<typeof outArgsSchema>) => void;
};

export const ArgumentsField = ({ value, isReadOnly, onChange }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const list = outArgsSchema.safeParse(value ?? []);
  const text = typed ?? (list.success ? argumentsText(list.data) : JSON.stringify(value));
  const read = readArguments(text);
  const change = (next: string): void => {
    setTyped(next);
    const wanted = readArguments(next);
    if (wanted.ok) onChange(wanted.value);
  };
  return (
    <div className="argument">
      <label htmlFor={id}>{t('cueArguments')}</label>
      <input
        id={id}
        type="text"
        className="mono"
        autoComplete="off"
        spellCheck={false}
        disabled={isReadOnly}
        value={text}
        aria-invalid={!read.ok}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => change(target.value)}
        onBlur={() => read.ok && setTyped(null)}
      />
      <p id={`${id}-hint`} className={read.ok ? 'hint' : 'form-problem'}>
        {read.ok ? t('cueArgumentsHint') : `! ${problemText(language, { ...read, path: '' })}`}
      </p>
    </div>
  );
};
