/**
 * Child processes for tests. Each helper gives back something with a `stop()` that is safe to call twice and resolves
 * only when the process is gone; nothing is ever ended by name, only what was started here.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createSocket } from 'node:dgram';
import { setTimeout as delay } from 'node:timers/promises';

const live = new Set();
process.once('exit', () => {
  for (const child of live) signalGroup(child, 'SIGKILL');
});

function signalGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(child.startedDetached ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Starts a process and keeps what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: Record<string, string>, cwd?: string, extraPipe?: boolean, group?: boolean}} options
 *   `env` is added to this process's own. `group`: a process group of its own, so that `stop` also ends its children.
 *   `extraPipe`: file descriptor 3 is a pipe, read into `extra`.
 */
export function start(command, args, options = {}) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  if (options.extraPipe) stdio.push('pipe');
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio,
    detached: options.group === true,
  });
  child.startedDetached = options.group === true;
  live.add(child);
  const said = { stdout: '', stderr: '', extra: '' };
  const listeners = new Set();
  const keep = (name) => (chunk) => {
    said[name] += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', keep('stdout'));
  child.stderr.setEncoding('utf8').on('data', keep('stderr'));
  if (options.extraPipe) child.stdio[3].setEncoding('utf8').on('data', keep('extra'));

  let end = null;
  const ended = new Promise((resolve) => {
    const finish = (code, signal, error) => {
      if (end !== null) return;
      end = { code, signal, error };
      live.delete(child);
      resolve(end);
      for (const listener of listeners) listener();
    };
    child.once('error', (error) => finish(null, null, error));
    child.once('close', (code, signal) => finish(code, signal, null));
  });
  const title = [command, ...args].join(' ');

  /** Resolves with the first value of `read(said)` that is neither null nor undefined; fails when the process ends. */
  const until = (read, { seconds = 30, what = 'a line' } = {}) =>
    new Promise((resolve, reject) => {
      const fail = (why) =>
        reject(
          new Error(`${title}: ${why} while waiting for ${what}\n${said.stdout}${said.stderr}`.trimEnd()),
        );
      const timer = setTimeout(() => settle(() => fail(`nothing within ${seconds} s`)), seconds * 1000);
      const settle = (then) => {
        clearTimeout(timer);
        listeners.delete(look);
        then();
      };
      const look = () => {
        const value = read(said);
        if (value !== null && value !== undefined) settle(() => resolve(value));
        else if (end !== null)
          settle(() => fail(end.error ? end.error.message : `ended (${end.code ?? end.signal})`));
      };
      listeners.add(look);
      look();
    });

  return {
    child,
    pid: child.pid,
    said,
    ended,
    until,
    hasEnded: () => end !== null,
    signal: (signal) => signalGroup(child, signal),
    /** Asks, waits, then insists. @returns {Promise<{code: number|null, signal: string|null}>} */
    async stop({ signal = 'SIGTERM', seconds = 5 } = {}) {
      if (end !== null) return end;
      signalGroup(child, signal);
      const won = await Promise.race([ended, delay(seconds * 1000, null, { ref: false })]);
      if (won !== null) return won;
      signalGroup(child, 'SIGKILL');
      return ended;
    },
  };
}

/** Runs to the end. Fails when the code isn't 0, unless `check` is false. */
export async function run(command, args, { seconds = 120, check = true, ...options } = {}) {
  const started = start(command, args, options);
  const timer = setTimeout(() => started.signal('SIGKILL'), seconds * 1000);
  const end = await started.ended;
  clearTimeout(timer);
  const result = { code: end.code, signal: end.signal, ...started.said };
  if (end.error) throw end.error;
  if (check && end.code !== 0)
    throw new Error(
      `${[command, ...args].join(' ')} ended with ${end.code ?? end.signal}\n${result.stdout}${result.stderr}`,
    );
  return result;
}

/** A TCP port of loopback that was free a moment ago. Prefer port 0 wherever what is tested takes it. */
export function freeTcpPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The same for UDP. */
export function freeUdpPort() {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** Asks `read` again and again until it gives something true; the last failure is named when time is up. */
export async function eventually(read, { seconds = 10, everyMs = 50, what = 'the condition' } = {}) {
  const limit = performance.now() + seconds * 1000;
  let last = null;
  for (;;) {
    try {
      const value = await read();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > limit)
      throw new Error(
        `${what}: not within ${seconds} s; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
      );
    await delay(everyMs);
  }
}
