/**
 * Finds Electron's program without loading the `electron` module, whose first line may start a download. If there is
 * none, one download is tried, with progress and a time limit.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const inside = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const programIn = (folder) => join(folder, inside[process.platform] ?? 'electron');

/** @returns {{path: string} | {missing: string, canDownload: boolean}} */
export function findElectron(root, env = process.env) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const path = programIn(override);
    if (existsSync(path)) return { path };
    return {
      missing: `ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron`,
      canDownload: false,
    };
  }
  const folder = join(root, 'node_modules/electron');
  if (!existsSync(join(folder, 'install.js')))
    return { missing: 'the electron package is not installed (npm ci)', canDownload: false };
  const pathFile = join(folder, 'path.txt');
  const named = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()) : null;
  if (named !== null && existsSync(named)) return { path: named };
  return { missing: "Electron's program has not been downloaded", canDownload: true };
}

/**
 * One try. The installer checks the sum of what it downloads.
 * @returns {Promise<string | null>} why it failed, or null
 */
export function downloadElectron(root, { say, seconds, onStart }) {
  return new Promise((resolve) => {
    const began = performance.now();
    const elapsed = () => Math.round((performance.now() - began) / 1000);
    say(
      `downloading Electron (about 120 MB, at most ${seconds} s; FRISE_ELECTRON_DOWNLOAD_SECONDS=0 to leave it) …`,
    );
    const child = spawn(process.execPath, [join(root, 'node_modules/electron/install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    onStart(child);
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => (complaint += chunk));
    const progress = setInterval(() => say(`downloading Electron … ${elapsed()} s`), 5000);
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.once('close', (code) => {
      clearInterval(progress);
      clearTimeout(limit);
      if (isLate) resolve(`the download took longer than ${seconds} s`);
      else if (code === 0) resolve(null);
      else resolve(`the download failed (${firstReason(complaint)})`);
    });
  });
}

function firstReason(complaint) {
  const line = complaint.split('\n').find((each) => /Error|ENOTFOUND|EAI_AGAIN|ECONN/.test(each));
  return (line ?? (complaint.trim() || 'no reason given')).trim().slice(0, 160);
}
