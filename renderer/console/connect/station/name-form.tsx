import { useId, useState } from 'react';
import type { StationDocument } from '../../../../core/station/station.schema.ts';
import { useEscape } from '../../escape.ts';
import { useWords } from '../../use-link.ts';
import { nameFrom, nameProblem } from './kinds.ts';

type Props = {
  /** What its button says. */
  action: string;
  document: StationDocument;
  kind: string;
  first: string;
  onName: (name: string) => void;
  /** Must not change from render to render. */
  onLeave: () => void;
};

/** A record's name: what is typed becomes one that can be said in an address, and a wrong one is said at once. */
export const NameForm = ({ action, document, kind, first, onName, onLeave }: Props) => {
  const t = useWords();
  const id = useId();
  const [text, setText] = useState(first);
  useEscape(true, onLeave);
  const name = text.replace(/-$/, '');
  const problem = nameProblem(document, kind, name);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) onName(name);
      }}
    >
      <label htmlFor={id}>{t('recordName')}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        // It opens because its button was pressed: the hand is there to type.
        ref={focusOnce}
        maxLength={60}
        value={text}
        aria-invalid={problem !== null}
        onChange={(event) => setText(nameFrom(event.target.value))}
      />
      {problem !== null && (
        <p className="form-problem">! {t(problem === 'taken' ? 'nameTaken' : 'nameBad')}</p>
      )}
      <div className="choices">
        <button type="submit" className="primary" disabled={problem !== null}>
          ✓ {action}
        </button>
        <button type="button" onClick={onLeave}>
          {t('revert')}
        </button>
      </div>
    </form>
  );
};

const focusOnce = (input: HTMLInputElement | null): void => {
  if (input === null || input.dataset['seen'] === 'yes') return;
  input.dataset['seen'] = 'yes';
  input.focus();
  input.select();
};
