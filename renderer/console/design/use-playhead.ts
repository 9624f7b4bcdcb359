import { useCallback, useEffect, useRef, useState } from 'react';

/** The page's own time: it draws the preview and moves no output. Runs on the browser's frames, from their own times. */
export type Playhead = { at: number; isPlaying: boolean; put(at: number): void; toggle(): void };

export const usePlayhead = (duration: number): Playhead => {
  const [at, setAt] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const here = useRef(0);
  const set = useCallback(
    (next: number) => {
      here.current = Math.min(duration, Math.max(0, next));
      setAt(here.current);
    },
    [duration],
  );
  useEffect(() => {
    if (!isPlaying) return undefined;
    let before: number | null = null;
    let handle = requestAnimationFrame(function next(ms) {
      set(here.current + (before === null ? 0 : (ms - before) / 1000));
      before = ms;
      if (here.current >= duration) setPlaying(false);
      else handle = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(handle);
  }, [isPlaying, duration, set]);
  const toggle = useCallback(() => setPlaying((was) => !was), []);
  return { at, isPlaying, put: set, toggle };
};
