import { useCallback, useRef, useState } from 'react';
import { pickCount, spanOf, type Keyed, type Picks } from '../../../../core/show/keys-edit/lanes.ts';
import type { Ease } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { useEscape } from '../../escape.ts';
import type { Around } from '../gesture.ts';
import { keysShown, type KeyHeld } from './key-gesture.ts';
import { picksAfter, withPicks, type Frame, type Point } from './lane-view.ts';
import type { ClipKeysState } from './use-keys.ts';

/** Pointer → keys: what is under it, a drag that shows what it would do and says it once, a frame that picks. */
export interface KeyField {
  /** What lies there: a key, the handle of a segment, or nothing. */
  under(point: Point): { param: string; place: number } | { held: KeyHeld; ease: EaseBy } | null;
  framed(frame: Frame): Picks;
  /** Of the value axis; 0: there is none. */
  valuePerPixel: number;
}
type EaseBy = (by: Point) => Ease | null;
type Press = {
  from: Point;
  held: KeyHeld | null;
  picks: Picks;
  keyed: Keyed;
  easeBy: EaseBy | null;
  /** What is picked if the hand lets go without a drag. */
  alone: Picks | null;
};
type Options = {
  clip: BoardClip;
  keys: ClipKeysState;
  around: Around;
  scale: number;
  mayEdit: boolean;
  field: KeyField;
  onLane(point: Point): void;
};
const STILL = 4;
const CLING = 8;
const LABELS = { move: 'move keys', stretch: 'stretch keys', ease: 'ease' } as const;

const heldBy = (keyed: Keyed, at: number, isAlt: boolean): KeyHeld => {
  const span = spanOf(keyed);
  if (isAlt && span && span.to > span.from) {
    if (at === span.from) return { kind: 'stretch', at, pivot: span.to };
    if (at === span.to) return { kind: 'stretch', at, pivot: span.from };
  }
  return { kind: 'move', at };
};

export const useKeyDrag = ({ clip, keys, around, scale, mayEdit, field, onLane }: Options) => {
  const press = useRef<Press | null>(null);
  const [frame, setFrame] = useState<Frame | null>(null);
  const [drag, setDrag] = useState<{ snappedAt: number | null; keyed: Keyed } | null>(null);
  const { drop } = keys;
  const cancel = useCallback(() => {
    if (press.current?.held) drop();
    press.current = null;
    setFrame(null);
    setDrag(null);
  }, [drop]);
  useEscape(drag !== null || frame !== null, cancel);
  const pointOf = (event: React.PointerEvent | React.MouseEvent): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const reachOf = ({ from, held, easeBy }: Press, event: React.PointerEvent) => {
    const { x, y } = pointOf(event);
    // Shift keeps to one way, the longer one.
    const isLevel = event.shiftKey && Math.abs(x - from.x) > Math.abs(y - from.y);
    const isUpright = event.shiftKey && !isLevel && field.valuePerPixel !== 0;
    return {
      seconds: isUpright ? 0 : (x - from.x) / scale,
      value: isLevel ? 0 : -(y - from.y) * field.valuePerPixel,
      ease: easeBy ? easeBy({ x: x - from.x, y: y - from.y }) : null,
      tolerance: (event.altKey && held?.kind === 'move') || isUpright ? 0 : CLING / scale,
    };
  };
  return {
    frame,
    snappedAt: drag?.snappedAt ?? null,
    isDragging: drag !== null,
    down(event: React.PointerEvent): void {
      if (event.button !== 0) return;
      const from = pointOf(event);
      onLane(from);
      event.currentTarget.setPointerCapture?.(event.pointerId);
      const { still } = keys;
      const found = field.under(from);
      if (found && 'held' in found) {
        if (mayEdit)
          press.current = {
            from,
            held: found.held,
            picks: still.picks,
            keyed: still,
            easeBy: found.ease,
            alone: null,
          };
        return;
      }
      if (!found) {
        const picks: Picks = event.shiftKey ? still.picks : new Map();
        if (!event.shiftKey) keys.pick(picks);
        press.current = { from, held: null, picks, keyed: still, easeBy: null, alone: null };
        return;
      }
      const picks = picksAfter(still.picks, found.param, found.place, event.shiftKey);
      keys.pick(picks);
      const alone: Picks | null = event.shiftKey ? null : new Map([[found.param, new Set([found.place])]]);
      const keyed = { lanes: still.lanes, picks };
      const at = still.lanes[found.param]?.[found.place]?.at;
      if (mayEdit && at !== undefined && pickCount(picks) > 0)
        press.current = { from, held: heldBy(keyed, at, event.altKey), picks, keyed, easeBy: null, alone };
    },
    move(event: React.PointerEvent): void {
      const { current } = press;
      if (!current) return;
      const to = pointOf(event);
      const isFar = Math.hypot(to.x - current.from.x, to.y - current.from.y) > STILL;
      if (!isFar && drag === null && frame === null) return;
      if (current.held === null) {
        const drawn = { from: current.from, to };
        setFrame(drawn);
        keys.pick(withPicks(current.picks, field.framed(drawn)));
        return;
      }
      const shown = keysShown(clip, current.keyed, current.held, around, reachOf(current, event));
      setDrag({ snappedAt: shown.snappedAt, keyed: shown.keyed });
      keys.show(shown.keyed);
    },
    end(): void {
      const { current } = press;
      if (!drag && !frame && current?.alone) keys.pick(current.alone);
      if (drag && current?.held) keys.commit(LABELS[current.held.kind], { ok: true, value: drag.keyed });
      press.current = null;
      setFrame(null);
      setDrag(null);
    },
    cancel,
    pointOf,
  };
};
