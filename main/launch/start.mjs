/**
 * `frise start`: the show in Electron's windows where that is possible, else the host alone. It looks before it starts,
 * says in one line what is missing, and never leaves without a running host because a window couldn't open.
 *
 * stdout carries the ready line and nothing else. Electron's is held back until its first window, so that an Electron
 * that dies before it has announced nothing that isn't there any more.
 */
import { join } from 'node:path';
import { staleParts } from './build.mjs';
import { isEnding, adopt, startChild, verdict } from './child.mjs';
import { noDisplay } from './display.mjs';
import { downloadElectron, findElectron } from './electron-binary.mjs';
import { sortFlags } from './flags.mjs';
import { root } from './parts.mjs';

const firstWindow = 'frise:first-window';
const slowStartMs = 30_000;
export const say = (line) => process.stderr.write(`frise: ${line}\n`);

/** In a process of its own: a bundler's memory and its output are no part of a show. */
export async function buildStale() {
  if (staleParts().length === 0) return true;
  const { end } = startChild(process.execPath, [join(root, 'main/launch/build.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  return (await end).code === 0;
}

async function electronOrReason(flags) {
  if (process.platform === 'linux' && process.getuid() === 0 && !flags.electron.includes('--no-sandbox'))
    return {
      reason:
        'Electron refuses to run as root without --no-sandbox (npm start -- --no-sandbox, or use a normal account)',
    };
  const why = await noDisplay();
  if (why !== null) return { reason: why };
  const found = findElectron(root);
  if ('path' in found) return found;
  if (!found.canDownload) return { reason: found.missing };
  const seconds = Number(process.env.FRISE_ELECTRON_DOWNLOAD_SECONDS ?? 120);
  if (!(seconds > 0)) return { reason: found.missing };
  const failure = await downloadElectron(root, { say, seconds, onStart: adopt });
  const now = findElectron(root);
  return 'path' in now ? now : { reason: `${found.missing}, and ${failure ?? 'the download left nothing'}` };
}

/** @returns {Promise<{isOver: true, code: number} | {isOver: false, reason: string}>} */
async function inElectron(program, flags) {
  // The terminal of an editor that is made with Electron hands this down, and Electron would be plain Node by it.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const { child, end } = startChild(program, [root, ...flags.electron], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let hasWindow = false;
  let held = [];
  let tail = '';
  const release = () => {
    for (const chunk of held ?? []) process.stdout.write(chunk);
    held = null;
  };
  child.stdout.on('data', (chunk) => {
    if (held === null) process.stdout.write(chunk);
    else held.push(chunk);
    if (!flags.opensWindows && String(chunk).includes('"ready"')) {
      hasWindow = true;
      release();
    }
  });
  child.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    if (hasWindow) return;
    tail = (tail + String(chunk)).slice(-4096);
    if (!tail.includes(firstWindow)) return;
    hasWindow = true;
    release();
  });
  const slow = setTimeout(() => {
    if (hasWindow) return;
    say(`Electron has opened no window within ${slowStartMs / 1000} s; still waiting`);
    release();
  }, slowStartMs);
  const ended = await end;
  clearTimeout(slow);
  if (!hasWindow && !isEnding()) {
    for (const chunk of held ?? []) process.stderr.write(chunk);
    const how = ended.error?.message ?? (ended.code === null ? ended.signal : `code ${ended.code}`);
    return { isOver: false, reason: `Electron ended before its first window (${how})` };
  }
  release();
  const { code, line } = verdict(ended, 'Electron');
  if (line !== null) say(line);
  return { isOver: true, code };
}

async function sayAddresses(readyLine) {
  const { http } = JSON.parse(readyLine);
  const outputs = await fetch(`${http}/api/status`, { signal: AbortSignal.timeout(3000) })
    .then((reply) => reply.json())
    .then((status) => status.outputs.map((output) => output.id))
    .catch(() => ['<id>']); // the addresses are a help; the host reports its own trouble
  for (const page of ['console', ...outputs.map((id) => `output/${id}`), 'audio', 'programme'])
    say(`  ${http}/${page}`);
}

async function headless(flags, { showsAddresses }) {
  if (flags.foreign.length > 0) say(`without windows these flags mean nothing: ${flags.foreign.join(' ')}`);
  const { child, end } = startChild(process.execPath, [join(root, 'dist/main/host.cjs'), ...flags.host], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    if (!showsAddresses) return;
    said += String(chunk);
    const line = said
      .split('\n')
      .slice(0, -1)
      .find((each) => each.startsWith('{"event":"ready"'));
    if (line === undefined) return;
    showsAddresses = false;
    void sayAddresses(line);
  });
  const { code, line } = verdict(await end, 'the host');
  if (line !== null) say(line);
  return code;
}

/** @returns {Promise<number>} the exit code */
export async function start(args) {
  const flags = sortFlags(args);
  if (!(await buildStale())) return isEnding() ? 0 : 1;
  if (isEnding()) return 0;
  if (flags.isHeadless) return headless(flags, { showsAddresses: false });
  const electron = await electronOrReason(flags);
  if (isEnding()) return 0;
  const outcome =
    'path' in electron ? await inElectron(electron.path, flags) : { isOver: false, reason: electron.reason };
  if (outcome.isOver) return outcome.code;
  say(`${outcome.reason}. Running without windows; open these pages in a browser:`);
  return headless(flags, { showsAddresses: true });
}
