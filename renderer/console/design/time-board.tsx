import type { CompiledCue } from '../../../core/show/compiled.ts';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import { useWords } from '../use-link.ts';
import { Ruler } from './ruler.tsx';
import { TrackRow } from './track-row.tsx';
import type { ClipEdits } from './use-clip-edits.ts';
import { heldAt, useDrag } from './use-drag.ts';
import type { useScroll } from './use-scroll.ts';
import { HEAD, ROW, RULER, rowsIn, timesIn } from './view.ts';
import type { Around } from './gesture.ts';

/** Tracks over time, the top of the picture above. The DOM holds what is in sight and nothing else. */
type Props = {
  around: Around;
  cues: readonly CompiledCue[];
  chosen: ReadonlySet<string>;
  playhead: number;
  mayEdit: boolean;
  view: ReturnType<typeof useScroll>;
  clips: ClipEdits;
  onChoose: (ids: ReadonlySet<string>) => void;
  onScrub: (at: number) => void;
};

/** Shift adds, or takes away; a plain press on one of several keeps them, so that they can be dragged. */
const chosenAfter = (chosen: ReadonlySet<string>, id: string, isMore: boolean): ReadonlySet<string> => {
  if (!isMore) return chosen.has(id) ? chosen : new Set([id]);
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
};

export const TimeBoard = ({
  around,
  cues,
  chosen,
  playhead,
  mayEdit,
  view,
  clips,
  onChoose,
  onScrub,
}: Props) => {
  const t = useWords();
  const { place, scroll, scale, read } = view;
  const drag = useDrag({
    around,
    scale,
    mayEdit,
    onScrub,
    onDone: (held, reach) => clips.drop(held, around, reach),
  });
  const { board } = drag;
  const down = (event: React.PointerEvent): void => {
    const { target } = event;
    if (event.button !== 0 || !(target instanceof HTMLElement) || target.closest('.track-head')) return;
    if (target.closest('[data-ruler]')) return drag.begin('scrub', event);
    const clip = target.closest<HTMLElement>('[data-clip]');
    if (!clip) return isOnBoard(event) ? onChoose(new Set()) : undefined;
    const ids = chosenAfter(chosen, clip.dataset['clip'] ?? '', event.shiftKey);
    onChoose(ids);
    drag.begin(heldAt(clip, event.clientX, ids), event);
  };
  const height = RULER + board.tracks.length * ROW;
  return (
    <section
      ref={place}
      className="time-board"
      aria-label={t('designBoard')}
      onScroll={read}
      onPointerDown={down}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={drag.cancel}
    >
      <div
        className="time-space"
        style={{ width: HEAD + board.timeline.duration * scale + 40, minHeight: height }}
      >
        <Ruler board={board} cues={cues} scroll={scroll} scale={scale} playhead={playhead} />
        <div className="track-rows" style={{ height: board.tracks.length * ROW }}>
          <Rows {...{ board, chosen, mayEdit, view, clips }} isDragging={drag.isDragging} />
        </div>
        {drag.snappedAt !== null && (
          <i className="snap-line" style={{ left: HEAD + drag.snappedAt * scale, height }} />
        )}
        <i className="playhead" style={{ left: HEAD + playhead * scale, height }} />
      </div>
    </section>
  );
};

/** Not on the scroll bars. */
const isOnBoard = ({ currentTarget, clientX, clientY }: React.PointerEvent): boolean => {
  const { left, top } = currentTarget.getBoundingClientRect();
  return clientX - left < currentTarget.clientWidth && clientY - top < currentTarget.clientHeight;
};

type RowsProps = Pick<Props, 'chosen' | 'mayEdit' | 'view' | 'clips'> & { board: Board; isDragging: boolean };
const Rows = ({ board, chosen, mayEdit, view, clips, isDragging }: RowsProps) => {
  const { scroll, scale } = view;
  const { from, to } = timesIn(scroll, scale);
  const { first, end } = rowsIn(scroll, board.tracks.length);
  const top = board.tracks.length - 1;
  return board.tracks
    .toReversed()
    .slice(first, end)
    .map((track, index) => (
      <TrackRow
        key={track.id}
        track={track}
        row={Math.min(top, first + index)}
        scale={scale}
        from={from}
        to={to}
        chosen={chosen}
        isLifted={isDragging}
        mayEdit={mayEdit}
        onMute={clips.mute}
        onOrder={clips.order}
      />
    ));
};
