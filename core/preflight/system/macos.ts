import type { Known, SystemFact, SystemSaid } from '../facts.ts';

/** What macOS says. Night Shift, Focus and network time are told to administrators alone, or to nobody. */
export type MacSaid = {
  /** `pmset -g` */
  pmset: string;
  /** `pmset -g assertions` */
  assertions: string;
  /** `defaults -currentHost read com.apple.screensaver idleTime` */
  screensaver: string;
  /** `sntp -t 2 time.apple.com`: the offset. */
  sntp: string;
  /** `defaults read /Library/Preferences/com.apple.SoftwareUpdate AutomaticallyInstallMacOSUpdates` */
  updates: string;
  /** `defaults read /Library/Preferences/com.apple.loginwindow autoLoginUser`: a name, or nothing where there is none */
  loginUser: string;
  /** `launchctl list`: the agents that are loaded */
  agents: string;
};

const minutes = (pmset: string, what: string): number | null => {
  const found = new RegExp(`^\\s*${what}\\s+(\\d+)`, 'm').exec(pmset)?.[1];
  return found === undefined ? null : Number(found);
};
const isAsserted = (text: string): boolean => /^\s*PreventUserIdleDisplaySleep\s+1/m.test(text);
const sleepOf = (pmset: string, assertions: string): Known => {
  if (isAsserted(assertions)) return 'off';
  const times = [minutes(pmset, 'sleep'), minutes(pmset, 'displaysleep')];
  if (times.some((time) => time !== null && time > 0)) return 'on';
  return times.every((time) => time === 0) ? 'off' : 'unknown';
};
const screensaverOf = (text: string): Known => {
  const seconds = /^\s*(\d+)\s*$/.exec(text)?.[1];
  if (seconds === undefined) return 'unknown';
  return seconds === '0' ? 'off' : 'on';
};
/** A machine that is within this of the server is as good as synchronised. */
const NEAR_SECONDS = 1;
const clockOf = (text: string): SystemFact['clock'] => {
  const offset = /([+-]\d+\.\d+)\s+\+\/-/.exec(text)?.[1];
  if (offset === undefined) return 'unknown';
  return Math.abs(Number(offset)) < NEAR_SECONDS ? 'synchronised' : 'adrift';
};

const flag = (text: string): Known => {
  const word = text.trim();
  return word === '1' ? 'on' : word === '0' ? 'off' : 'unknown';
};
const agentOf = (agents: string): Known => {
  if (agents.trim() === '') return 'unknown';
  return agents.includes('io.github.frise.app') ? 'on' : 'off';
};

export const readMac = (said: MacSaid): SystemSaid => ({
  sleep: sleepOf(said.pmset, said.assertions),
  screensaver: screensaverOf(said.screensaver),
  nightLight: 'unknown',
  // Kept in a data base that other programs may not read.
  desktop: 'unknown',
  clock: clockOf(said.sntp),
  notifications: 'unknown',
  updates: flag(said.updates),
  login: said.loginUser.trim() === '' ? 'unknown' : 'on',
  autostart: agentOf(said.agents),
});
