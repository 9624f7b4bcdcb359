import type { RefObject } from 'react';
import { NotesPanel } from '../../notes/notes-panel.tsx';
import { useWords } from '../../use-link.ts';
import type { VerbSender } from '../../use-verb.ts';
import type { RunActions } from '../actions.ts';
import { useLostFor } from '../use-lost.ts';
import { Health } from './health.tsx';
import { Inputs } from './inputs.tsx';
import { Log } from './log.tsx';
import { Outputs } from './outputs.tsx';
import { PlayingPanel } from './playing.tsx';
import { SoundPanel } from './sound.tsx';
import { TimecodePanel } from './timecode.tsx';
import { VersionPanel } from './version.tsx';

type Props = {
  actions: RunActions;
  filter: RefObject<HTMLSelectElement | null>;
  send: VerbSender;
  onHelp: () => void;
};

/** What is told by the host. While it is away the last word stands there greyed, with its age. */
export const SideInfo = ({ actions, filter, send, onHelp }: Props) => {
  const t = useWords();
  const lostFor = useLostFor();
  return (
    <div className={`info ${lostFor === null ? '' : 'stale'}`} aria-busy={lostFor !== null}>
      {lostFor !== null && <p className="age">{`✕ ${t('staleFor', { s: lostFor })}`}</p>}
      <Health />
      <PlayingPanel />
      <Inputs actions={actions} />
      <Outputs />
      <SoundPanel />
      <TimecodePanel onChase={actions.chase} />
      <VersionPanel onVersion={actions.version} />
      <Log filter={filter} />
      <NotesPanel send={send} />
      <p className="help-line">
        <button type="button" onClick={onHelp}>
          {t('keys')} <kbd>?</kbd>
        </button>
      </p>
    </div>
  );
};
