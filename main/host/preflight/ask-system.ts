import { execFile } from 'node:child_process';
import { readFile, statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import type { SystemFact, SystemSaid } from '../../../core/preflight/facts.ts';
import { readLinux } from '../../../core/preflight/system/linux.ts';
import { readMac } from '../../../core/preflight/system/macos.ts';
import { readWindows } from '../../../core/preflight/system/windows.ts';

/** Asks the system's own tools, each for a few seconds at most; one that is not there says ''. */
type Ask = (command: string, ...args: string[]) => Promise<string>;
const withinMs = 3000;
const mostBytes = 200_000;

/** Those of Debian and Ubuntu. */
const updaters = ['unattended-upgrades.service', 'apt-daily-upgrade.timer'];
const displayManagers = [
  '/etc/gdm3/custom.conf',
  '/etc/gdm3/daemon.conf',
  '/etc/gdm/custom.conf',
  '/etc/lightdm/lightdm.conf',
  '/etc/sddm.conf',
];
export const nothingSaid: SystemSaid = {
  sleep: 'unknown',
  screensaver: 'unknown',
  nightLight: 'unknown',
  desktop: 'unknown',
  clock: 'unknown',
  notifications: 'unknown',
  updates: 'unknown',
  login: 'unknown',
  autostart: 'unknown',
};

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

/** What each of them said, by its name; all are asked at once. */
const named = async <Asked extends Record<string, Promise<string>>>(
  asked: Asked,
): Promise<Record<keyof Asked, string>> => {
  const all = Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const);
  // The keys are those that came in, which an object made of entries cannot say.
  return Object.fromEntries(await Promise.all(all)) as Record<keyof Asked, string>;
};

const asked = async (ask: Ask, platform: string, now: string): Promise<SystemSaid> => {
  const desktop = String.raw`HKCU\Control Panel\Desktop`;
  const gsettings = (schema: string, key: string) => ask('gsettings', 'get', schema, key);
  const power = (group: string, setting: string) =>
    ask('powercfg', '/query', 'SCHEME_CURRENT', group, setting);
  const registry = (key: string, value: string) => ask('reg', 'query', key, '/v', value);
  const preference = (file: string, key: string) =>
    ask('defaults', 'read', `/Library/Preferences/${file}`, key);
  switch (platform) {
    case 'linux':
      return readLinux(
        await named({
          xset: ask('xset', 'q'),
          idleDelay: gsettings('org.gnome.desktop.session', 'idle-delay'),
          lockEnabled: gsettings('org.gnome.desktop.screensaver', 'lock-enabled'),
          nightLight: gsettings('org.gnome.settings-daemon.plugins.color', 'night-light-enabled'),
          background: gsettings('org.gnome.desktop.background', 'picture-options'),
          backgroundColour: gsettings('org.gnome.desktop.background', 'primary-color'),
          inhibit: ask('systemd-inhibit', '--list', '--no-legend'),
          timedatectl: ask('timedatectl', 'show', '--property=NTPSynchronized', '--value'),
          chrony: ask('chronyc', '-n', 'tracking'),
          banners: gsettings('org.gnome.desktop.notifications', 'show-banners'),
          updates: ask('systemctl', 'is-enabled', ...updaters),
          displayManager: ask('cat', ...displayManagers),
          unit: ask('systemctl', '--user', 'is-enabled', 'frise.service'),
        }),
      );
    case 'win32':
      return readWindows(
        await named({
          standby: power('SUB_SLEEP', 'STANDBYIDLE'),
          video: power('SUB_VIDEO', 'VIDEOIDLE'),
          screensaver: registry(desktop, 'ScreenSaveActive'),
          screensaverFile: registry(desktop, 'SCRNSAVE.EXE'),
          wallpaper: registry(desktop, 'WallPaper'),
          background: registry(String.raw`HKCU\Control Panel\Colors`, 'Background'),
          w32tm: ask('w32tm', '/query', '/status'),
          toasts: registry(
            String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\PushNotifications`,
            'ToastEnabled',
          ),
          updatesPaused: registry(
            String.raw`HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings`,
            'PauseUpdatesExpiryTime',
          ),
          autoLogon: registry(
            String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon`,
            'AutoAdminLogon',
          ),
          tasks: ask('schtasks', '/query', '/fo', 'csv', '/nh'),
        }),
        now,
      );
    case 'darwin':
      return readMac(
        await named({
          pmset: ask('pmset', '-g'),
          assertions: ask('pmset', '-g', 'assertions'),
          screensaver: ask('defaults', '-currentHost', 'read', 'com.apple.screensaver', 'idleTime'),
          sntp: ask('sntp', '-t', '2', 'time.apple.com'),
          updates: preference('com.apple.SoftwareUpdate', 'AutomaticallyInstallMacOSUpdates'),
          loginUser: preference('com.apple.loginwindow', 'autoLoginUser'),
          agents: ask('launchctl', 'list'),
        }),
      );
    default:
      return nothingSaid;
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
  /** ISO UTC. */
  now: string,
  ask: Ask = askTool,
  platform: string = process.platform,
): Promise<SystemFact> => {
  const [said, free, disk] = await Promise.all([asked(ask, platform, now), memoryFree(), diskFree(folder)]);
  return { ...said, diskFree: disk, memoryFree: free };
};
