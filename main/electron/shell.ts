import { app, Menu, screen, type BrowserWindow } from 'electron';
import { machineTime } from '../host/clock.ts';
import type { Options } from '../host/options.ts';
import { createDisplayLabels } from './display-labels.ts';
import { labelsOf, type Language } from './display-label.ts';
import { displayReport, screens, watchDisplays } from './displays.ts';
import { startHostProcess, type Ready } from './host-process.ts';
import { watchFrames } from './frame-watch.ts';
import { askOn, guardWindows } from './guard-windows.ts';
import { reportMachine } from './machine-report.ts';
import { createOutputWindows } from './output-windows.ts';
import type { Placement } from './placement.ts';
import { createQuitGuard, type QuitGuard } from './quit-guard.ts';
import { secure } from './security.ts';
import { openShellLink } from './shell-link.ts';
import { openWindow } from './window.ts';

/** The Electron shell: the host's process, a window per output, the console, the sound. */
export type Shell = {
  end(): Promise<void>;
  openConsole(): void;
  /** Asks where it must be asked. */
  mayQuit(): Promise<boolean>;
};

export const startShell = (options: Options): Shell => {
  let origin: string | null = null;
  let owner = '';
  let console: BrowserWindow | null = null;
  let link: { close(): void } | null = null;
  let hasShown = false;
  let hasCamera = false;
  secure(
    () => origin,
    () => hasCamera,
  );
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const guard = createQuitGuard((question) => {
    if (console === null) openConsole();
    return askOn(() => console)(question);
  });
  guardWindows(guard);
  watchFrames();

  const shown = () => {
    if (hasShown) return;
    hasShown = true;
    process.stderr.write('frise:first-window\n');
  };
  const openConsole = () => {
    if (origin === null) return;
    if (console !== null) return console.focus();
    // The owner's own window. What stands behind the # goes to no server; the page takes it out of its address.
    console = openWindow(`${origin}/console#owner=${owner}`, consoleOptions());
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
    owner = line.owner;
    openWindow(`${line.http}/audio`, { title: 'Frise · sound', width: 400, height: 200, skipTaskbar: true });
    if (options.open) openConsole();
    outputs = openOutputs(line, options, {
      shown,
      closed: quitIfNothingIsSeen,
      linked: (open) => (link = open),
      show: guard.state,
      camera: (isMapped) => (hasCamera = isMapped),
    });
  };
  const host = startHostProcess(options, {
    ready,
    died: () => process.stderr.write('frise: the host died; starting it again\n'),
    failed: (code) => app.exit(code === 0 ? 1 : code),
  });
  return {
    openConsole,
    mayQuit: guard.mayLeave,
    async end() {
      link?.close();
      await host.end();
    },
  };
};

type OutputEvents = {
  shown(): void;
  closed(): void;
  linked(link: { close(): void }): void;
  show: QuitGuard['state'];
  camera(isMapped: boolean): void;
};
/** The outputs' windows, the names of displays without one, and the host that both follow. */
const openOutputs = (line: Ready, options: Options, events: OutputEvents) => {
  const labels = createDisplayLabels();
  let placements: readonly Placement[] = [];
  let language: Language = 'en';
  let untilSeconds = 0;
  const label = () =>
    labels.show(labelsOf(screens(), placements, language), untilSeconds - machineTime.hostSeconds());
  const placement = { windowed: options.windowed, console: options.open };
  const windows = createOutputWindows(line.http, placement, {
    ...events,
    placed(next, places) {
      placements = next;
      link.report(displayReport(), places);
      label();
    },
  });
  const link = openShellLink(line.http, line.owner, {
    outputs: windows.setOutputs,
    show: events.show,
    camera: events.camera,
    identify(seconds, asked) {
      language = asked;
      untilSeconds = machineTime.hostSeconds() + seconds;
      label();
    },
  });
  events.linked(link);
  link.report(displayReport(), []);
  reportMachine(link.machine);
  watchDisplays(windows.refresh, windows.lost);
  return windows;
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
