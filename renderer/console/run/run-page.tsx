import { useLink, useShow, useTopic, useWords } from '../use-link.ts';
import { useRunActions } from './actions.ts';
import { CueList } from './cue-list.tsx';
import { useRunKeys } from './keys.ts';
import { Levels } from './levels.tsx';
import { Inputs } from './inputs.tsx';
import { NowPanel } from './now-panel.tsx';
import { Outputs } from './outputs.tsx';
import { Health } from './health.tsx';

/** The operator's page: read from two metres in the dark, driven by one hand. */
export const RunPage = () => {
  const t = useWords();
  const link = useLink();
  const show = useShow();
  const actions = useRunActions(link, show);
  useRunKeys(actions);
  const status = useTopic('status');
  if (!show || !status) return <main className="empty">{t('connecting')}</main>;
  return (
    <div className="run">
      <CueList show={show} cues={status.cues} actions={actions} />
      <main className="stage">
        <NowPanel show={show} status={status} actions={actions} />
      </main>
      <aside className="side">
        <Levels master={status.master} actions={actions} />
        <Outputs outputs={status.outputs} />
        <Inputs inputs={status.inputs} actions={actions} />
        <Health health={status.health} />
      </aside>
    </div>
  );
};
