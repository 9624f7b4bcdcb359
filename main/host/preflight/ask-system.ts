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

const asked = async (ask: Ask, platform: string, now: string): Promise<SystemSaid> => {
  const desktop = String.raw`HKCU\Control Panel\Desktop`;
  const gsettings = (schema: string, key: string) => ask('gsettings', 'get', schema, key);
  const power = (group: string, setting: string) =>
    ask('powercfg', '/query', 'SCHEME_CURRENT', group, setting);
  const registry = (key: string, value: string) => ask('reg', 'query', key, '/v', value);
  const preference = (file: string, key: string) =>
    ask('defaults', 'read', `/Library/Preferences/${file}`, key);
  switch (platform) {
    case 'linux': {
      const [
        xset,
        idleDelay,
        lockEnabled,
        nightLight,
        inhibit,
        timedatectl,
        chrony,
        banners,
        updates,
        displayManager,
        unit,
      ] = await Promise.all([
        ask('xset', 'q'),
        gsettings('org.gnome.desktop.session', 'idle-delay'),
        gsettings('org.gnome.desktop.screensaver', 'lock-enabled'),
        gsettings('org.gnome.settings-daemon.plugins.color', 'night-light-enabled'),
        ask('systemd-inhibit', '--list', '--no-legend'),
        ask('timedatectl', 'show', '--property=NTPSynchronized', '--value'),
        ask('chronyc', '-n', 'tracking'),
        gsettings('org.gnome.desktop.notifications', 'show-banners'),
        ask('systemctl', 'is-enabled', ...updaters),
        ask('cat', ...displayManagers),
        ask('systemctl', '--user', 'is-enabled', 'frise.service'),
      ]);
      return readLinux({
        xset,
        idleDelay,
        lockEnabled,
        nightLight,
        inhibit,
        timedatectl,
        chrony,
        banners,
        updates,
        displayManager,
        unit,
      });
    }
    case 'win32': {
      const [standby, video, screensaver, screensaverFile, w32tm, toasts, updatesPaused, autoLogon, tasks] =
        await Promise.all([
          power('SUB_SLEEP', 'STANDBYIDLE'),
          power('SUB_VIDEO', 'VIDEOIDLE'),
          registry(desktop, 'ScreenSaveActive'),
          registry(desktop, 'SCRNSAVE.EXE'),
          ask('w32tm', '/query', '/status'),
          registry(
            String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\PushNotifications`,
            'ToastEnabled',
          ),
          registry(String.raw`HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings`, 'PauseUpdatesExpiryTime'),
          registry(String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon`, 'AutoAdminLogon'),
          ask('schtasks', '/query', '/fo', 'csv', '/nh'),
        ]);
      const said = {
        standby,
        video,
        screensaver,
        screensaverFile,
        w32tm,
        toasts,
        updatesPaused,
        autoLogon,
        tasks,
      };
      return readWindows(said, now);
    }
    case 'darwin': {
      const [pmset, assertions, screensaver, sntp, updates, loginUser, agents] = await Promise.all([
        ask('pmset', '-g'),
        ask('pmset', '-g', 'assertions'),
        ask('defaults', '-currentHost', 'read', 'com.apple.screensaver', 'idleTime'),
        ask('sntp', '-t', '2', 'time.apple.com'),
        preference('com.apple.SoftwareUpdate', 'AutomaticallyInstallMacOSUpdates'),
        preference('com.apple.loginwindow', 'autoLoginUser'),
        ask('launchctl', 'list'),
      ]);
      return readMac({ pmset, assertions, screensaver, sntp, updates, loginUser, agents });
    }
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
