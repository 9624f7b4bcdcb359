import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { Resolved } from '../../../core/playback/resolve.ts';

/**
 * One loop for all digits of the page: the plan is resolved once an animation frame and told to those who write it. It
 * stands still while nobody listens and while the browser hides the page.
 */
export type Frame = { show: CompiledShow; resolved: Resolved };
export interface Ticker {
  /** Of the last animation frame, or of now when none has come yet. */
  latest(): Frame | null;
  listen(listener: (frame: Frame | null) => void): () => void;
}

export const createTicker = (read: () => Frame | null): Ticker => {
  const listeners = new Set<(frame: Frame | null) => void>();
  let frame: Frame | null = null;
  let handle: number | null = null;
  const tick = (): void => {
    handle = listeners.size > 0 ? requestAnimationFrame(tick) : null;
    frame = read();
    for (const listener of listeners) listener(frame);
  };
  return {
    latest: () => (frame ??= read()),
    listen(listener) {
      listeners.add(listener);
      listener((frame = read()));
      handle ??= requestAnimationFrame(tick);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || handle === null) return;
        cancelAnimationFrame(handle);
        handle = null;
      };
    },
  };
};
