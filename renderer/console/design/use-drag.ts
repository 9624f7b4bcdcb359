import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '../../../core/show/timeline-edit/board.ts';
import { clipsIn } from '../../../core/show/timeline-edit/marquee.ts';
import { useEscape } from '../escape.ts';
import { shownBy, type Around, type Held, type Reach } from './gesture.ts';
import { HEAD, ROW, RULER } from './view.ts';

/**
 * Pointer → drag. It shows what it would do, says it once when it is let go, and Esc leaves it as if it had not been.
 * Places are pixels of the whole scrolled board, so a drag goes on while the board runs under the hand at its edge.
 */
type Options = {
  place: React.RefObject<HTMLDivElement | null>;
  around: Around;
  scale: number;
  mayEdit: boolean;
  onDone(held: Held, reach: Reach): void;
  onScrub(at: number): void;
  /** Clips that a rectangle touches, while it is drawn. */
  onMarquee(ids: ReadonlySet<string>, isMore: boolean): void;
};
type Point = { x: number; y: number };
type Wanted = Held | 'scrub' | 'marquee';
type Press = { held: Wanted; from: Point; last: { x: number; y: number; alt: boolean; shift: boolean } };
export type Box = { left: number; top: number; width: number; height: number };

/** Pixels: before a press is a drag, of an edge, within which an edge clings, and at the rim where the board runs. */
const STILL = 4;
const EDGE = 7;
export const CLING = 8;
const RIM = 36;

export const heldAt = (clip: HTMLElement, x: number, ids: ReadonlySet<string>): Held => {
  const id = clip.dataset['clip'] ?? '';
  const { left, right, width } = clip.getBoundingClientRect();
  if (width > 3 * EDGE && x - left <= EDGE) return { kind: 'in', id };
  if (width > 3 * EDGE && right - x <= EDGE) return { kind: 'out', id };
  return { kind: 'move', ids };
};

/** Pixels a frame that the board runs, the faster the nearer the hand is to its edge. */
const run = (at: number, low: number, high: number): number => {
  if (high - low < 3 * RIM) return 0;
  if (at < low + RIM) return -Math.min(RIM, low + RIM - at) / 2;
  return at > high - RIM ? Math.min(RIM, at - high + RIM) / 2 : 0;
};

const boxOf = (a: Point, b: Point): Box => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

export const useDrag = ({ place, around, scale, mayEdit, onDone, onScrub, onMarquee }: Options) => {
  const press = useRef<Press | null>(null);
  const [drag, setDrag] = useState<{ held: Held; reach: Reach } | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  const cancel = useCallback(() => {
    press.current = null;
    setDrag(null);
    setBox(null);
  }, []);
  useEscape(drag !== null || box !== null, cancel);
  const shown = useMemo(() => (drag ? shownBy(drag.held, around, drag.reach) : null), [drag, around]);

  const pointOf = ({ x, y }: Point): Point => {
    const { current } = place;
    const { left, top } = current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: x - left + (current?.scrollLeft ?? 0), y: y - top + (current?.scrollTop ?? 0) };
  };
  const reachOf = (from: Point, { last }: Press): Reach => {
    const { x, y } = pointOf(last);
    return {
      seconds: (x - from.x) / scale,
      tracks: -Math.round((y - from.y) / ROW),
      tolerance: last.alt ? 0 : CLING / scale,
    };
  };
  const marquee = (now: Press): void => {
    const next = boxOf(now.from, pointOf(now.last));
    setBox(next);
    const top = around.board.tracks.length - 1;
    const row = (y: number): number => top - Math.floor((y - RULER) / ROW);
    const ids = clipsIn(around.board, {
      from: (next.left - HEAD) / scale,
      to: (next.left + next.width - HEAD) / scale,
      low: row(next.top + next.height),
      high: row(next.top),
    });
    onMarquee(ids, now.last.shift);
  };
  const follow = (now: Press): void => {
    const { held, from } = now;
    if (held === 'scrub') return onScrub((pointOf(now.last).x - HEAD) / scale);
    const { x, y } = pointOf(now.last);
    const isUnderWay = held === 'marquee' ? box !== null : drag !== null;
    if (!isUnderWay && Math.hypot(x - from.x, y - from.y) <= STILL) return;
    if (held === 'marquee') marquee(now);
    else setDrag({ held, reach: reachOf(from, now) });
  };
  useRunning(place, press, follow, drag !== null || box !== null);

  return {
    board: shown?.board ?? (around.board satisfies Board),
    snappedAt: shown?.snappedAt ?? null,
    isDragging: drag !== null,
    box,
    begin(held: Wanted, event: React.PointerEvent): void {
      if (held !== 'scrub' && held !== 'marquee' && !mayEdit) return;
      const last = lastOf(event);
      press.current = { held, from: pointOf(last), last };
      event.currentTarget.setPointerCapture?.(event.pointerId);
      if (held === 'scrub') follow(press.current);
    },
    move(event: React.PointerEvent): void {
      if (!press.current) return;
      press.current.last = lastOf(event);
      follow(press.current);
    },
    end(event: React.PointerEvent): void {
      const { current } = press;
      if (drag && current && current.held !== 'scrub' && current.held !== 'marquee') {
        current.last = lastOf(event);
        onDone(drag.held, reachOf(current.from, current));
      }
      cancel();
    },
    cancel,
  };
};

const lastOf = ({ clientX, clientY, altKey, shiftKey }: React.PointerEvent): Press['last'] => ({
  x: clientX,
  y: clientY,
  alt: altKey,
  shift: shiftKey,
});

/** While something is dragged to the rim, the board runs, also when the hand rests there. */
const useRunning = (
  place: React.RefObject<HTMLDivElement | null>,
  press: React.RefObject<Press | null>,
  follow: (now: Press) => void,
  isOn: boolean,
): void => {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    let handle = requestAnimationFrame(function step() {
      const { current: board } = place;
      const { current: now } = press;
      if (board && now) {
        const { left, top, right, bottom } = board.getBoundingClientRect();
        const [x, y] = [run(now.last.x, left + HEAD, right), run(now.last.y, top + RULER, bottom)];
        const before = [board.scrollLeft, board.scrollTop];
        board.scrollBy(x, y);
        if (board.scrollLeft !== before[0] || board.scrollTop !== before[1]) latest.current(now);
      }
      handle = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(handle);
  }, [isOn, place, press]);
};
