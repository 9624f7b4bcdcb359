import type { UtilityProcess } from 'electron';
import { machineTime } from '../host/clock.ts';
import { ANSWER, ASK } from '../host/shell-words.ts';

/**
 * Ends a host that answers nothing any more: an endless loop, a disk that lets it wait for ever. The picture plays on
 * without it, but no GO and no stop comes through, and nobody would be told. Who starts a host that died again finds it
 * gone. It counts its own looks and no time: a machine that slept has not waited.
 */
const everyMs = 1000;
/** A host that has been answering. */
const silentMs = 8000;
/** One that starts reads its documents first. */
const startingMs = 60_000;

export const watchHost = (host: UtilityProcess): void => {
  let isAnswered = true;
  let isNew = true;
  let isGone = false;
  let waitedMs = 0;
  host.on('message', (said: unknown) => {
    if (said !== ANSWER) return;
    [isAnswered, isNew, waitedMs] = [true, false, 0];
  });
  host.once('exit', () => {
    isGone = true;
  });
  const look = (): void => {
    if (isGone) return;
    machineTime.timer(everyMs, look);
    if (isAnswered) {
      isAnswered = false;
      return host.postMessage(ASK);
    }
    waitedMs += everyMs;
    if (waitedMs < (isNew ? startingMs : silentMs)) return;
    process.stderr.write('frise: the host hangs; ending it\n');
    waitedMs = 0;
    endNow(host);
  };
  machineTime.timer(everyMs, look);
};

/** What hangs hears no polite signal. */
const endNow = ({ pid }: UtilityProcess): void => {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
};
