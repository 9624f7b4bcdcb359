import './host/threads.ts';
import './host/node18-compat.ts';
import { join } from 'node:path';
import type { Problem } from '../core/result.ts';
import { parseOptions } from './host/options.ts';
import { quietStreams } from './host/quiet-streams.ts';
import { ANSWER, ASK, END } from './host/shell-words.ts';
import { startHost } from './host/start.ts';

/**
 * The host process: plain Node when headless, a utility process of Electron otherwise. stdout carries the ready line
 * alone; everything else goes to stderr. Ends with 0 after SIGTERM, with 2 when it can't start as told.
 */
const root = join(__dirname, '../..');
const say = (line: string) => process.stderr.write(`frise: ${line}\n`);

const main = async (): Promise<void> => {
  const asked = whenAskedToEnd();
  const options = parseOptions(process.argv.slice(2), join(root, 'shows'), process.env);
  const started = options.ok ? await startHost(options.value, root) : options;
  if (!started.ok) {
    say(placed(started));
    process.exitCode = 2;
    asked.ignore();
    return;
  }
  const { ready, host, close } = started.value;
  void asked.promise.then(close).then(
    () => process.exit(0),
    (error: unknown) => {
      say(`ended badly: ${String(error)}`);
      process.exit(1);
    },
  );
  // The show goes on: what nobody caught is named and journalled, and the host stays.
  process.on('uncaughtException', (error) => {
    say(`fault: ${error.stack ?? error.message}`);
    host.journal.add('fault', error.message, { stack: error.stack });
  });
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  say(`console: ${ready.http}/console`);
};

/** With the file, where the line does not name it; a flag stands in the line. */
const placed = ({ message, path }: Problem): string =>
  path === '' || path.startsWith('-') || message.includes(path) ? message : `${path}: ${message}`;

/** Listened for from the first moment, so that a start that is called off ends as cleanly as a show. */
const whenAskedToEnd = () => {
  const { promise, resolve } = deferred();
  // A closed terminal is no reason to leave a session behind that the next start would take for a crash.
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, resolve);
  const stopListening = onShellMessage(resolve);
  const ignore = () => {
    for (const signal of signals) process.off(signal, resolve);
    stopListening();
  };
  return { promise, ignore };
};

const deferred = () => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = () => done()));
  return { promise, resolve };
};

/** Electron forks the host and asks it to end by a message: a utility process gets no SIGTERM on Windows. */
type Shell = NodeJS.EventEmitter & { postMessage(word: string): void };
const onShellMessage = (end: () => void): (() => void) => {
  const { parentPort } = process as { parentPort?: Shell };
  const hear = ({ data }: { data: unknown }) => {
    if (data === ASK) parentPort?.postMessage(ANSWER);
    if (data === END) end();
  };
  parentPort?.on('message', hear);
  return () => parentPort?.off('message', hear);
};

quietStreams();
void main();
