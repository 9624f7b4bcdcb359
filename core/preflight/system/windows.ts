import type { Known, SystemFact, SystemSaid } from '../facts.ts';

/** What Windows says; its words are translated, its numbers are not: only those are read. */
export type WindowsSaid = {
  /** `powercfg /query SCHEME_CURRENT SUB_SLEEP STANDBYIDLE` */
  standby: string;
  /** `powercfg /query SCHEME_CURRENT SUB_VIDEO VIDEOIDLE` */
  video: string;
  /** `reg query "HKCU\Control Panel\Desktop" /v ScreenSaveActive` */
  screensaver: string;
  /** `reg query "HKCU\Control Panel\Desktop" /v SCRNSAVE.EXE` */
  screensaverFile: string;
  /** `reg query "HKCU\Control Panel\Desktop" /v WallPaper` */
  wallpaper: string;
  /** `reg query "HKCU\Control Panel\Colors" /v Background` */
  background: string;
  /** `w32tm /query /status` */
  w32tm: string;
  /** `reg query HKCU\Software\Microsoft\Windows\CurrentVersion\PushNotifications /v ToastEnabled` */
  toasts: string;
  /** `reg query HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings /v PauseUpdatesExpiryTime` */
  updatesPaused: string;
  /** `reg query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon" /v AutoAdminLogon` */
  autoLogon: string;
  /** `schtasks /query /fo csv /nh`: every task */
  tasks: string;
};

/** The last two numbers are the settings on mains and on battery, in seconds; a show runs on mains. */
const idle = (text: string): Known => {
  const numbers = [...text.matchAll(/:\s*0x([0-9a-f]{8})\b/gi)].map(([, hex]) => parseInt(hex ?? '0', 16));
  const onMains = numbers.at(-2);
  if (onMains === undefined) return 'unknown';
  return onMains === 0 ? 'off' : 'on';
};
const worst = (all: Known[]): Known =>
  all.includes('on') ? 'on' : all.includes('unknown') ? 'unknown' : 'off';

const screensaverOf = (active: string, file: string): Known => {
  const isActive = /REG_SZ\s+(\d)/.exec(active)?.[1];
  if (isActive === '0') return 'off';
  if (isActive === undefined) return 'unknown';
  // Active without a file is the setting "None".
  return /REG_SZ\s+\S+/.test(file) ? 'on' : 'off';
};
/** No picture, and black behind it. */
const desktopOf = (wallpaper: string, background: string): Known => {
  if (!wallpaper.includes('REG_SZ') || !background.includes('REG_SZ')) return 'unknown';
  const hasPicture = /REG_SZ[ \t]+\S/.test(wallpaper);
  return !hasPicture && /REG_SZ\s+0 0 0\b/.test(background) ? 'off' : 'on';
};
/** Leap indicator 3 means not synchronised; it stands first, in every language. */
const clockOf = (text: string): SystemFact['clock'] => {
  const leap = /:\s*([0-3])\s*\(/.exec(text)?.[1];
  if (leap === undefined) return 'unknown';
  return leap === '3' ? 'adrift' : 'synchronised';
};

const dword = (text: string): Known => {
  const hex = /REG_DWORD\s+0x([0-9a-f]+)/i.exec(text)?.[1];
  if (hex === undefined) return 'unknown';
  return parseInt(hex, 16) === 0 ? 'off' : 'on';
};
/** Paused until a day that is still to come; without one the system decides. */
const updatesOf = (text: string, now: string): Known => {
  const until = /REG_SZ\s+(\d{4}-\d\d-\d\dT[\d:]+Z)/.exec(text)?.[1];
  if (until === undefined) return 'unknown';
  return Date.parse(until) > Date.parse(now) ? 'off' : 'on';
};
const logonOf = (text: string): Known => {
  const isOn = /REG_SZ\s+(\d)/.exec(text)?.[1];
  return isOn === undefined ? 'unknown' : isOn === '1' ? 'on' : 'off';
};
const taskOf = (tasks: string): Known => {
  if (tasks.trim() === '') return 'unknown';
  return /^"\\Frise"/m.test(tasks) ? 'on' : 'off';
};

/** `now`: ISO UTC. */
export const readWindows = (said: WindowsSaid, now: string): SystemSaid => ({
  sleep: worst([idle(said.standby), idle(said.video)]),
  screensaver: screensaverOf(said.screensaver, said.screensaverFile),
  // Kept in a binary of the registry whose form changes from version to version.
  nightLight: 'unknown',
  desktop: desktopOf(said.wallpaper, said.background),
  clock: clockOf(said.w32tm),
  notifications: dword(said.toasts),
  updates: updatesOf(said.updatesPaused, now),
  login: logonOf(said.autoLogon),
  autostart: taskOf(said.tasks),
});
