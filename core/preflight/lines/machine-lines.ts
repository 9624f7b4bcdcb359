import type { PreflightLine } from '../../control/safety.topics.ts';
import type { Known, PreflightFacts } from '../facts.ts';
import { about, failing, lineOf, passing, softened, unset, warning, type Verdict } from '../line.ts';
import type { PreflightCode } from '../preflight.messages.ts';

/** The machine: disk, memory, what would darken or tint the picture by itself, its clock, its graphics card. */
const GB = 1e9;
const MB = 1e6;

const disk = ({ system, settings }: PreflightFacts): Verdict => {
  if (system.diskFree === null) return warning('preflight-disk-unknown');
  const free = system.diskFree / GB;
  return free < settings.diskGb
    ? failing('preflight-disk', { free: free.toFixed(1), wanted: settings.diskGb })
    : passing(`${free.toFixed(0)} GB free`, `${free.toFixed(0)} Go libres`);
};
const memory = ({ system, settings }: PreflightFacts): Verdict => {
  const free = Math.round(system.memoryFree / MB);
  return free < settings.memoryMb
    ? failing('preflight-memory', { free, wanted: settings.memoryMb })
    : passing(`${free} MB free`, `${free} Mo libres`);
};

/** The shell holds both off while it runs, whatever the system is set to. */
const quiet = (known: Known, isHeldOff: boolean, wrong: PreflightCode, unknown: PreflightCode): Verdict => {
  if (known === 'off') return passing('off', 'coupé');
  if (isHeldOff) return passing('held off by Frise', 'retenu par Frise');
  return known === 'on' ? failing(wrong) : warning(unknown);
};

const notSaid = unset('this system does not say: look yourself', 'non dit : à vérifier');
/** What may come over the picture, or end it; on a laptop it may wait. */
const silent = (known: Known, { settings }: PreflightFacts, wrong: PreflightCode): Verdict => {
  if (known === 'unknown') return notSaid;
  return known === 'off' ? passing('off', 'coupé') : softened(!settings.showMachine, failing(wrong));
};
/** What brings the picture back after a power cut, with nobody there. It stops no evening. */
const byItself = (known: Known, { settings }: PreflightFacts, wrong: PreflightCode): Verdict => {
  if (!settings.showMachine) return unset('not a show machine', 'pas une machine de spectacle');
  if (known === 'unknown') return notSaid;
  return known === 'on' ? passing('on', 'actif') : warning(wrong);
};

/** What the public sees while Frise itself is gone. */
const desktop = ({ system, settings }: PreflightFacts): Verdict => {
  if (!settings.showMachine) return unset('not a show machine', 'pas une machine de spectacle');
  if (system.desktop === 'unknown') return notSaid;
  return system.desktop === 'off' ? passing('black', 'noir') : warning('preflight-desktop');
};

const clock = ({ system }: PreflightFacts): Verdict => {
  switch (system.clock) {
    case 'synchronised':
      return passing('synchronised', 'synchronisée');
    case 'adrift':
      return failing('preflight-clock');
    case 'unknown':
      return warning('preflight-clock-unknown');
    default:
      return system.clock satisfies never;
  }
};

const gpu = ({ machine, settings }: PreflightFacts): Verdict => {
  if (machine === null) return unset('no shell runs here', 'aucune application ici');
  const what = machine.gpus.join(', ');
  const isSoftware = /software|disabled|unavailable/.test(machine.compositing);
  if (isSoftware)
    return softened(!settings.showMachine, failing('preflight-gpu', { what: what || machine.compositing }));
  return passing(what === '' ? machine.compositing : what);
};

export const machineLines = (facts: PreflightFacts): PreflightLine[] => {
  const isHeldOff = facts.machine?.blocksSleep ?? false;
  const { sleep, screensaver, nightLight } = facts.system;
  const line = (id: string, en: string, fr: string, verdict: Verdict) =>
    lineOf(about(id, 'machine', en, fr), verdict);
  return [
    line('disk', 'Disk space', 'Espace disque', disk(facts)),
    line('memory', 'Memory', 'Mémoire', memory(facts)),
    line('gpu', 'Graphics card', 'Carte graphique', gpu(facts)),
    line(
      'sleep',
      'Sleep off',
      'Veille coupée',
      quiet(sleep, isHeldOff, 'preflight-sleep', 'preflight-sleep-unknown'),
    ),
    line(
      'screensaver',
      'Screensaver off',
      'Économiseur coupé',
      quiet(screensaver, isHeldOff, 'preflight-screensaver', 'preflight-screensaver-unknown'),
    ),
    line(
      'night-light',
      'Night light off',
      'Éclairage nocturne coupé',
      quiet(nightLight, false, 'preflight-night-light', 'preflight-night-light-unknown'),
    ),
    line('desktop', 'Desktop black', 'Bureau noir', desktop(facts)),
    line(
      'notifications',
      'Notifications off',
      'Notifications coupées',
      silent(facts.system.notifications, facts, 'preflight-notifications'),
    ),
    line(
      'updates',
      'Automatic updates off',
      'Mises à jour automatiques coupées',
      silent(facts.system.updates, facts, 'preflight-updates'),
    ),
    line(
      'login',
      'Logs in by itself',
      'Session ouverte seule',
      byItself(facts.system.login, facts, 'preflight-login'),
    ),
    line(
      'autostart',
      'Frise starts by itself',
      'Frise démarre seul',
      byItself(facts.system.autostart, facts, 'preflight-autostart'),
    ),
    line('clock', 'Clock synchronised', 'Horloge synchronisée', clock(facts)),
  ];
};
