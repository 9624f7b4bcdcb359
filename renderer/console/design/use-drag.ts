import { useCallback, useMemo, useRef, useState } from 'react';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import { useEscape } from '../escape.ts';
import { shownBy, type Around, type Held, type Reach } from './gesture.ts';
import { HEAD, ROW } from './view.ts';

/** Pointer → drag. It shows what it would do, says it once when it is let go, and Esc leaves it as if it had not been. */
type Options = {
  around: Around;
  scale: number;
  mayEdit: boolean;
  onDone(held: Held, reach: Reach): void;
  onScrub(at: number): void;
};
type Point = { x: number; y: number };
type Press = { held: Held | 'scrub'; from: Point };

/** Pixels: before a press is a drag, of an edge, and within which an edge clings. */
const STILL = 4;
const EDGE = 7;
const CLING = 8;

export const heldAt = (clip: HTMLElement, x: number, ids: ReadonlySet<string>): Held => {
  const id = clip.dataset['clip'] ?? '';
  const { left, right, width } = clip.getBoundingClientRect();
  if (width > 3 * EDGE && x - left <= EDGE) return { kind: 'in', id };
  if (width > 3 * EDGE && right - x <= EDGE) return { kind: 'out', id };
  return { kind: 'move', ids };
};

export const useDrag = ({ around, scale, mayEdit, onDone, onScrub }: Options) => {
  const press = useRef<Press | null>(null);
  const [drag, setDrag] = useState<{ held: Held; reach: Reach } | null>(null);
  const cancel = useCallback(() => {
    press.current = null;
    setDrag(null);
  }, []);
  useEscape(drag !== null, cancel);
  const shown = useMemo(() => (drag ? shownBy(drag.held, around, drag.reach) : null), [drag, around]);
  const reachOf = (from: Point, event: React.PointerEvent): Reach => ({
    seconds: (event.clientX - from.x) / scale,
    tracks: -Math.round((event.clientY - from.y) / ROW),
    tolerance: event.altKey ? 0 : CLING / scale,
  });
  const timeAt = (event: React.PointerEvent): number => {
    const place = event.currentTarget;
    return (event.clientX - place.getBoundingClientRect().left + place.scrollLeft - HEAD) / scale;
  };
  return {
    board: shown?.board ?? (around.board satisfies Board),
    snappedAt: shown?.snappedAt ?? null,
    isDragging: drag !== null,
    begin(held: Held | 'scrub', event: React.PointerEvent): void {
      if (held !== 'scrub' && !mayEdit) return;
      press.current = { held, from: { x: event.clientX, y: event.clientY } };
      event.currentTarget.setPointerCapture?.(event.pointerId);
      if (held === 'scrub') onScrub(timeAt(event));
    },
    move(event: React.PointerEvent): void {
      if (!press.current) return;
      const { held, from } = press.current;
      if (held === 'scrub') return onScrub(timeAt(event));
      const isFar = Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL;
      if (drag !== null || isFar) setDrag({ held, reach: reachOf(from, event) });
    },
    end(event: React.PointerEvent): void {
      const { current } = press;
      if (drag && current && current.held !== 'scrub') onDone(drag.held, reachOf(current.from, event));
      cancel();
    },
    cancel,
  };
};
