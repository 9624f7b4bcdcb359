import type { InputStatus } from '../../../../core/control/link.ts';
import { Sure } from '../../control/sure.tsx';
import { useConnected, useLink, useTopic, useWords } from '../../use-link.ts';
import { useVerb } from '../../use-verb.ts';
import type { Word } from '../../words.ts';
import { ageText, useAge } from '../age.ts';

/** Word, shape and colour say the same: a light that is read without colours too. */
const LIGHTS = {
  off: ['○', 'stateOff'],
  waiting: ['◐', 'stateWaiting'],
  ready: ['●', 'stateReady'],
  fault: ['✕', 'stateFault'],
} as const satisfies Record<InputStatus['state'], readonly [string, Word]>;

type Props = { inputs: readonly InputStatus[]; chosen: string | null; onChoose: (id: string) => void };

/** Every way in: is it there, is it heard, what did it say last, and one press that makes the wall deaf to it. */
export const InputList = ({ inputs, chosen, onChoose }: Props) => {
  const t = useWords();
  const link = useLink();
  const [send, problem] = useVerb(link);
  const isConnected = useConnected();
  const isAllIgnored = inputs.length > 0 && inputs.every(({ armed }) => !armed);
  const armAll = (armed: boolean): void =>
    inputs.filter((input) => input.armed !== armed).forEach(({ id }) => send('input/arm', { id, armed }));
  return (
    <aside className="input-list" aria-label={t('inputsTitle')}>
      <h2>{t('inputsTitle')}</h2>
      {inputs.length === 0 && <p className="hint">{t('noWaysIn')}</p>}
      {problem && (
        <p className="refused" role="alert">
          {problem.message}
        </p>
      )}
      <ul>
        {inputs.map((input) => (
          <li key={input.id}>
            <InputCard
              input={input}
              isChosen={input.id === chosen}
              onChoose={() => onChoose(input.id)}
              onArm={() => send('input/arm', { id: input.id, armed: !input.armed })}
            />
          </li>
        ))}
      </ul>
      {inputs.length > 0 &&
        (isAllIgnored ? (
          <button type="button" className="amber" disabled={!isConnected} onClick={() => armAll(true)}>
            {t('listenAll')}
          </button>
        ) : (
          <Sure
            label={t('ignoreAll')}
            sure={t('ignoreAllSure')}
            disabled={!isConnected}
            onSure={() => armAll(false)}
          />
        ))}
    </aside>
  );
};

type CardProps = { input: InputStatus; isChosen: boolean; onChoose: () => void; onArm: () => void };
const InputCard = ({ input, isChosen, onChoose, onArm }: CardProps) => {
  const t = useWords();
  const isConnected = useConnected();
  const last = useTopic('inputs')?.findLast(({ id }) => id === input.id);
  const [shape, state] = LIGHTS[input.state];
  const { id, kind, armed, detail } = input;
  return (
    <div className={`input-card ${input.state} ${armed ? '' : 'ignored'}`}>
      <button
        type="button"
        className="input-choose"
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <b>{id}</b>
        <span className="light">
          <span aria-hidden="true">{shape}</span> {t(state)}
        </span>
        <span className="facts">
          {kind === id ? '' : `${kind} · `}
          {detail}
        </span>
        {!armed && <strong>✕ {t('ignoredInput')}</strong>}
        <span className="mono last">{last?.text ?? ''}</span>
        <Age at={input.lastMessageAt} />
      </button>
      <button
        type="button"
        className={armed ? '' : 'amber'}
        aria-label={t(armed ? 'ignoreInput' : 'listenInput', { name: id })}
        disabled={!isConnected}
        onClick={onArm}
      >
        {t(armed ? 'ignoreShort' : 'listenShort')}
      </button>
    </div>
  );
};

const Age = ({ at }: { at: string | null }) => {
  const t = useWords();
  const age = useAge(at);
  if (age === null) return <span className="age">{t('neverHeard')}</span>;
  return <span className="age">{age < 2 ? t('justNow') : t('ago', { time: ageText(age) })}</span>;
};
