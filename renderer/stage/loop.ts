/**
 * The one place of the pages that asks for animation frames. A tick gets the frame's own time (milliseconds of
 * `performance.now()`), the same in all windows of a vsync. A tick that throws is handed to `failed`; the loop goes on.
 */
export const startLoop = (tick: (pageMs: number) => void, failed: (error: unknown) => void): (() => void) => {
  let handle = 0;
  const run = (pageMs: number): void => {
    handle = requestAnimationFrame(run);
    try {
      tick(pageMs);
    } catch (error) {
      failed(error);
    }
  };
  handle = requestAnimationFrame(run);
  return () => cancelAnimationFrame(handle);
};

/** Milliseconds that work takes between two frames, and that it leaves until the next one. */
const MOST_IDLE = 4;
const LEFT_OVER = 2;
/** Milliseconds after which it is done although the page never was idle. */
const PATIENCE = 150;

/**
 * Calls `work` once, in the time that a frame leaves over. It does a piece, and more pieces as long as `isTime` says so.
 * What it throws is handed to `failed`.
 */
export const whenIdle = (
  work: (isTime: () => boolean) => void,
  failed: (error: unknown) => void,
): (() => void) => {
  const handle = requestIdleCallback(
    (deadline) => {
      const until = Math.max(LEFT_OVER, deadline.timeRemaining() - MOST_IDLE);
      try {
        work(() => deadline.timeRemaining() > until);
      } catch (error) {
        failed(error);
      }
    },
    { timeout: PATIENCE },
  );
  return () => cancelIdleCallback(handle);
};
