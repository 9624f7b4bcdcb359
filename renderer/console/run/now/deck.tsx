import { useConnected, useLanguage, useWords } from '../../use-link.ts';
import { problemText } from '../../problem-text.ts';
import type { RunActions } from '../actions.ts';
import { useDropped } from '../dropped.ts';
import type { Notice, PressState } from '../press.ts';
import { useStatus } from '../status.ts';
import { keyName } from '../shortcuts.ts';

type Props = { actions: RunActions; notice: Notice | null; stateOf: (verb: string) => PressState };

/** GO and the hand's other keys. What became of a press stands above GO, in a line of its own that moves nothing. */
export const Deck = ({ actions, notice, stateOf }: Props) => (
  <section className="deck">
    <NoticeLine notice={notice} />
    <GoButton actions={actions} state={stateOf('go')} />
    <Transport actions={actions} stateOf={stateOf} />
  </section>
);

const NoticeLine = ({ notice }: { notice: Notice | null }) => {
  const t = useWords();
  const language = useLanguage();
  const dropped = useDropped();
  const isConnected = useConnected();
  const text = (): [string, string] => {
    if (notice?.kind === 'late') return ['late', `… ${t('noAnswer', { verb: notice.verb })}`];
    if (notice?.kind === 'dropped')
      return ['dropped', `⊘ ${t('dropped')} — ${problemText(language, notice.problem)}`];
    if (notice) return ['bad', `✕ ${t('refused')} — ${problemText(language, notice.problem)}`];
    if (dropped) return ['dropped', `⊘ ${t('droppedFrom', { verb: dropped.verb, sender: dropped.sender })}`];
    return isConnected ? ['', ''] : ['bad', `✕ ${t('noLine')}`];
  };
  const [kind, words] = text();
  return (
    <output className={`notice ${kind}`} aria-live="assertive">
      {words}
    </output>
  );
};

/** Fires on the way down: a finger that lifts late must not be late. A keyboard's click (Enter) comes as `detail` 0. */
const onDown = (run: () => void) => ({
  onPointerDown: (event: React.PointerEvent) => {
    if (event.button === 0) run();
  },
  onClick: (event: React.MouseEvent) => {
    if (event.detail === 0) run();
  },
});

const GoButton = ({ actions, state }: { actions: RunActions; state: PressState }) => {
  const t = useWords();
  const language = useLanguage();
  const standby = useStatus(({ cues }) => cues.standby);
  return (
    <button
      type="button"
      className={`go ${state === 'up' ? '' : 'pressed'} ${state === 'late' ? 'waiting' : ''}`}
      {...onDown(actions.go)}
      disabled={standby === null}
    >
      <span className="go-word">{t('go')}</span>
      <small>
        {standby === null ? t('noStandby') : `● ${standby}`}
        {state === 'late' && ` — ${t('sending')}`} <kbd>{keyName(' ', language)}</kbd>
      </small>
    </button>
  );
};

const Transport = ({ actions, stateOf }: Omit<Props, 'notice'>) => {
  const t = useWords();
  const language = useLanguage();
  const now = useStatus(({ playbacks, master, cues }) => ({
    isPaused: playbacks.some((one) => one.state === 'paused') || master.panic !== 'off',
    isPlaying: playbacks.length > 0,
    hasCurrent: cues.current !== null,
    panic: master.panic,
  }));
  const isPaused = now?.isPaused ?? false;
  const look = (verb: string): string => (stateOf(verb) === 'up' ? '' : 'pressed');
  return (
    <div className="transport">
      <button type="button" className={look('back')} onClick={actions.back} disabled={!now?.hasCurrent}>
        {t('back')} <kbd>B</kbd>
      </button>
      {isPaused ? (
        <button type="button" className={`amber ${look('resume')}`} onClick={actions.resume}>
          {t('resume')} <kbd>P</kbd>
        </button>
      ) : (
        <button type="button" className={look('pause')} onClick={actions.pause} disabled={!now?.isPlaying}>
          {t('pause')} <kbd>P</kbd>
        </button>
      )}
      <button type="button" className={`danger panic ${look('panic')}`} {...onDown(actions.panic)}>
        {t(now?.panic === 'fading' ? 'panicAgain' : 'panic')} <kbd>{keyName('Escape', language)}</kbd>
      </button>
    </div>
  );
};
