import { BrowserWindow } from 'electron';
import { machineTime } from '../host/clock.ts';
import { labelPage, type DisplayLabel } from './display-label.ts';

/**
 * While the outputs show their names, displays without an output say who they are: small windows that take no focus and
 * end by themselves.
 */
export interface DisplayLabels {
  /** Replaces what is shown; 0 seconds or no labels: nothing is. */
  show(labels: readonly DisplayLabel[], seconds: number): void;
}
const longestSeconds = 600;

export const createDisplayLabels = (): DisplayLabels => {
  let shown: BrowserWindow[] = [];
  let text = '';
  let stop: () => void = () => undefined;
  const clear = () => {
    stop();
    text = '';
    for (const window of shown.splice(0)) if (!window.isDestroyed()) window.destroy();
  };
  return {
    show(labels, seconds) {
      if (labels.length === 0 || !(seconds > 0)) return clear();
      stop();
      stop = machineTime.timer(Math.min(seconds, longestSeconds) * 1000, clear);
      if (JSON.stringify(labels) === text) return;
      for (const window of shown.splice(0)) if (!window.isDestroyed()) window.destroy();
      text = JSON.stringify(labels);
      shown = labels.map(open);
    },
  };
};

const open = (label: DisplayLabel): BrowserWindow => {
  const window = new BrowserWindow({
    ...label.bounds,
    title: `Frise · ${label.words}`,
    backgroundColor: '#000',
    show: false,
    frame: false,
    resizable: false,
    focusable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    ...(process.platform === 'linux' ? { type: 'dock' } : {}),
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, javascript: false },
  });
  window.once('ready-to-show', () => window.showInactive());
  window.loadURL(labelPage(label)).catch((error: unknown) => {
    process.stderr.write(`frise: the label of a display: ${String(error)}\n`);
  });
  return window;
};
