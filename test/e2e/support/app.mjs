/**
 * The application as a person or a desk meets it: a process with a ready line, an HTTP address and an OSC port. Every
 * start has ports and a data folder of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readyLine } from '../../support/electron.mjs';
import { eventually, run, start } from '../../support/processes.mjs';

export const root = resolve(import.meta.dirname, '../../..');
export const bundledShow = join(root, 'shows/usine-extraordinaire');

/** A folder that is removed by `remove()`. */
export function temporaryFolder(name = 'station') {
  const path = mkdtempSync(join(tmpdir(), `frise-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What a running application offers to a test; `ready` is its ready line. */
export function clientOf(ready) {
  const [oscHost, oscPort] = ready.osc.split(':');
  const status = async () => {
    const reply = await fetch(`${ready.http}/api/status`);
    if (!reply.ok) throw new Error(`GET /api/status: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  return {
    ready,
    http: ready.http,
    status,
    /** POST /api/verb/<name>. @returns {Promise<{status: number, body: unknown}>} */
    async verb(name, input = {}, headers = {}) {
      const reply = await fetch(`${ready.http}/api/verb/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(input),
      });
      return { status: reply.status, body: await reply.json() };
    },
    /** Sends one OSC message with liblo, as a desk would: osc('/eos/out/event/cue/1/1/fire') or osc('/frise/master', 'f', '0.5'). */
    osc: (address, ...typesAndValues) =>
      run('oscsend', [oscHost, oscPort, address, ...typesAndValues.map(String)], { seconds: 5 }),
    /** Waits until the status satisfies `read`; `saw` gets each with when it was asked for and answered, in ms. */
    statusWhere: (read, limit = {}, saw) =>
      eventually(
        async () => {
          const sentAt = performance.now();
          const now = await status();
          saw?.(now, sentAt, performance.now());
          if (read(now)) return now;
          throw new Error(JSON.stringify(now));
        },
        { what: `a status where ${read}`, ...limit },
      ),
  };
}

/**
 * Starts the headless host. `how: 'host'` runs the built host; `'launcher'` goes through `frise start --headless`.
 * @param {{show?: string, rig?: string, flags?: string[], env?: Record<string, string>, station?: string, how?: 'host' | 'launcher', seconds?: number}} options
 */
export async function startHeadless({
  show,
  rig,
  flags = [],
  env = {},
  station,
  how = 'host',
  seconds = 60,
} = {}) {
  const own = station === undefined ? temporaryFolder() : null;
  const folder = station ?? own.path;
  const entry = how === 'host' ? ['dist/main/host.cjs'] : ['main/launch/frise.mjs', 'start', '--headless'];
  const asked = new Set(flags.map((flag) => flag.split('=')[0]));
  const preset = [
    ...(show === undefined ? [] : ['--show', show]),
    ...(rig === undefined ? [] : ['--rig', rig]),
    '--station',
    folder,
    ...(asked.has('--http') ? [] : ['--http', '127.0.0.1:0']),
    ...(asked.has('--osc') ? [] : ['--osc', '127.0.0.1:0']),
  ];
  const shell = start(process.execPath, [...entry, ...preset, ...flags], { cwd: root, env });
  let ready;
  try {
    ready = await shell.until((said) => readyLine(said.stdout), { seconds, what: 'the ready line' });
  } catch (error) {
    await shell.stop();
    own?.remove();
    throw error;
  }
  return {
    ...clientOf(ready),
    shell,
    station: folder,
    /** Ends it as a service manager would. @returns {Promise<{code: number | null, signal: string | null}>} */
    async stop(options) {
      const end = await shell.stop(options);
      own?.remove();
      return end;
    },
  };
}
