import type { ProjectorStatus } from '../../../../core/control/link.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage } from '../../use-link.ts';
import type { VerbSender } from '../../use-verb.ts';
import { Sure } from '../../control/sure.tsx';
import { addressText, type ProjectorAddress } from './address.ts';
import { ProjectorFacts, ProjectorNotes, ProjectorState } from './facts.tsx';
import { ProjectorSettings } from './settings.tsx';
import { useProjectorWords } from './use-projector-words.ts';

type Props = {
  output: CompiledOutput;
  status: ProjectorStatus | null;
  disabled: boolean;
  send: VerbSender;
  onAddress: (address: ProjectorAddress | null) => void;
};

/** One output's projector: how it is, what it can be told, where it is found. */
export const ProjectorRow = ({ output, status, disabled, send, onAddress }: Props) => {
  const t = useProjectorWords();
  const language = useLanguage();
  const settings = (
    <ProjectorSettings
      name={output.name}
      address={output.projector}
      disabled={disabled}
      onAddress={onAddress}
      onPassword={(password) => send('projector/password', { id: output.key, password })}
    />
  );
  if (!status || !output.projector)
    return (
      <li className="projector">
        <div className="projector-head">
          <h3>{output.name}</h3>
          <span className="projector-state quiet">— {t('noProjector')}</span>
        </div>
        {settings}
      </li>
    );
  const isLocked = status.problem?.code === 'projector-password';
  return (
    <li className="projector">
      <div className="projector-head">
        <h3>{output.name}</h3>
        <ProjectorState status={status} />
        <small>
          {[status.name, status.model, addressText(output.projector)].filter(Boolean).join(' · ')}
        </small>
      </div>
      <ProjectorFacts status={status} />
      {status.problem && <p className="bad">▲ {problemText(language, { ...status.problem, path: '' })}</p>}
      <ProjectorNotes notes={status.notes} />
      <Orders output={output} status={status} disabled={disabled} send={send} />
      <details open={isLocked || undefined}>
        <summary>{t('settings')}</summary>
        {settings}
      </details>
    </li>
  );
};

type OrdersProps = Pick<Props, 'output' | 'disabled' | 'send'> & { status: ProjectorStatus };
const Orders = ({ output: { key, name }, status, disabled, send }: OrdersProps) => {
  const t = useProjectorWords();
  const { power, shutter, input, inputs, inputNames } = status;
  return (
    <fieldset className="projector-orders" aria-label={name} disabled={disabled}>
      <button
        type="button"
        aria-pressed={power === 'on' || power === 'warming'}
        onClick={() => send('projector/power', { id: key, on: true })}
      >
        {t('turnOn')}
      </button>
      <Sure
        label={t('turnOff')}
        sure={t('turnOffSure')}
        onSure={() => send('projector/power', { id: key, on: false })}
      />
      <button
        type="button"
        aria-pressed={shutter === 'closed'}
        onClick={() => send('projector/shutter', { id: key, closed: true })}
      >
        {t('close')}
      </button>
      <button
        type="button"
        aria-pressed={shutter === 'open'}
        onClick={() => send('projector/shutter', { id: key, closed: false })}
      >
        {t('reopen')}
      </button>
      {inputs.length > 0 && (
        <label>
          {t('input')}{' '}
          <select
            value={input ?? ''}
            onChange={(event) => send('projector/input', { id: key, input: event.target.value })}
          >
            <option value="" disabled>
              {t('chooseInput')}
            </option>
            {[...new Set(input === null ? inputs : [...inputs, input])].map((code) => (
              <option key={code} value={code}>
                {inputNames[code] ? `${inputNames[code]} (${code})` : code}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
};
