import type { InputStatus } from '../../../../core/control/link.ts';
import { useTopic, useWords } from '../../use-link.ts';
import type { RunActions } from '../actions.ts';
import { wallText } from '../format.ts';
import { useStatus } from '../status.ts';

/** Every way in: is it heard, what did it say last and what came of it, and one press that makes the wall deaf to it. */
export const Inputs = ({ actions }: { actions: RunActions }) => {
  const t = useWords();
  const inputs = useStatus((status) => status.inputs) ?? [];
  const messages = useTopic('inputs') ?? [];
  const isDeaf = inputs.length > 0 && inputs.every((input) => !input.armed);
  return (
    <section className="inputs" aria-label={t('desk')}>
      <header className="line">
        <h2 className="grow">{t('desk')}</h2>
        {inputs.length > 0 && (
          <button
            type="button"
            className={isDeaf ? 'amber' : ''}
            aria-pressed={isDeaf}
            onClick={actions.deafen}
          >
            {t(isDeaf ? 'listenAll' : 'ignoreAll')} <kbd>X</kbd>
          </button>
        )}
      </header>
      {inputs.length === 0 && <p className="hint">{t('noInputs')}</p>}
      <ul>
        {inputs.map((input) => (
          <InputLine
            key={input.id}
            input={input}
            last={messages.findLast((message) => message.id === input.id) ?? null}
            onArm={actions.arm}
          />
        ))}
      </ul>
    </section>
  );
};

type Last = { text: string; verdict: string; at: string } | null;
type Line = { input: InputStatus; last: Last; onArm: RunActions['arm'] };

const LIGHTS = {
  off: ['–', 'inputOff', ''],
  waiting: ['○', 'inputWaiting', ''],
  ready: ['●', 'inputReady', 'is-good'],
  fault: ['✕', 'inputFault', 'is-bad'],
} as const;

const InputLine = ({ input, last, onArm }: Line) => {
  const t = useWords();
  const [mark, word, tone] = LIGHTS[input.state];
  return (
    <li className={`input ${input.armed ? '' : 'deaf'}`}>
      <div className="line">
        <b>{input.id}</b>
        <span className={tone}>{`${mark} ${t(word)}`}</span>
        {!input.armed && <span className="is-warm">{`⊘ ${t('ignored')}`}</span>}
        <span className="grow hint">{input.detail}</span>
        <button
          type="button"
          aria-pressed={!input.armed}
          aria-label={`${t(input.armed ? 'ignoreDesk' : 'listen')} ${input.id}`}
          onClick={() => onArm(input.id, !input.armed)}
        >
          {t(input.armed ? 'ignoreDesk' : 'listen')}
        </button>
      </div>
      <p className="mono last">
        {last ? (
          <>
            <span>{`${wallText(last.at)} ${last.text}`}</span>{' '}
            <span className="verdict">{`→ ${last.verdict}`}</span>
          </>
        ) : (
          t(input.id === 'osc' ? 'noMessage' : 'noMessageYet')
        )}
      </p>
    </li>
  );
};
