import { memo } from 'react';
import { nameOf } from '../../../core/ids.ts';
import { endOf, type BoardClip, type BoardTrack } from '../../../core/show/timeline-edit/board.ts';
import { layerOf } from '../../../core/show/timeline-edit/content-shift.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { HEAD, ROW } from './view.ts';

/** One track: its head, which stays at the left, and the clips that are in sight. */
type Props = {
  track: BoardTrack;
  row: number;
  scale: number;
  from: number;
  to: number;
  chosen: ReadonlySet<string>;
  isLifted: boolean;
  mayEdit: boolean;
  onMute: (track: string, muted: boolean) => void;
  onOrder: (track: string, by: number) => void;
};

export const TrackRow = memo((props: Props) => {
  const { track, row, scale, from, to, chosen } = props;
  const seen = track.clips.filter((clip) => endOf(clip) >= from && clip.start <= to);
  return (
    <div className={`track-row ${track.muted ? 'muted' : ''}`} style={{ top: row * ROW }}>
      <TrackHead {...props} />
      {seen.map((clip) => (
        <ClipBox
          key={clip.id}
          clip={clip}
          scale={scale}
          isChosen={chosen.has(clip.id)}
          isLifted={props.isLifted && chosen.has(clip.id)}
        />
      ))}
    </div>
  );
});

const TrackHead = ({ track, mayEdit, onMute, onOrder }: Props) => {
  const t = useWords();
  return (
    <div className="track-head">
      <span className="name" title={track.name}>
        {track.name}
      </span>
      <button
        type="button"
        aria-pressed={track.muted}
        aria-label={`${t('designMute')}: ${track.name}`}
        title={t('designMute')}
        disabled={!mayEdit}
        onClick={() => onMute(track.id, !track.muted)}
      >
        M
      </button>
      <button
        type="button"
        aria-label={`${t('designHigher')}: ${track.name}`}
        title={t('designHigher')}
        disabled={!mayEdit}
        onClick={() => onOrder(track.id, 1)}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={`${t('designLower')}: ${track.name}`}
        title={t('designLower')}
        disabled={!mayEdit}
        onClick={() => onOrder(track.id, -1)}
      >
        ↓
      </button>
    </div>
  );
};

type BoxProps = { clip: BoardClip; scale: number; isChosen: boolean; isLifted: boolean };
const ClipBox = memo(({ clip, scale, isChosen, isLifted }: BoxProps) => {
  const language = useLanguage();
  const type = layerOf(clip.layer)?.name[language] ?? clip.layer;
  const name = clip.name || nameOf(clip.id);
  const share = (fade: number): string => `${(100 * Math.min(fade, clip.duration)) / clip.duration}%`;
  return (
    <button
      type="button"
      className={`clip ${clip.layer === 'sound' ? 'sound' : ''} ${clip.muted ? 'muted' : ''} ${isLifted ? 'lifted' : ''}`}
      data-clip={clip.id}
      aria-pressed={isChosen}
      aria-label={`${name}, ${type}`}
      title={`${name} · ${type}`}
      style={{
        left: HEAD + clip.start * scale,
        width: Math.max(2, clip.duration * scale - 1),
        ['--fade-in' as string]: share(clip.fadeIn),
        ['--fade-out' as string]: share(clip.fadeOut),
      }}
    >
      <b>{name}</b> <i>{type}</i>
    </button>
  );
});
