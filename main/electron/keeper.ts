import { spawn, type ChildProcess } from 'node:child_process';
import type { App } from 'electron';
import { machineTime } from '../host/clock.ts';

/**
 * `--keep`: a process without a window that starts Frise and brings it back, for systems whose own supervisor takes its
 * time: Windows' Task Scheduler waits a minute before it starts a program again, and a wall is black for as long. It
 * passes its other arguments on and ends as Frise ends: with 0, or with 2 where Frise refused to start.
 */
export const KEEP = '--keep';
const firstWaitMs = 200;
const longestWaitMs = 5000;
/** It was well until then: the next one is started at once again. */
const settledMs = 10_000;
const refused = 2;

export const keepRunning = (app: Pick<App, 'exit' | 'on' | 'disableHardwareAcceleration'>): void => {
  app.disableHardwareAcceleration();
  const args = process.argv.slice(1).filter((each) => each !== KEEP);
  let running: ChildProcess | null = null;
  let isEnding = false;
  let waitMs = firstWaitMs;
  const gone = (why: string, code: number | null, bornMs: number): void => {
    running = null;
    if (isEnding || code === 0 || code === refused) return app.exit(code ?? 0);
    if (machineTime.hostSeconds() * 1000 - bornMs > settledMs) waitMs = firstWaitMs;
    process.stderr.write(`frise: ended (${why}); starting it again\n`);
    machineTime.timer(waitMs, begin);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
    return undefined;
  };
  const begin = (): void => {
    if (isEnding) return app.exit(0);
    const bornMs = machineTime.hostSeconds() * 1000;
    const child = (running = spawn(process.execPath, args, { stdio: 'inherit' }));
    child.once('error', ({ message }) => gone(message, 1, bornMs));
    child.once('exit', (code, signal) => gone(signal ?? `code ${code}`, code, bornMs));
    return undefined;
  };
  /** Frise is asked to end; this process follows it. */
  const end = (): void => {
    isEnding = true;
    if (running === null) app.exit(0);
    else running.kill('SIGTERM');
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    end();
  });
  // Without a window nothing else would keep it.
  app.on('window-all-closed', () => undefined);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  begin();
};
