import { useState } from 'react';
import type { BoardTrack } from '../../../core/show/timeline-edit/board.ts';
import { isLocked } from '../../../core/show/timeline-edit/locked.ts';
import { LockMark } from '../safety/safety-bar.tsx';
import { useWords } from '../use-link.ts';
import { Colours } from './colours.tsx';
import { Menu } from './menu.tsx';
import { NameField } from './name-field.tsx';
import type { TrackEdits } from './use-track-edits.ts';

/** A track's head stays at the left: its name, mute, solo, lock, and what can be done to it. */
type Props = {
  track: BoardTrack;
  isChosen: boolean;
  isSolo: boolean;
  mayEdit: boolean;
  edits: TrackEdits;
};

export const TrackHead = ({ track, isChosen, isSolo, mayEdit, edits }: Props) => {
  const t = useWords();
  const [isNaming, setNaming] = useState(false);
  const { id, name, muted, colour } = track;
  const locked = isLocked(track);
  const named = (next: string | null): void => {
    setNaming(false);
    if (next !== null) edits.renameTrack(id, next);
  };
  return (
    <div
      className={`track-head ${isChosen ? 'chosen' : ''}`}
      style={{ ['--track' as string]: colour ?? 'transparent' }}
    >
      {isNaming ? (
        <NameField value={name} label={t('designTrackName')} onDone={named} />
      ) : (
        <button
          type="button"
          className="name"
          title={t('designTrackChoose', { name })}
          aria-pressed={isChosen}
          onClick={() => edits.chooseTrack(id)}
          onDoubleClick={() => mayEdit && setNaming(true)}
        >
          {name}
        </button>
      )}
      <Toggle
        label={t('designMute')}
        name={name}
        is={muted}
        text="M"
        mayPress={mayEdit}
        onPress={() => edits.muteTrack(id, !muted)}
      />
      <Toggle
        label={t('designSolo')}
        name={name}
        is={isSolo}
        text="S"
        mayPress
        onPress={() => edits.soloTrack(id)}
      />
      <Toggle
        label={t('designLock')}
        name={name}
        is={locked}
        text={<LockMark isShut={locked} />}
        mayPress={mayEdit}
        onPress={() => edits.lockTrack(id, !locked)}
      />
      <Menu label={`${t('designTrackMenu')}: ${name}`} text="⋯" disabled={!mayEdit}>
        {(close) => <TrackMenu {...{ track, edits, close }} onName={() => setNaming(true)} />}
      </Menu>
    </div>
  );
};

type ToggleProps = {
  label: string;
  name: string;
  is: boolean;
  text: React.ReactNode;
  mayPress: boolean;
  onPress: () => void;
};
const Toggle = ({ label, name, is, text, mayPress, onPress }: ToggleProps) => (
  <button
    type="button"
    aria-pressed={is}
    aria-label={`${label}: ${name}`}
    title={label}
    disabled={!mayPress}
    onClick={onPress}
  >
    {text}
  </button>
);

type MenuProps = { track: BoardTrack; edits: TrackEdits; close: () => void; onName: () => void };
const TrackMenu = ({ track: { id, colour }, edits, close, onName }: MenuProps) => {
  const t = useWords();
  const then = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <button type="button" onClick={then(onName)}>
        {t('designRename')}
      </button>
      <button type="button" onClick={then(() => edits.addTrack(id))}>
        {t('designTrackAbove')}
      </button>
      <button type="button" onClick={() => edits.moveTrack(id, 1)}>
        ↑ {t('designHigher')}
      </button>
      <button type="button" onClick={() => edits.moveTrack(id, -1)}>
        ↓ {t('designLower')}
      </button>
      <Colours value={colour} label={t('designColour')} onChoose={(next) => edits.colourTrack(id, next)} />
      <button type="button" className="danger" onClick={then(() => edits.removeTrack(id))}>
        {t('designTrackDelete')}
      </button>
    </>
  );
};
