import { app, Menu, powerSaveBlocker, screen, type BrowserWindow } from 'electron';
import type { Options } from '../host/options.ts';
import { displayReport, watchDisplays } from './displays.ts';
import { startHostProcess, type Ready } from './host-process.ts';
import { createOutputWindows } from './output-windows.ts';
import { secure } from './security.ts';
import { openShellLink } from './shell-link.ts';
import { openWindow } from './window.ts';

/** The Electron shell: the host's process, a window per output, the console, the sound. */
export type Shell = { end(): Promise<void>; openConsole(): void };

export const startShell = (options: Options): Shell => {
  let origin: string | null = null;
  let console: BrowserWindow | null = null;
  let link: { close(): void } | null = null;
  let hasShown = false;
  secure(() => origin);
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  powerSaveBlocker.start('prevent-display-sleep');

  const shown = () => {
    if (hasShown) return;
    hasShown = true;
    process.stderr.write('frise:first-window\n');
  };
  const openConsole = () => {
    if (origin === null) return;
    if (console !== null) return console.focus();
    console = openWindow(`${origin}/console`, consoleOptions());
    console.once('ready-to-show', () => {
      console?.show();
      shown();
    });
    console.once('closed', () => {
      console = null;
      quitIfNothingIsSeen();
    });
  };
  let outputs: ReturnType<typeof createOutputWindows> | null = null;
  const quitIfNothingIsSeen = () => {
    if (console === null && (outputs?.count() ?? 0) === 0) app.quit();
  };
  const ready = (line: Ready) => {
    process.stdout.write(`${JSON.stringify(line)}\n`);
    origin = line.http;
    const placement = { windowed: options.windowed, console: options.open };
    const windows = createOutputWindows(line.http, placement, shown, quitIfNothingIsSeen);
    outputs = windows;
    openWindow(`${line.http}/audio`, { title: 'Frise · sound', width: 400, height: 200, skipTaskbar: true });
    if (options.open) openConsole();
    const shell = openShellLink(line.http, line.owner, windows.setOutputs);
    link = shell;
    shell.report(displayReport());
    watchDisplays(() => {
      windows.refresh();
      shell.report(displayReport());
    });
  };
  const host = startHostProcess(options, {
    ready,
    died: () => process.stderr.write('frise: the host died; starting it again\n'),
    failed: (code) => app.exit(code === 0 ? 1 : code),
  });
  return {
    openConsole,
    async end() {
      link?.close();
      await host.end();
    },
  };
};

const consoleOptions = () => {
  const { x, y, width, height } = screen.getPrimaryDisplay().workArea;
  return {
    title: 'Frise',
    x: x + Math.max(0, Math.round((width - 1440) / 2)),
    y: y + Math.max(0, Math.round((height - 900) / 2)),
    width: Math.min(1440, width),
    height: Math.min(900, height),
    autoHideMenuBar: true,
  };
};
