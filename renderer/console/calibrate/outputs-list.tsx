import type { OutputStatus, Topics } from '../../../core/control/link.ts';
import type { CompiledOutput } from '../../../core/rig/rig.document.ts';
import { uprightSize } from '../../../core/rig/raster.ts';
import { useLink, useTopic, useWords } from '../use-link.ts';
import type { Word } from '../words.ts';
import { TextField } from '../control/text-field.tsx';
import { useCalibration } from './line-up-context.ts';
import { holderOf } from './use-hold.ts';

type Props = { person: string; onPerson: (name: string) => void; onAdd: () => void };

/** All outputs: one press chooses and holds. */
export const OutputsList = ({ person, onPerson, onAdd }: Props) => {
  const t = useWords();
  const { rig } = useCalibration();
  const status = useTopic('status');
  const places = useTopic('station')?.places ?? [];
  return (
    <nav className="line-up-outputs" aria-label={t('calibrateOutputs')}>
      <h2>{t('calibrateOutputs')}</h2>
      {rig.outputs.length === 0 && <p className="hint">{t('noOutputs')}</p>}
      <ul>
        {rig.outputs.map((output) => (
          <OutputRow
            key={output.id}
            output={output}
            status={status?.outputs.find(({ id }) => id === output.key) ?? null}
            place={places.find(({ output: key }) => key === output.key) ?? null}
          />
        ))}
      </ul>
      <div className="under">
        <button type="button" onClick={onAdd}>
          {t('addOutput')}
        </button>
        <TextField label={t('yourName')} value={person} maxLength={40} onChange={onPerson} />
      </div>
    </nav>
  );
};

type Place = Topics['station']['places'][number];
type RowProps = { output: CompiledOutput; status: OutputStatus | null; place: Place | null };

const OutputRow = ({ output, status, place }: RowProps) => {
  const t = useWords();
  const { output: chosen, choose, lineUp } = useCalibration();
  const { sender } = useLink();
  const holder = holderOf(lineUp, output.key, sender);
  const trouble = troubleOf(status, place);
  const { width, height } = uprightSize(output);
  return (
    <li>
      <button
        type="button"
        className={`output-row ${holder.kind}`}
        aria-current={chosen?.id === output.id ? 'true' : undefined}
        onClick={() => choose(output.key)}
      >
        <b>{output.name}</b>
        <span className="held">
          {holder.kind === 'free' && t('holdFree')}
          {holder.kind === 'mine' && `● ${t('heldByYou')}`}
          {holder.kind === 'other' &&
            `■ ${t(holder.isHere ? 'heldBy' : 'heldAway', { person: holder.person })}`}
        </span>
        <span className="mono facts">{`${width} × ${height}`}</span>
        <span className={trouble ? 'trouble' : 'fine'}>
          {trouble ? `! ${t(trouble)}` : `✓ ${Math.round(status?.fps ?? 0)} fps`}
        </span>
        {status?.error && <span className="error">{status.error.message}</span>}
      </button>
    </li>
  );
};

const troubleOf = (status: OutputStatus | null, place: Place | null): Word | null => {
  if (place?.kind === 'waiting') return 'waitsForDisplay';
  if (place?.match === 'moved') return 'movedDisplay';
  if (place?.kind === 'display' && place.match === 'guessed') return 'guessedDisplay';
  return status?.connected ? null : 'notConnected';
};
