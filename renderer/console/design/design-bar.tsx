import type { ShowDocument } from '../../../core/show/show.schema.ts';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import { EditBar } from '../connect/edit-bar.tsx';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage, useTopic, useWords } from '../use-link.ts';
import { CheckButton } from './check/check-button.tsx';
import { Colours } from './colours.tsx';
import { SoundButton } from './sound/sound-button.tsx';
import type { Sounding } from './sound/use-preview-sound.ts';
import { Menu } from './menu.tsx';
import { TimelineMenu } from './timeline-menu.tsx';
import type { ClipEdits } from './use-clip-edits.ts';
import type { Playhead } from './use-playhead.ts';
import { timeText } from './view.ts';

/** What can be done, and how the last press stands. */
type Timeline = { id: string; name: string };
type Props = {
  timelines: readonly Timeline[];
  timeline: string;
  onTimeline: (id: string) => void;
  playhead: Playhead;
  sounding: Sounding;
  clips: ClipEdits;
  edits: DocumentEdits;
  hasChosen: boolean;
  /** Of what is chosen, on the tracks. */
  colour: string | undefined;
  mayDesign: boolean;
  isLocked: boolean;
  onZoom: (by: number) => void;
  onExport: () => void;
  onWhole: () => void;
  board: Board;
  isMain: boolean;
  /** Which panel stands beside the tracks. */
  drawer: Drawer;
  onDrawer: (drawer: Drawer) => void;
  document: ShowDocument;
};
export type Drawer = 'layers' | 'media' | 'check' | null;

export const DesignBar = (props: Props) => {
  const t = useWords();
  const language = useLanguage();
  const { timelines, timeline, onTimeline, playhead, clips, edits, onZoom } = props;
  const mayEdit = props.mayDesign && !props.isLocked;
  const canAct = mayEdit && props.hasChosen;
  return (
    <div className="design-bar">
      <button
        type="button"
        className="primary"
        aria-label={t(playhead.isPlaying ? 'designPause' : 'designPlay')}
        onClick={playhead.toggle}
      >
        {playhead.isPlaying ? '❚❚' : '▶'}
      </button>
      <SoundButton sounding={props.sounding} />
      <output className="design-time">{timeText(playhead.at)}</output>
      <Marks playhead={playhead} />
      <select
        aria-label={t('designTimeline')}
        value={timeline}
        onChange={(event) => onTimeline(event.target.value)}
      >
        {timelines.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <TimelineMenu
        timeline={props.board.timeline}
        playhead={playhead.at}
        {...{ isMain: props.isMain, clips, mayEdit }}
      />
      {(['layers', 'media'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={props.drawer === each}
          onClick={() => props.onDrawer(props.drawer === each ? null : each)}
        >
          {t(each === 'layers' ? 'designLayersDrawer' : 'designMediaDrawer')}
        </button>
      ))}
      <CheckButton
        document={props.document}
        isOpen={props.drawer === 'check'}
        onPress={() => props.onDrawer(props.drawer === 'check' ? null : 'check')}
      />
      <button type="button" disabled={!canAct} onClick={clips.split}>
        {t('designSplit')} <kbd>S</kbd>
      </button>
      <button type="button" disabled={!canAct} onClick={clips.duplicate}>
        {t('designDuplicate')}
      </button>
      <button type="button" disabled={!canAct} onClick={clips.remove}>
        {t('designDelete')}
      </button>
      <Menu label={t('designClipColour')} text="◐" disabled={!canAct}>
        {() => <Colours value={props.colour} label={t('designColour')} onChoose={clips.colourChosen} />}
      </Menu>
      <button type="button" aria-label={t('designFarther')} onClick={() => onZoom(1 / 1.4)}>
        −
      </button>
      <button type="button" aria-label={t('designCloser')} onClick={() => onZoom(1.4)}>
        +
      </button>
      <button type="button" aria-label={t('designWhole')} title={t('designWhole')} onClick={props.onWhole}>
        ↔
      </button>
      <button type="button" onClick={props.onExport}>
        {t('exportOpen')}
      </button>
      {clips.problem && (
        <p className="amber-text" role="alert">
          {problemText(language, { ...clips.problem, path: '' })}
        </p>
      )}
      <EditBar edits={edits} isAllowed={mayEdit} />
      <MayNot mayDesign={props.mayDesign} isLocked={props.isLocked} />
    </div>
  );
};

/** In, out and speed, where they are anything else than usual. */
const Marks = ({ playhead: { loop, rate, clearMarks } }: Pick<Props, 'playhead'>) => {
  const t = useWords();
  const text = loop && t('designLoop', { from: timeText(loop.from), to: timeText(loop.to) });
  return (
    <>
      {rate !== 0 && rate !== 1 && <output className="design-rate">×{rate}</output>}
      {text !== null && (
        <button type="button" className="design-loop" title={t('designLoopClear')} onClick={clearMarks}>
          {text} ✕
        </button>
      )}
    </>
  );
};

const MayNot = ({ mayDesign, isLocked }: Pick<Props, 'mayDesign' | 'isLocked'>) => {
  const t = useWords();
  const by = useTopic('lock')?.by ?? null;
  if (!mayDesign) return <p className="read-only">{t('designReadOnly')}</p>;
  if (!isLocked) return null;
  return (
    <p className="read-only">{t('designLocked', { by: by === null ? '' : t('designLockedBy', { by }) })}</p>
  );
};
