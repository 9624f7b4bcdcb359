import { tempoAt } from '../../../core/show/timeline-edit/tempo.ts';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import { useWords } from '../use-link.ts';
import { useTwoPresses } from '../use-two-presses.ts';
import { MenuField } from './menu-field.tsx';
import { Menu } from './menu.tsx';
import { TempoFields } from './tempo-fields.tsx';
import type { ClipEdits } from './use-clip-edits.ts';

/** The timeline itself: its name, its length, its tempo; another overlay; one that is not main may go. */
type Props = {
  timeline: Board['timeline'];
  playhead: number;
  isMain: boolean;
  mayEdit: boolean;
  clips: ClipEdits;
};

export const TimelineMenu = (props: Props) => {
  const t = useWords();
  return (
    <Menu label={t('designTimelineMenu')} text="⋯" className="wide" disabled={!props.mayEdit}>
      {(close) => <Body {...props} close={close} />}
    </Menu>
  );
};

const Body = ({ timeline, playhead, isMain, clips, close }: Props & { close: () => void }) => {
  const t = useWords();
  const { name, duration, tempo } = timeline;
  const remove = useTwoPresses(() => {
    close();
    clips.removeTimeline();
  });
  return (
    <>
      <MenuField
        label={t('designTimelineName')}
        value={name}
        onDone={(next) => {
          if (next.trim() !== '') clips.renameTimeline(next.trim());
        }}
      />
      <MenuField
        label={t('designTimelineLength')}
        value={String(duration)}
        onDone={(next) => {
          const seconds = Number(next.replace(',', '.'));
          if (seconds > 0 && seconds <= 86_400) clips.setDuration(seconds);
        }}
      />
      <TempoFields tempo={tempoAt(tempo, playhead)} edits={clips} />
      <button
        type="button"
        onClick={() => {
          close();
          clips.addTimeline(t('designTimelineNewName'));
        }}
      >
        {t('designTimelineNew')}
      </button>
      {!isMain && (
        <button type="button" className="danger" onClick={remove.press}>
          {t(remove.isAsked ? 'designTimelineDeleteSure' : 'designTimelineDelete')}
        </button>
      )}
    </>
  );
};
