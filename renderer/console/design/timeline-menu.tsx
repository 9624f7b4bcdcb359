import { useState } from 'react';
import { useWords } from '../use-link.ts';
import { useTwoPresses } from '../use-two-presses.ts';
import { Menu } from './menu.tsx';
import type { ClipEdits } from './use-clip-edits.ts';

/** The timeline itself: another overlay, its name, its length; one that is not main may go. */
type Props = { name: string; duration: number; isMain: boolean; mayEdit: boolean; clips: ClipEdits };

export const TimelineMenu = (props: Props) => {
  const t = useWords();
  return (
    <Menu label={t('designTimelineMenu')} text="⋯" className="wide" disabled={!props.mayEdit}>
      {(close) => <Body {...props} close={close} />}
    </Menu>
  );
};

const Body = ({ name, duration, isMain, clips, close }: Props & { close: () => void }) => {
  const t = useWords();
  const remove = useTwoPresses(() => {
    close();
    clips.removeTimeline();
  });
  return (
    <>
      <Field
        label={t('designTimelineName')}
        value={name}
        onDone={(next) => {
          if (next.trim() !== '') clips.renameTimeline(next.trim());
        }}
      />
      <Field
        label={t('designTimelineLength')}
        value={String(duration)}
        onDone={(next) => {
          const seconds = Number(next.replace(',', '.'));
          if (seconds > 0 && seconds <= 86_400) clips.setDuration(seconds);
        }}
      />
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

type FieldProps = { label: string; value: string; onDone: (value: string) => void };
/** Kept with Enter or when it is left. */
const Field = ({ label, value, onDone }: FieldProps) => {
  const [text, setText] = useState(value);
  const keep = () => {
    if (text !== value) onDone(text);
  };
  return (
    <label className="menu-field">
      <span>{label}</span>
      <input
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </label>
  );
};
