import { app, BrowserWindow } from 'electron';
import { machineTime } from '../host/clock.ts';

/**
 * Ends a GPU process that hangs: a shader that never ends, a driver that waits for ever. All windows stand still then,
 * though their pages answer. Chromium watches it too, but not where it draws in software, and not every driver lets it
 * see. The next GPU process draws all pages anew (see renderer/output/screen.ts).
 */
const everyMs = 1000;
/** Without a frame in any window that is to be seen; a GPU process that is new builds every shader first. */
const silentMs = 20_000;
const newMs = 60_000;

const ASK = `new Promise((seen) => requestAnimationFrame(() => seen(true)))`;
const isSeen = (window: BrowserWindow): boolean => window.isVisible() && !window.isMinimized();

export const watchFrames = (): void => {
  /** Windows whose answer is still out. */
  const asked = new Set<number>();
  let quietMs = 0;
  let isNew = true;
  const fresh = (): void => {
    asked.clear();
    [quietMs, isNew] = [0, true];
  };
  const ask = (window: BrowserWindow): void => {
    const { id } = window;
    if (asked.has(id)) return;
    asked.add(id);
    window.webContents
      .executeJavaScript(ASK)
      .then(
        () => {
          [quietMs, isNew] = [0, false];
        },
        () => undefined, // the page went while it was asked; window.ts loads it again
      )
      .finally(() => asked.delete(id));
  };
  const endGpu = (): void => {
    const gpu = app.getAppMetrics().find(({ type }) => type === 'GPU');
    fresh();
    if (!gpu) return;
    process.stderr.write('frise: no window gets a frame; ending the GPU process\n');
    try {
      process.kill(gpu.pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  };
  const look = (): void => {
    machineTime.timer(everyMs, look);
    const seen = BrowserWindow.getAllWindows().filter((window) => !window.isDestroyed() && isSeen(window));
    const pages = seen.filter(
      ({ webContents }) => !webContents.isCrashed() && !webContents.isLoadingMainFrame(),
    );
    if (pages.length === 0) return fresh();
    pages.forEach(ask);
    quietMs += everyMs;
    if (quietMs > (isNew ? newMs : silentMs)) endGpu();
  };
  app.on('child-process-gone', (_event, { type }) => {
    if (type === 'GPU') fresh();
  });
  machineTime.timer(everyMs, look);
};
