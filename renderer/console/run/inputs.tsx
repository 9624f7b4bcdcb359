import type { InputStatus } from '../../../core/control/link.ts';
import { useTopic, useWords } from '../use-link.ts';
import type { RunActions } from './actions.ts';
import { wallText } from './format.ts';

/** The desk: is it heard, what did it say last, and one press that makes the wall deaf to it. */
export const Inputs = ({ inputs, actions }: { inputs: InputStatus[]; actions: RunActions }) => {
  const t = useWords();
  const messages = useTopic('inputs') ?? [];
  return (
    <section className="inputs">
      <h2>{t('desk')}</h2>
      {inputs.map((input) => {
        const last = messages.findLast((message) => message.id === input.id);
        return (
          <div key={input.id} className={`input ${input.armed ? '' : 'off'}`}>
            <p>
              <b>{input.id}</b> <span>{input.armed ? `✓ ${t('armed')}` : `✕ ${t('ignored')}`}</span>
              <button type="button" onClick={() => actions.arm(input.id, !input.armed)}>
                {t(input.armed ? 'ignoreDesk' : 'listen')}
              </button>
            </p>
            <p className="mono last">
              {last ? `${wallText(last.at)}  ${last.text}  → ${last.verdict}` : t('noMessage')}
            </p>
          </div>
        );
      })}
    </section>
  );
};
