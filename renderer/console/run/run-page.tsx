import { useConnected, useLink, useShow, useTopic, useWords } from '../use-link.ts';
import { useRunActions } from './actions.ts';
import { CueList } from './cue-list.tsx';
import { useRunKeys } from './keys.ts';
import { Levels } from './levels.tsx';
import { Inputs } from './inputs.tsx';
import { NowPanel } from './now-panel.tsx';
import { Outputs } from './outputs.tsx';
import { Health } from './health.tsx';

type Props = { onLanguage: () => void; isRed: boolean; onRed: () => void };

/** The operator's page: read from two metres in the dark, driven by one hand. */
export const RunPage = ({ onLanguage, isRed, onRed }: Props) => {
  const t = useWords();
  const link = useLink();
  const show = useShow();
  const actions = useRunActions(link, show);
  useRunKeys(actions);
  const isConnected = useConnected();
  const status = useTopic('status');
  if (!show || !status) return <main className="empty">{t('connecting')}</main>;
  return (
    <div className="run">
      <header className="bar">
        <h1>{status.show.title}</h1>
        {!isConnected && (
          <p className="lost" role="alert">
            {t('hostLost')}
          </p>
        )}
        <PanicLine state={status.master.panic} />
        <span className="spacer" />
        <button type="button" className="quiet" aria-pressed={isRed} onClick={onRed}>
          {t('redLight')}
        </button>
        <button type="button" className="quiet" onClick={onLanguage}>
          {t('language')}
        </button>
      </header>
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

const PanicLine = ({ state }: { state: 'off' | 'fading' | 'cut' }) => {
  const t = useWords();
  if (state === 'off') return null;
  return (
    <p className="panicking" role="alert">
      {t(state === 'cut' ? 'panicCut' : 'panicFading')}
    </p>
  );
};
