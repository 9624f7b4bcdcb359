import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { mainOf } from '../../../core/playback/fire.ts';
import { markedShow } from '../../../core/playback/marked.ts';
import type { Plan } from '../../../core/playback/plan.ts';
import type { CompiledCue } from '../../../core/show/compiled.ts';
import { normaliseCueNumber } from '../../../core/show/cue-number.ts';
import type { ConsoleLink } from '../console-link.ts';
import { useEscapeOrPanic } from '../escape.ts';
import type { Looks } from '../looks.ts';
import { useLink, useShow, useWords } from '../use-link.ts';
import { useTwoPresses } from '../use-two-presses.ts';
import type { VerbSender } from '../use-verb.ts';
import { useRunActions } from './actions.ts';
import { CueCard } from './cues/cue-card.tsx';
import { CueList } from './cues/cue-list.tsx';
import { GoTo } from './cues/goto.tsx';
import { Stings, stingsOf } from './cues/stings.tsx';
import { useKept } from './device.ts';
import { Help } from './help.tsx';
import { useRunKeys, type KeyActions } from './keys.ts';
import { Deck } from './now/deck.tsx';
import { Next } from './now/next.tsx';
import { Running } from './now/running.tsx';
import { StateLine } from './now/state-line.tsx';
import { usePress } from './press.ts';
import { FADES, Levels } from './side/levels.tsx';
import { useMaster } from './side/master.tsx';
import { SideInfo } from './side/side-info.tsx';
import { useStatus } from './status.ts';
import { steady } from './steady.ts';
import { TickerContext, useFrame, useNewTicker } from './use-frame.tsx';
import { useTwin } from './use-twin.ts';

/** The operator's page: read from two metres in the dark, driven by one hand or by keys alone. */
export const RunPage = ({ looks, send }: { looks: Looks; send: VerbSender }) => {
  const t = useWords();
  const link = useLink();
  const written = useShow();
  const ticker = useNewTicker(written);
  // Cues armed or skipped for this session, over what the document says.
  const marks = useMarks(link);
  const show = useMemo(() => (written ? markedShow(written, { marks }) : null), [written, marks]);
  // Whether, not what: the page is not drawn anew with each status.
  const hasStatus = useStatus(() => true) ?? false;
  const press = usePress(link);
  const actions = useRunActions(link, show, press.send);
  const master = useMaster();
  const [fade, setFade] = useKept('frise-run-fade', FADES);
  const stop = useTwoPresses(useCallback(() => actions.stop(Number(fade)), [actions, fade]));
  const [card, setCard] = useState<string | null>(null);
  const [hasHelp, setHelp] = useState(false);
  const number = useRef<HTMLInputElement>(null);
  const filter = useRef<HTMLSelectElement>(null);
  const hasTwin = useTwin();
  useEscapeOrPanic(actions.panic);
  const closeCard = useCallback(() => setCard(null), []);
  const closeHelp = useCallback(() => setHelp(false), []);
  const onCard = useCallback((cue: CompiledCue) => setCard(cue.id), []);
  const onChoose = useCallback(
    (cue: CompiledCue) =>
      cue.at && !cue.disarmed ? actions.standby(normaliseCueNumber(cue.number)) : onCard(cue),
    [actions, onCard],
  );
  const keys = useMemo<KeyActions>(
    () => ({
      go: actions.go,
      back: actions.back,
      pause: actions.pauseOrResume,
      next: () => actions.walk(1),
      previous: () => actions.walk(-1),
      further: () => actions.walk(10),
      nearer: () => actions.walk(-10),
      first: actions.first,
      last: actions.last,
      number: (digit) => typeInto(number.current, digit),
      card: () => {
        const { standby, current } = link.get('status')?.cues ?? { standby: null, current: null };
        const cue = show?.cueByNumber[standby ?? current ?? ''];
        setCard((now) => (now === null && cue ? cue.id : null));
      },
      brighter: () => master.step(0.05),
      darker: () => master.step(-0.05),
      blackout: () => actions.blackout(Number(fade)),
      freeze: actions.freeze,
      stop: stop.press,
      deafen: actions.deafen,
      log: () => filter.current?.focus(),
      size: looks.onNextSize,
      light: () => looks.onRed(!looks.isRed),
      help: () => setHelp((now) => !now),
      sting: (index) => {
        const cue = show ? stingsOf(show)[index] : undefined;
        if (cue) actions.fire(normaliseCueNumber(cue.number));
      },
    }),
    [actions, fade, link, looks, master, show, stop],
  );
  useRunKeys(keys);
  if (!show || !hasStatus) return <main className="empty">{t('connecting')}</main>;
  const shown = card === null ? undefined : show.cueById[card];
  return (
    <TickerContext.Provider value={ticker}>
      <div className="run">
        <main className="stage">
          <StateLine />
          {hasTwin && <p className="twin">{`! ${t('openTwice')}`}</p>}
          <Rehearsal onEnd={actions.endRehearsal} />
          <Running />
          <Next />
        </main>
        <Deck actions={actions} notice={press.notice} stateOf={press.stateOf} />
        <nav className="left" aria-label={t('cues')}>
          <GoTo show={show} actions={actions} field={number} />
          <CueList show={show} size={looks.size} onChoose={onChoose} onCard={onCard} />
          <Stings show={show} onFire={actions.fire} />
        </nav>
        <aside className="side">
          <Levels
            actions={actions}
            stateOf={press.stateOf}
            master={master}
            fade={fade}
            onFade={setFade}
            stop={stop}
          />
          <SideInfo actions={actions} filter={filter} send={send} onHelp={() => setHelp(true)} />
        </aside>
        {shown && <CueCard key={shown.id} show={show} cue={shown} actions={actions} onClose={closeCard} />}
        {hasHelp && <Help onClose={closeHelp} />}
      </div>
    </TickerContext.Provider>
  );
};

const Rehearsal = ({ onEnd }: { onEnd: () => void }) => {
  const t = useWords();
  const isRehearsing = useFrame((frame) => Boolean(frame && mainOf(frame.resolved.plan)?.section));
  return isRehearsing ? (
    <p className="line rehearsal">
      <button type="button" onClick={onEnd}>{`⇥ ${t('rehearseEnd')}`}</button>
    </p>
  ) : null;
};

const NO_MARKS: Plan['marks'] = {};
const useMarks = (link: ConsoleLink): Plan['marks'] => {
  const subscribe = useCallback((changed: () => void) => link.subscribe('plans', changed), [link]);
  const keep = useMemo(() => steady<Plan['marks']>(), []);
  return useSyncExternalStore(subscribe, () => keep(link.get('plans')?.at(-1)?.marks ?? NO_MARKS));
};

/** The first digit opens the field; the rest is typed there. */
const typeInto = (field: HTMLInputElement | null, digit: string): void => {
  if (!field) return;
  field.focus();
  // As if typed, so that the form hears of it.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, digit);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
