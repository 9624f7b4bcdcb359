/** A host that can be asked what it holds; `speed`: its clock runs so many times as fast, and nobody else's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clientOf, root } from '../../e2e/support/app.mjs';
import { readyLine } from '../electron.mjs';
import { eventually } from '../processes.mjs';

const fakeTime = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib']
  .map((folder) => join(folder, 'faketime/libfaketime.so.1'))
  .find(existsSync);

const faster = (speed) => {
  if (speed === 1) return {};
  if (!fakeTime) throw new Error('libfaketime is missing: apt-get install faketime');
  return { LD_PRELOAD: fakeTime, FAKETIME: `+0 x${speed}` };
};

/** @returns client of the host, and `held()`: {heapMb, rssMb, timers, sockets, handles} after a collection of garbage */
export async function startSoakedHost({ show, station, speed = 1 }) {
  const flags = ['--show', show, '--station', station, '--http', '127.0.0.1:0', '--osc', '127.0.0.1:0'];
  const probe = join(import.meta.dirname, 'probe.cjs');
  const child = spawn(
    process.execPath,
    ['--expose-gc', '-r', probe, join(root, 'dist/main/host.cjs'), ...flags],
    {
      cwd: root,
      env: { ...process.env, ...faster(speed) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let said = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ready = await eventually(() => readyLine(said), { seconds: 60, what: `the ready line; ${errors}` });
  const client = clientOf(ready);
  /** A connection that is kept and has just been closed by the other side answers nobody; it is asked again. */
  const again = async (ask) => {
    for (let tries = 1; ; tries += 1)
      try {
        return await ask();
      } catch (error) {
        if (tries === 3 || child.exitCode !== null) throw error;
      }
  };
  return {
    ...client,
    status: () => again(client.status),
    async held() {
      child.send('held');
      const [told] = await once(child, 'message');
      return { ...told, handles: readdirSync(`/proc/${child.pid}/fd`).length };
    },
    errors: () => errors,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
