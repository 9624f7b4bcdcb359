import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { machineTime } from '../host/clock.ts';
import { PAGE_BEGAN } from '../../core/control/page-began.ts';
import { watchPage } from './watchdog.ts';

/**
 * One window on one of the host's pages, kept alive: a page that died, hangs or couldn't be loaded is loaded again, and
 * meanwhile the window is black. A host that dies behind the HTML leaves a page without its scripts, which is loaded for
 * the browser and dead for the wall: a page says that it began.
 */
const firstWaitMs = 50;
const longestWaitMs = 5000;

export const openWindow = (url: string, options: BrowserWindowConstructorOptions): BrowserWindow => {
  const window = new BrowserWindow({
    backgroundColor: '#000',
    show: false,
    ...options,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
      spellcheck: false,
    },
  });
  keepAlive(window, url);
  watchPage(window.webContents);
  load(window, url);
  return window;
};

const load = (window: BrowserWindow, url: string) => {
  window.loadURL(url).catch(() => undefined); // said by 'did-fail-load', which tries again
};

/** What stands behind the # is for the page alone. */
const withoutSecret = (url: string): string => url.replace(/#.*$/, '');

const keepAlive = (window: BrowserWindow, url: string) => {
  const { webContents } = window;
  let waiting: (() => void) | null = null;
  let waitMs = firstWaitMs;
  let isOurs = false;
  const again = (why: string) => {
    isOurs = false;
    process.stderr.write(`frise: ${withoutSecret(url)}: ${why}; loading it again\n`);
    waiting?.();
    waiting = machineTime.timer(waitMs, () => {
      if (!window.isDestroyed()) load(window, url);
    });
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  };
  webContents.on('render-process-gone', (_event, { reason }) => again(`page gone (${reason})`));
  webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    // −3: replaced by another load.
    if (isMainFrame && code !== -3) again(description);
  });
  webContents.on('did-navigate', (_event, _url, status) => {
    if (status >= 500) again(`answered ${status}`);
    else isOurs = true;
  });
  // Fired once the scripts of the page have run, or are given up.
  webContents.on('did-finish-load', () => {
    webContents.executeJavaScript(PAGE_BEGAN).then(
      (began) => {
        if (began === true) waitMs = firstWaitMs;
        else if (isOurs) again('came without its scripts');
      },
      () => undefined, // the page went while it was asked; that is said elsewhere
    );
  });
  window.on('closed', () => {
    waiting?.();
  });
};
