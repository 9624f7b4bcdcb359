import { execFile } from 'node:child_process';
import { readFile, statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import type { SystemFact } from '../../../core/preflight/facts.ts';
import { readLinux } from '../../../core/preflight/system/linux.ts';
import { readMac } from '../../../core/preflight/system/macos.ts';
import { readWindows } from '../../../core/preflight/system/windows.ts';

/** Asks the system's own tools, each for a few seconds at most; one that is not there says ''. */
type Ask = (command: string, ...args: string[]) => Promise<string>;
const withinMs = 3000;
const mostBytes = 200_000;

const askTool: Ask = (command, ...args) =>
  new Promise((resolve) => {
    const options = {
      timeout: withinMs,
      maxBuffer: mostBytes,
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    };
    // Some tools say what is asked and end with an error; what was said counts.
    execFile(command, args, options, (_error, stdout) => resolve(stdout));
  });

const asked = async (ask: Ask, platform: string) => {
  const desktop = String.raw`HKCU\Control Panel\Desktop`;
  const gsettings = (schema: string, key: string) => ask('gsettings', 'get', schema, key);
  const power = (group: string, setting: string) =>
    ask('powercfg', '/query', 'SCHEME_CURRENT', group, setting);
  switch (platform) {
    case 'linux': {
      const [xset, idleDelay, lockEnabled, nightLight, inhibit, timedatectl, chrony] = await Promise.all([
        ask('xset', 'q'),
        gsettings('org.gnome.desktop.session', 'idle-delay'),
        gsettings('org.gnome.desktop.screensaver', 'lock-enabled'),
        gsettings('org.gnome.settings-daemon.plugins.color', 'night-light-enabled'),
        ask('systemd-inhibit', '--list', '--no-legend'),
        ask('timedatectl', 'show', '--property=NTPSynchronized', '--value'),
        ask('chronyc', '-n', 'tracking'),
      ]);
      return readLinux({ xset, idleDelay, lockEnabled, nightLight, inhibit, timedatectl, chrony });
    }
    case 'win32': {
      const [standby, video, screensaver, screensaverFile, w32tm] = await Promise.all([
        power('SUB_SLEEP', 'STANDBYIDLE'),
        power('SUB_VIDEO', 'VIDEOIDLE'),
        ask('reg', 'query', desktop, '/v', 'ScreenSaveActive'),
        ask('reg', 'query', desktop, '/v', 'SCRNSAVE.EXE'),
        ask('w32tm', '/query', '/status'),
      ]);
      return readWindows({ standby, video, screensaver, screensaverFile, w32tm });
    }
    case 'darwin': {
      const [pmset, assertions, screensaver, sntp] = await Promise.all([
        ask('pmset', '-g'),
        ask('pmset', '-g', 'assertions'),
        ask('defaults', '-currentHost', 'read', 'com.apple.screensaver', 'idleTime'),
        ask('sntp', '-t', '2', 'time.apple.com'),
      ]);
      return readMac({ pmset, assertions, screensaver, sntp });
    }
    default:
      return { sleep: 'unknown', screensaver: 'unknown', nightLight: 'unknown', clock: 'unknown' } as const;
  }
};

/** What Linux could give a program now; its `free` leaves out what a cache would give back. */
const memoryFree = async (): Promise<number> => {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const kilobytes = /^MemAvailable:\s+(\d+) kB/m.exec(text)?.[1];
  return kilobytes === undefined ? freemem() : Number(kilobytes) * 1024;
};
const diskFree = async (folder: string): Promise<number | null> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null; // the line says so
  }
};

export const askSystem = async (
  folder: string,
  ask: Ask = askTool,
  platform: string = process.platform,
): Promise<SystemFact> => {
  const [said, free, disk] = await Promise.all([asked(ask, platform), memoryFree(), diskFree(folder)]);
  return { ...said, diskFree: disk, memoryFree: free };
};
