/**
 * Finds what the tests need, installs what is missing where it can, and otherwise fails with the commands to run.
 * By hand: `node test/support/setup/setup.mjs`.
 */
import { pathToFileURL } from 'node:url';
import { ensurePackages } from './packages.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { findChromium } from '../chromium.mjs';

const sayOnStderr = (line) => process.stderr.write(`set-up: ${line}\n`);

/** @returns {Promise<{electron: {executable: string, folder: string, kind: string}, chromium: string}>} */
export async function setUp(say = sayOnStderr) {
  if (process.platform === 'linux') ensurePackages(say);
  const electron = await ensureElectron(say);
  return { electron, chromium: findChromium() };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const found = await setUp();
    sayOnStderr(`Electron: ${found.electron.executable} (${found.electron.kind})`);
    sayOnStderr(`Chromium: ${found.chromium}`);
  } catch (error) {
    sayOnStderr(error.message);
    process.exitCode = 1;
  }
}
