import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/**
 * The page's own time: it draws the preview and moves no output. Runs on the browser's frames, from their own times;
 * forwards and backwards, at once, twice, four times the speed (J K L), and round between two points where they are set.
 */
export type Loop = { from: number; to: number };
export type Playhead = {
  at: number;
  /** Seconds a second; 0: it stands. */
  rate: number;
  isPlaying: boolean;
  /** In and out; null: not set. */
  marks: { from: number | null; to: number | null };
  /** Between which it goes round. */
  loop: Loop | null;
  put(at: number): void;
  toggle(): void;
  /** J and L: each press the same way doubles, the other way turns round. */
  shuttle(way: 1 | -1): void;
  stop(): void;
  mark(which: 'from' | 'to'): void;
  clearMarks(): void;
};
const FASTEST = 8;
type Marks = Playhead['marks'];
const NO_MARKS: Marks = { from: null, to: null };

/** An out before its in, or on it, takes the place of the other mark. */
const marked = (marks: Marks, which: 'from' | 'to', at: number): Marks => {
  const next = { ...marks, [which]: at };
  if (next.from === null || next.to === null || next.from < next.to) return next;
  return which === 'from' ? { from: at, to: null } : { from: null, to: at };
};
export const shuttled = (rate: number, way: 1 | -1): number =>
  Math.sign(rate) === way ? Math.min(FASTEST, Math.abs(rate) * 2) * way : way;

export const usePlayhead = (duration: number): Playhead => {
  const [at, setAt] = useState(0);
  const [rate, setRate] = useState(0);
  const [marks, setMarks] = useState(NO_MARKS);
  const here = useRef(0);
  const { from, to } = marks;
  const loop = useMemo(
    () => (from === null && to === null ? null : { from: from ?? 0, to: Math.min(to ?? duration, duration) }),
    [from, to, duration],
  );
  const put = useCallback(
    (next: number) => {
      here.current = Math.min(duration, Math.max(0, next));
      setAt(here.current);
    },
    [duration],
  );
  useEffect(() => {
    if (rate === 0) return undefined;
    let before: number | null = null;
    let handle = requestAnimationFrame(function next(ms) {
      const was = here.current;
      put(round(was, was + (before === null ? 0 : ((ms - before) / 1000) * rate), loop));
      before = ms;
      const isOver = loop === null && (rate > 0 ? here.current >= duration : here.current <= 0);
      if (isOver) setRate(0);
      else handle = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(handle);
  }, [rate, duration, put, loop]);
  const actions = useMemo(
    () => ({
      put,
      toggle: () => setRate((was) => (was === 0 ? 1 : 0)),
      shuttle: (way: 1 | -1) => setRate((was) => shuttled(was, way)),
      stop: () => setRate(0),
      mark: (which: 'from' | 'to') => setMarks((was) => marked(was, which, here.current)),
      clearMarks: () => setMarks(NO_MARKS),
    }),
    [put],
  );
  return { at, rate, isPlaying: rate !== 0, marks, loop, ...actions };
};

/** A step that crosses the loop's end comes in at its other side; one that was outside already goes on. */
const round = (was: number, next: number, loop: Loop | null): number => {
  if (loop === null || loop.to <= loop.from) return next;
  if (was <= loop.to && next > loop.to) return loop.from;
  return was >= loop.from && next < loop.from ? loop.to : next;
};
