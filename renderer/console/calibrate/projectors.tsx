import { useMemo } from 'react';
import { compileRig, type CompiledOutput } from '../../../core/rig/rig.document.ts';
import { isPlainObject } from '../../../core/show/plain.ts';
import { problemText } from '../problem-text.ts';
import { useConnected, useLanguage, useLink, useTopic } from '../use-link.ts';
import { useVerb, type VerbSender } from '../use-verb.ts';
import { Sure } from '../control/sure.tsx';
import { Split } from './panel/split.tsx';
import type { ProjectorAddress } from './projector/address.ts';
import { ProjectorRow } from './projector/row.tsx';
import { useProjectorWords } from './projector/use-projector-words.ts';
import './projectors.css';

/**
 * The rig's projectors (PJLink): a row each, and all of them at once. A press is answered at once; what comes of it is
 * what the row says, also minutes later.
 */
export const ProjectorsPanel = () => {
  const t = useProjectorWords();
  const language = useLanguage();
  const link = useLink();
  const isConnected = useConnected();
  const rig = useTopic('rig');
  const projectors = useTopic('projectors') ?? [];
  const [send, problem] = useVerb(link);
  const outputs = useMemo(() => (rig ? compileRig(rig.document).outputs : []), [rig]);
  const setAddress = ({ id, name }: CompiledOutput, projector: ProjectorAddress | null): void => {
    // The record as it is now: another technician may have moved it since it was drawn.
    const record = link.get('rig')?.document.records[id];
    if (!isPlainObject(record)) return;
    const put = { [id]: { ...record, projector } };
    const label = t('labelAddress', { name });
    send('document/edit', { document: 'rig', label, put, remove: [], order: {} });
  };
  const hasAny = outputs.some(({ projector }) => projector !== null);
  const isOff = !isConnected || !hasAny;
  return (
    <Split
      board={
        <ul className="projectors">
          {outputs.map((output) => (
            <ProjectorRow
              key={output.id}
              output={output}
              status={projectors.find((status) => status.output === output.key) ?? null}
              disabled={!isConnected}
              send={send}
              onAddress={(address) => setAddress(output, address)}
            />
          ))}
        </ul>
      }
    >
      <section className="projectors-all" aria-label={t('title')}>
        <h2>{t('title')}</h2>
        {!hasAny && <p className="hint">{t(outputs.length === 0 ? 'noOutputs' : 'noProjectors')}</p>}
        <AllProjectors disabled={isOff} send={send} />
        <output className="error">{problem ? `▲ ${problemText(language, problem)}` : ''}</output>
      </section>
    </Split>
  );
};

const AllProjectors = ({ disabled, send }: { disabled: boolean; send: VerbSender }) => {
  const t = useProjectorWords();
  return (
    <>
      <button
        type="button"
        disabled={disabled}
        onClick={() => send('projector/power', { id: 'all', on: true })}
      >
        {t('allOn')}
      </button>
      <Sure
        label={t('allOff')}
        sure={t('allOffSure')}
        disabled={disabled}
        onSure={() => send('projector/power', { id: 'all', on: false })}
      />
      <button
        type="button"
        disabled={disabled}
        onClick={() => send('projector/shutter', { id: 'all', closed: true })}
      >
        {t('allClose')}
      </button>
      <button
        type="button"
        disabled={disabled}
        onClick={() => send('projector/shutter', { id: 'all', closed: false })}
      >
        {t('allOpen')}
      </button>
    </>
  );
};
