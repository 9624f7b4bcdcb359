/**
 * One child at a time, and the signals that are meant for it: SIGINT, SIGTERM and SIGHUP are passed on once, and a child
 * that hasn't ended ten seconds later is made to. A child has a group of its own where the system knows groups, so that a
 * terminal's Ctrl-C reaches it once.
 */
import { spawn } from 'node:child_process';

const patienceMs = 10_000;
let current = null;
let asked = null;

/** Whether someone has asked the launcher to end. */
export const isEnding = () => asked !== null;

function pass(signal) {
  if (asked !== null) return;
  asked = signal;
  if (current === null) process.exit(0);
  send(current);
}

function send(child) {
  child.kill(asked === 'SIGHUP' ? 'SIGTERM' : asked);
  setTimeout(() => child.kill('SIGKILL'), patienceMs).unref();
}

export function listenForSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal));
  if (process.env.npm_lifecycle_event === undefined) return;
  // npm's shell may keep a signal to itself: a launcher whose parent has gone ends as if it had been asked to.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && pass('SIGTERM'), 1000).unref();
}

/** Makes `child` the one that signals go to. */
export function adopt(child) {
  current = child;
  child.once('close', () => {
    if (current === child) current = null;
  });
  if (asked !== null) send(child);
  return child;
}

/** @returns {{child: import('node:child_process').ChildProcess, end: Promise<{code: number | null, signal: string | null, error: Error | null}>}} */
export function startChild(command, args, options) {
  const child = spawn(command, args, { detached: process.platform !== 'win32', ...options });
  const end = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('close', (code, signal) => resolve({ code, signal, error: null }));
  });
  adopt(child);
  return { child, end };
}

/** The launcher's own exit code after its child's end, and what is to be said about it. */
export function verdict(end, name) {
  if (end.error) return { code: 1, line: `${name} didn't start: ${end.error.message}` };
  if (end.code === 0) return { code: 0, line: null };
  if (end.code !== null) return { code: end.code, line: `${name} ended with code ${end.code}` };
  if (isEnding() && end.signal !== 'SIGKILL') return { code: 0, line: null };
  return { code: 1, line: `${name} was ended by ${end.signal}` };
}
