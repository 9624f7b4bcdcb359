import { useEffect, useRef } from 'react';
import type { CompiledCue, CompiledShow } from '../../../core/show/compiled.ts';
import { useLanguage, useWords } from '../use-link.ts';
import type { RunActions } from './actions.ts';
import { clockText } from './format.ts';

type Cues = { current: string | null; standby: string | null };
type Props = { show: CompiledShow; cues: Cues; actions: RunActions };

export const CueList = ({ show, cues, actions }: Props) => {
  const t = useWords();
  return (
    <nav className="cues" aria-label={t('cues')}>
      <h2>{t('cues')}</h2>
      {show.cues.length === 0 && <p className="hint">{t('noCues')}</p>}
      <ol>
        {show.cues.map((cue) => (
          <CueRow key={cue.id} cue={cue} cues={cues} actions={actions} />
        ))}
      </ol>
    </nav>
  );
};

const CueRow = ({ cue, cues, actions }: { cue: CompiledCue; cues: Cues; actions: RunActions }) => {
  const t = useWords();
  const language = useLanguage();
  const row = useRef<HTMLLIElement>(null);
  const state = cue.number === cues.current ? 'current' : cue.number === cues.standby ? 'standby' : '';
  useEffect(() => {
    if (state === 'standby') row.current?.scrollIntoView({ block: 'center' });
  }, [state]);
  const press = (): void => (cue.at ? actions.standby(cue.number) : actions.fire(cue.number));
  return (
    <li ref={row} className={`cue ${state} ${cue.at ? '' : 'sting'}`}>
      <button
        type="button"
        onClick={press}
        disabled={cue.disarmed}
        aria-current={state === 'current' ? 'step' : undefined}
      >
        <span className="number">{cue.number}</span>
        <span className="name">{cue.name[language] || cue.name.fr}</span>
        <span className="where">{cue.at ? clockText(cue.at.position, false) : t('sting')}</span>
        <span className="state">
          {state === 'current' ? `▶ ${t('current')}` : state === 'standby' ? `● ${t('standby')}` : ''}
        </span>
      </button>
    </li>
  );
};
