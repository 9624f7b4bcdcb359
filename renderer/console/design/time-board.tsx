import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { CompiledCue } from '../../../core/show/compiled.ts';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import { yearsOf } from '../../../core/show/timeline-edit/years.ts';
import { useWords } from '../use-link.ts';
import { droppedIn, isOffered, type Dropped } from './drop.ts';
import { GridLines } from './grid-lines.tsx';
import { Ruler } from './ruler.tsx';
import { TrackRow } from './track-row.tsx';
import { useSight } from './sight.ts';
import type { ClipEdits } from './use-clip-edits.ts';
import { hasLeft, useListeners } from './use-listeners.ts';
import { CLING, heldAt, useDrag } from './use-drag.ts';
import type { Loop } from './use-playhead.ts';
import type { useScroll } from './use-scroll.ts';
import type { TrackEdits } from './use-track-edits.ts';
import { HEAD, ROW, RULER, rowsIn, timesIn } from './view.ts';
import { clungTo, type Around } from './gesture.ts';

/** Tracks over time, the top of the picture above. The DOM holds what is in sight and nothing else. */
type Props = {
  around: Around;
  cues: readonly CompiledCue[];
  chosen: ReadonlySet<string>;
  track: string | null;
  solo: ReadonlySet<string>;
  playhead: number;
  loop: Loop | null;
  mayEdit: boolean;
  view: ReturnType<typeof useScroll>;
  clips: ClipEdits;
  tracks: TrackEdits;
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

export const TimeBoard = (props: Props) => {
  const { around, cues, chosen, playhead, loop, mayEdit, view, clips, onChoose, onScrub } = props;
  const t = useWords();
  const { place, read, settle } = view;
  const scroll = useSight(view);
  const { scale } = scroll;
  useLayoutEffect(settle, [scale, settle]);
  const { renameClip } = clips;
  /** What was chosen before a rectangle with Shift began. */
  const [before, setBefore] = useState(chosen);
  const drag = useDrag({
    place,
    around,
    scale,
    mayEdit,
    onScrub,
    onDone: (held, reach) => clips.drop(held, around, reach),
    onMarquee: (ids, isMore) => onChoose(isMore ? new Set([...before, ...ids]) : ids),
  });
  const { board } = drag;
  const years = useMemo(() => yearsOf(around.board), [around.board]);
  const [naming, setNaming] = useState<string | null>(null);
  /** The board has the pointer from a press on, so it is asked what lies under it. */
  const rename = ({ clientX, clientY }: MouseEvent): void => {
    const clip = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-clip]');
    if (mayEdit && clip && !clip.closest('.locked')) setNaming(clip.dataset['clip'] ?? null);
  };
  const named = useCallback(
    (id: string, name: string | null) => {
      setNaming(null);
      if (name !== null) renameClip(id, name);
    },
    [renameClip],
  );
  const landing = useLanding(props);
  useListeners(place, { ...landing.listeners, dblclick: rename });
  const down = (event: React.PointerEvent): void => {
    const { target } = event;
    if (event.button !== 0 || !(target instanceof HTMLElement)) return;
    if (target.closest('.track-head, .name-field, .add-track')) return;
    if (target.closest('[data-ruler]')) return drag.begin('scrub', event);
    const clip = target.closest<HTMLElement>('[data-clip]');
    if (!clip) {
      if (!isOnBoard(event)) return;
      setBefore(chosen);
      if (!event.shiftKey) onChoose(new Set());
      return drag.begin('marquee', event);
    }
    const ids = chosenAfter(chosen, clip.dataset['clip'] ?? '', event.shiftKey);
    onChoose(ids);
    drag.begin(heldAt(clip, event.clientX, ids), event);
  };
  const height = RULER + board.tracks.length * ROW;
  return (
    <section
      ref={place}
      className={`time-board ${landing.row === null ? '' : 'landing'}`}
      aria-label={t('designBoard')}
      onScroll={read}
      onPointerDown={down}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={drag.cancel}
    >
      <div
        className="time-space"
        style={{
          width: HEAD + board.timeline.duration * scale + 40,
          minHeight: height + ROW,
          // Clips lie by their seconds, so that a zoom draws none of them anew.
          ['--head' as string]: `${HEAD}px`,
          ['--scale' as string]: scale,
        }}
      >
        <Ruler
          {...{ board, cues, years, loop, scroll, scale, playhead, mayEdit }}
          edits={clips}
          onto={(at) => clungTo(around, at, CLING / scale)}
        />
        <GridLines {...{ board, scroll, scale, height }} />
        <div className="track-rows" style={{ height: board.tracks.length * ROW }}>
          <Rows {...props} board={board} isDragging={drag.isDragging} naming={naming} onNamed={named} />
        </div>
        {mayEdit && (
          <button type="button" className="add-track" onClick={() => clips.addTrack(null)}>
            + {t('designTrackAdd')}
          </button>
        )}
        {drag.snappedAt !== null && (
          <i className="snap-line" style={{ left: HEAD + drag.snappedAt * scale, height }} />
        )}
        {landing.row !== null && (
          <i
            className="landing-place"
            style={{ left: HEAD + landing.at * scale, top: RULER + landing.row * ROW, height: ROW - 1 }}
          />
        )}
        {drag.box && <i className="marquee" style={{ ...drag.box }} />}
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

/** Layers and media that the browser drags over the board; a place under all tracks asks for a new one. */
const useLanding = ({ around, view, mayEdit, clips }: Props) => {
  const [over, setOver] = useState<{ at: number; row: number } | null>(null);
  const { tracks } = around.board;
  const place = view.place;
  const placeOf = ({ clientX, clientY }: DragEvent) => {
    const { current } = place;
    const { left, top } = current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const x = clientX - left + (current?.scrollLeft ?? 0) - HEAD;
    const y = clientY - top + (current?.scrollTop ?? 0) - RULER;
    return {
      at: Math.max(0, x / view.sight.get().scale),
      row: Math.min(tracks.length, Math.max(0, Math.floor(y / ROW))),
    };
  };
  const land = (what: Dropped, { at, row }: { at: number; row: number }): void =>
    clips.addAt(what, at, tracks[tracks.length - 1 - row]?.id ?? null);
  return {
    at: over?.at ?? 0,
    row: over?.row ?? null,
    listeners: {
      dragover(event: DragEvent): void {
        if (!mayEdit || !isOffered(event.dataTransfer)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
        const next = placeOf(event);
        if (next.at !== over?.at || next.row !== over.row) setOver(next);
      },
      dragleave(event: DragEvent): void {
        if (hasLeft(place.current, event)) setOver(null);
      },
      drop(event: DragEvent): void {
        const what = droppedIn(event.dataTransfer);
        setOver(null);
        if (!mayEdit || !what) return;
        event.preventDefault();
        land(what, placeOf(event));
      },
    },
  };
};

type RowsProps = Pick<Props, 'chosen' | 'track' | 'solo' | 'mayEdit' | 'view' | 'tracks'> & {
  board: Board;
  isDragging: boolean;
  naming: string | null;
  onNamed: (id: string, name: string | null) => void;
};
const Rows = ({ board, chosen, track: own, solo, mayEdit, view, tracks, ...props }: RowsProps) => {
  const scroll = useSight(view);
  const { scale } = scroll;
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
        isChosenTrack={track.id === own}
        isSolo={solo.has(track.id)}
        isLifted={props.isDragging}
        mayEdit={mayEdit}
        tracks={tracks}
        naming={track.clips.some(({ id }) => id === props.naming) ? props.naming : null}
        onNamed={props.onNamed}
      />
    ));
};
