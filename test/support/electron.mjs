/**
 * The application in a real Electron, driven by Playwright. Test harness only: the sandbox is off because build
 * machines run as root, and GL is drawn in software.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { eventually } from './processes.mjs';

const root = resolve(import.meta.dirname, '../..');

/** What Electron itself needs on a machine without a graphics card. The sandbox can't be switched off later. */
export const electronArguments = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  '--force-color-profile=srgb',
];

/**
 * @param {{app?: string, flags?: string[], env?: Record<string, string>, cwd?: string}} options
 *   `app`: the application's folder, by default this repository (built beforehand). `flags`: the application's own.
 *   `env`: at least DISPLAY (`displays.env`), and PULSE_SERVER to listen to it (`soundCard.env`).
 * @returns {Promise<{app: import('playwright').ElectronApplication, stdout(): string, stderr(): string,
 *   ready(limit?: {seconds?: number}): Promise<{event: 'ready', http: string, osc: string, owner: string}>,
 *   page(match: string | RegExp, limit?: {seconds?: number}): Promise<import('playwright').Page>, stop(): Promise<void>}>}
 */
export async function launchElectron({ app: folder = root, flags = [], env = {}, cwd = root } = {}) {
  const { executable } = await ensureElectron((line) => process.stderr.write(`set-up: ${line}\n`));
  const output = mkdtempSync(join(tmpdir(), 'frise-electron-'));
  const stdoutFile = join(output, 'stdout');
  writeFileSync(stdoutFile, '');
  const app = await _electron.launch({
    executablePath: join(import.meta.dirname, 'rigging/keep-stdout.sh'),
    cwd,
    args: [folder, ...electronArguments, ...flags],
    env: { ...process.env, ...env, FRISE_TEST_ELECTRON: executable, FRISE_TEST_STDOUT: stdoutFile },
    timeout: 60_000,
  });
  const child = app.process();
  let errors = '';
  child.stderr?.on('data', (chunk) => (errors += chunk));
  const stdout = () => readFileSync(stdoutFile, 'utf8');
  const fits = (url, match) =>
    typeof match === 'string' ? new URL(url, 'none:/').pathname === match : match.test(url);
  return {
    app,
    stdout,
    stderr: () => errors,
    /** The ready line, parsed. */
    ready: ({ seconds = 30 } = {}) =>
      eventually(() => readyLine(stdout()), {
        seconds,
        what: `the ready line; stderr: ${errors.slice(-2000)}`,
      }),
    /** Windows don't come in the order of their creation: they are found by path ("/console") or pattern. */
    page: (match, { seconds = 30 } = {}) =>
      eventually(() => app.windows().find((page) => fits(page.url(), match)), {
        seconds,
        what: `a window of ${match}; stderr: ${errors.slice(-2000)}`,
      }),
    async stop() {
      const gone = new Promise((end) =>
        child.exitCode !== null || child.signalCode !== null ? end() : child.once('exit', end),
      );
      const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await app.close().catch((error) => {
        if (!/closed|destroyed/i.test(error.message)) throw error;
      });
      await gone;
      clearTimeout(insist);
      rmSync(output, { recursive: true, force: true });
    },
  };
}

/** The ready line in what a shell of the application has printed, or null. */
export function readyLine(text) {
  const line = text
    .split('\n')
    .slice(0, -1)
    .find((each) => each.startsWith('{"event":"ready"'));
  return line === undefined ? null : JSON.parse(line);
}

export const applicationFolder = root;
export const mainFile = join(root, 'dist/main/electron.cjs');
