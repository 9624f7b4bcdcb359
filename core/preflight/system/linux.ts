import type { Known, SystemFact, SystemSaid } from '../facts.ts';

/** What Linux desktops say, read from the words of their tools; '' : the tool is not there or said nothing. */
export type LinuxSaid = {
  /** `xset q` */
  xset: string;
  /** `gsettings get org.gnome.desktop.session idle-delay` */
  idleDelay: string;
  /** `gsettings get org.gnome.desktop.screensaver lock-enabled` */
  lockEnabled: string;
  /** `gsettings get org.gnome.settings-daemon.plugins.color night-light-enabled` */
  nightLight: string;
  /** `gsettings get org.gnome.desktop.background picture-options` */
  background: string;
  /** `gsettings get org.gnome.desktop.background primary-color` */
  backgroundColour: string;
  /** `systemd-inhibit --list --no-legend` */
  inhibit: string;
  /** `timedatectl show --property=NTPSynchronized --value` */
  timedatectl: string;
  /** `chronyc -n tracking` */
  chrony: string;
  /** `gsettings get org.gnome.desktop.notifications show-banners` */
  banners: string;
  /** `systemctl is-enabled` of Debian's timers and services of updates: a word a line */
  updates: string;
  /** The settings of GDM, LightDM and SDDM, one behind the other */
  displayManager: string;
  /** `systemctl --user is-enabled frise.service` */
  unit: string;
};

/** `on` is the fault: one that says on outweighs one that says off. */
const worst = (all: Known[]): Known => (all.includes('on') ? 'on' : all.includes('off') ? 'off' : 'unknown');

/** `DPMS is Enabled` with a time of more than 0 seconds for one of its stages. */
const dpms = (xset: string): Known => {
  if (/DPMS is Disabled|Server does not have the DPMS/i.test(xset)) return 'off';
  if (!/DPMS is Enabled/i.test(xset)) return 'unknown';
  const times = /Standby:\s*(\d+)\s+Suspend:\s*(\d+)\s+Off:\s*(\d+)/.exec(xset);
  return times?.slice(1).every((seconds) => Number(seconds) === 0) ? 'off' : 'on';
};
const xScreensaver = (xset: string): Known => {
  const timeout = /Screen Saver:[\s\S]*?timeout:\s*(\d+)/.exec(xset)?.[1];
  if (timeout === undefined) return 'unknown';
  return timeout === '0' ? 'off' : 'on';
};
const idle = (text: string): Known => {
  const seconds = /uint32 (\d+)/.exec(text)?.[1];
  if (seconds === undefined) return 'unknown';
  return seconds === '0' ? 'off' : 'on';
};
const flag = (text: string): Known => {
  const word = text.trim();
  return word === 'true' ? 'on' : word === 'false' ? 'off' : 'unknown';
};
/** One plain colour, black. */
const desktopOf = (picture: string, colour: string): Known => {
  if (picture.trim() === '' || colour.trim() === '') return 'unknown';
  const isBlack = /^'(?:#0{3,12}|black|rgb\(0, ?0, ?0\))'$/i.test(colour.trim());
  return picture.trim() === "'none'" && isBlack ? 'off' : 'on';
};
/** A blocking lock on idle or sleep, whoever holds it. */
const isInhibited = (text: string): boolean =>
  text.split('\n').some((line) => /\b(?:idle|sleep)\b/.test(line) && /\bblock\s*$/.test(line));
const clockOf = (timedatectl: string, chrony: string): SystemFact['clock'] => {
  if (/^yes/i.test(timedatectl.trim()) || /Leap status\s*:\s*Normal/.test(chrony)) return 'synchronised';
  if (/^no/i.test(timedatectl.trim()) || /Leap status\s*:\s*Not synchronised/.test(chrony)) return 'adrift';
  return 'unknown';
};

/** Words of `systemctl is-enabled`; what is not there cannot start. */
const enabled = (text: string): Known => {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0) return 'unknown';
  return words.some((word) => word.startsWith('enabled')) ? 'on' : 'off';
};
const autoLogin = (settings: string): Known => {
  if (settings.trim() === '') return 'unknown';
  const isOn =
    /^\s*AutomaticLoginEnable\s*=\s*true\s*$/im.test(settings) ||
    /^[ \t]*autologin-user[ \t]*=[ \t]*\S/m.test(settings) ||
    /^[ \t]*\[Autologin\][^[]*?^[ \t]*User[ \t]*=[ \t]*\S/m.test(settings);
  return isOn ? 'on' : 'off';
};

export const readLinux = (said: LinuxSaid): SystemSaid => {
  const sleeps = worst([dpms(said.xset), idle(said.idleDelay)]);
  // Without an idle delay the lock screen never comes on by itself.
  const locks: Known = idle(said.idleDelay) === 'off' ? 'off' : flag(said.lockEnabled);
  return {
    sleep: isInhibited(said.inhibit) ? 'off' : sleeps,
    screensaver: worst([xScreensaver(said.xset), locks]),
    nightLight: flag(said.nightLight),
    desktop: desktopOf(said.background, said.backgroundColour),
    clock: clockOf(said.timedatectl, said.chrony),
    notifications: flag(said.banners),
    updates: enabled(said.updates),
    login: autoLogin(said.displayManager),
    autostart: enabled(said.unit),
  };
};
