import './host/node18-compat.ts';
import { app } from 'electron';
import { join } from 'node:path';
import { parseOptions } from './host/options.ts';
import { quietStreams } from './host/quiet-streams.ts';
import { KEEP, keepRunning } from './electron/keeper.ts';
import { listenForFiles } from './electron/opened-file.ts';
import { startShell, type Shell } from './electron/shell.ts';

/**
 * The Electron shell's entry: flags, switches, one instance a station, and the way out. stdout carries the ready line
 * alone.
 */
quietStreams();
// Installed, the shows lie beside the archive: the host reads their media as plain files.
const shows = join(app.isPackaged ? process.resourcesPath : join(__dirname, '../..'), 'shows');
const opened = listenForFiles(app);
const parse = () => parseOptions(opened.argumentsOf(process.argv.slice(1)), shows, process.env);
const parsed = parse();

// The ground of a window that has not drawn yet is the desktop theme's: on a wall, a white flash.
if (process.platform === 'linux') process.env['GTK_THEME'] ??= 'HighContrastInverse';

// Without these the second crash of the GPU process leaves every window without WebGL until a restart.
app.disableDomainBlockingFor3DAPIs();
app.commandLine.appendSwitch('disable-gpu-process-crash-limit');
app.commandLine.appendSwitch('force-color-profile', 'srgb');
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');

const refuse = (message: string): void => {
  process.stderr.write(`frise: ${message}\n`);
  app.exit(2);
};

/** Listening anew takes the signal back from who took it since. */
const listenForSignals = (end: () => void): void => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.off(signal, end);
    process.on(signal, end);
  }
};

const start = (): void => {
  if (!parsed.ok) return refuse(parsed.message);
  const options = parsed.value;
  app.setPath('userData', join(options.station, 'electron'));
  if (!app.requestSingleInstanceLock())
    return refuse(`${options.station} is in use by a Frise that is running; its console comes to the front.`);
  let shell: Shell | null = null;
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    void (shell?.end() ?? Promise.resolve()).finally(() => app.exit(0));
  };
  listenForSignals(end);
  // Electron would put a dialog box over the show.
  process.on('uncaughtException', (error) =>
    process.stderr.write(`frise: fault: ${error.stack ?? error.message}\n`),
  );
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (shell === null) return end();
    // Closing the last window asks there already, and quits by this way, too.
    void shell.mayQuit().then((leaves) => leaves && end());
    return undefined;
  });
  // The sound page has a hidden window of its own; what is seen decides (see shell.ts).
  app.on('window-all-closed', () => undefined);
  app.on('second-instance', () => shell?.openConsole());
  void app.whenReady().then(() => {
    // Chromium has taken SIGTERM for itself meanwhile, and would ask as for a window: a supervisor is not asked.
    listenForSignals(end);
    // macOS has told by now what was double-clicked.
    const complete = parse();
    if (!complete.ok) return refuse(complete.message);
    if (!isEnding) shell = startShell(complete.value);
    opened.laterTo((path) => {
      process.stderr.write(
        `frise: ${path} is not opened, since ${complete.value.show} is. Quit Frise, then open it.\n`,
      );
      shell?.openConsole();
    });
    return undefined;
  });
};

if (process.argv.includes(KEEP)) keepRunning(app);
else start();
