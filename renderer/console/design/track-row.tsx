import { memo } from 'react';
import { nameOf } from '../../../core/ids.ts';
import { endOf, type BoardClip, type BoardTrack } from '../../../core/show/timeline-edit/board.ts';
import { layerOf } from '../../../core/show/timeline-edit/content-shift.ts';
import { isLocked } from '../../../core/show/timeline-edit/locked.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { hueOf, initialsOf, useChosenBy } from '../people/people.ts';
import { NameField } from './name-field.tsx';
import { TrackHead } from './track-head.tsx';
import type { TrackEdits } from './use-track-edits.ts';
import { ROW } from './view.ts';
import { Waveform } from './waveform.tsx';

/** One track: its head, which stays at the left, and the clips that are in sight. */
type Props = {
  track: BoardTrack;
  row: number;
  scale: number;
  from: number;
  to: number;
  chosen: ReadonlySet<string>;
  isChosenTrack: boolean;
  isSolo: boolean;
  isLifted: boolean;
  mayEdit: boolean;
  tracks: TrackEdits;
  /** The clip whose name is being typed. */
  naming: string | null;
  /** null: as it was. */
  onNamed: (id: string, name: string | null) => void;
};

export const TrackRow = memo((props: Props) => {
  const { track, row, scale, from, to, chosen, mayEdit } = props;
  const seen = track.clips.filter((clip) => endOf(clip) >= from && clip.start <= to);
  const locked = isLocked(track);
  return (
    <div
      className={`track-row ${track.muted ? 'muted' : ''} ${locked ? 'locked' : ''}`}
      style={{ top: row * ROW, ['--track' as string]: track.colour ?? 'transparent' }}
      data-track={track.id}
    >
      <TrackHead
        track={track}
        isChosen={props.isChosenTrack}
        isSolo={props.isSolo}
        mayEdit={mayEdit}
        edits={props.tracks}
      />
      {seen.map((clip) => (
        <ClipBox
          key={clip.id}
          clip={clip}
          // Of a clip without a waveform these are the same in any sight, so that it is not drawn anew.
          scale={clip.layer === 'sound' ? scale : 0}
          from={clip.layer === 'sound' ? from : 0}
          to={clip.layer === 'sound' ? to : 0}
          isChosen={chosen.has(clip.id)}
          isLifted={props.isLifted && chosen.has(clip.id)}
          isNaming={props.naming === clip.id}
          onNamed={props.onNamed}
        />
      ))}
    </div>
  );
});

type BoxProps = Pick<Props, 'scale' | 'from' | 'to' | 'onNamed'> & {
  clip: BoardClip;
  isChosen: boolean;
  isLifted: boolean;
  isNaming: boolean;
};
const ClipBox = memo(({ clip, scale, from, to, isChosen, isLifted, isNaming, onNamed }: BoxProps) => {
  const language = useLanguage();
  const t = useWords();
  const type = layerOf(clip.layer)?.name[language] ?? clip.layer;
  const name = clip.name || nameOf(clip.id);
  const share = (fade: number): string => `${(100 * Math.min(fade, clip.duration)) / clip.duration}%`;
  const place = { ['--at' as string]: clip.start, ['--long' as string]: clip.duration };
  const other = useChosenBy(clip.id);
  if (isNaming)
    return (
      <div className="clip-naming" style={place}>
        <NameField value={clip.name} label={t('designClipName')} onDone={(next) => onNamed(clip.id, next)} />
      </div>
    );
  return (
    <button
      type="button"
      className={`clip ${clip.layer === 'sound' ? 'sound' : ''} ${clip.muted ? 'muted' : ''} ${isLifted ? 'lifted' : ''} ${clip.colour ? 'coloured' : ''} ${other ? 'others' : ''}`}
      data-clip={clip.id}
      aria-pressed={isChosen}
      aria-label={`${name}, ${type}`}
      title={`${name} · ${type}`}
      style={{
        ...place,
        ['--fade-in' as string]: share(clip.fadeIn),
        ['--fade-out' as string]: share(clip.fadeOut),
        ...(other ? { ['--person' as string]: hueOf(other) } : {}),
        ...(clip.colour ? { ['--clip' as string]: clip.colour } : {}),
      }}
    >
      {clip.layer === 'sound' && <Waveform clip={clip} scale={scale} from={from} to={to} />}
      <b>{name}</b> <i>{type}</i>{' '}
      {other && <small className="clip-person" data-person={initialsOf(other.name)} />}
    </button>
  );
});
