import type { WebContents } from 'electron';
import { machineTime } from '../host/clock.ts';

/**
 * Ends a page that answers nothing any more: an endless loop, a shader that never ends. Chromium itself asks only while
 * somebody clicks or types, which nobody does on an output. Who reloads a page that died then finds it gone.
 */
const everyMs = 1000;
/** A page that has been answering. Its last picture stands meanwhile. */
const silentMs = 8000;
/** A page that is being loaded builds its whole stage: shaders take long on a slow card. */
const loadingMs = 45_000;

export const watchPage = (contents: WebContents): void => {
  let asked = 0;
  let answered = 0;
  let waitedMs = 0;
  let isNew = true;
  const fresh = (): void => {
    [asked, answered, waitedMs, isNew] = [0, 0, 0, true];
  };
  const ask = (): void => {
    const mine = (asked += 1);
    contents.executeJavaScript('0').then(
      () => {
        if (mine > asked) return;
        [answered, waitedMs, isNew] = [mine, 0, false];
      },
      () => undefined, // the page went while it was asked; that is said elsewhere
    );
  };
  const look = (): void => {
    if (contents.isDestroyed()) return;
    machineTime.timer(everyMs, look);
    if (contents.isCrashed() || contents.isDevToolsOpened() || contents.isLoadingMainFrame()) return fresh();
    if (asked === answered) return ask();
    waitedMs += everyMs;
    if (waitedMs < (isNew ? loadingMs : silentMs)) return;
    process.stderr.write(`frise: ${new URL(contents.getURL()).pathname}: hangs; ending it\n`);
    fresh();
    contents.forcefullyCrashRenderer();
  };
  contents.on('did-start-loading', fresh);
  machineTime.timer(everyMs, look);
};
