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
