/**
 * Builds what is stale: `node main/launch/build.mjs [--all]`. Progress goes to stderr only, because the stdout of what
 * starts afterwards belongs to the ready line.
 *
 * A part is stale when the content of its sources, of its configuration or of the lock file has changed, or when its
 * output is gone. It is built in a folder of its own and then takes the old one's place, so that a failed build leaves
 * the last good one, and a start beside a build never meets half a file. One build runs at a time; others wait for it.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { partsOf, root } from './parts.mjs';

const lockIsOldAfterMs = 10 * 60_000;
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

const say = (line) => process.stderr.write(`frise: ${line}\n`);

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function fingerprint(part, at) {
  const hash = createHash('sha256');
  for (const source of [...part.sources, part.config])
    for (const file of filesBelow(join(at, source)))
      hash
        .update(`${relative(at, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  return hash.digest('hex');
}

const stampFile = (part, at) => join(at, 'dist/.stamps', `${part.name.replaceAll('/', '-')}.json`);

function stampOf(part, at) {
  try {
    return JSON.parse(readFileSync(stampFile(part, at), 'utf8')).fingerprint;
  } catch {
    return null; // never built, or the stamp is damaged: building again is always right
  }
}

/** The parts that have to be built. */
export function staleParts({ at = root, all = false } = {}) {
  return partsOf(at).filter(
    (part) =>
      all || !existsSync(join(at, 'dist', part.output)) || stampOf(part, at) !== fingerprint(part, at),
  );
}

/** The host serves pages from this list and never from a path that a request names. */
function listPages(folder) {
  const list = {};
  for (const file of filesBelow(folder)) {
    const bytes = readFileSync(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    list[relative(folder, file).replaceAll('\\', '/')] = {
      type: types[extname(file)] ?? 'application/octet-stream',
      size: bytes.length,
      sha256,
    };
  }
  writeFileSync(join(folder, 'files.json'), `${JSON.stringify(list, null, 1)}\n`);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isAbandoned(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    const ageMs = Date.now() - statSync(file).mtimeMs;
    return ageMs > lockIsOldAfterMs || (pid > 0 ? !isAlive(pid) : ageMs > 2000);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

async function lock(at) {
  const file = join(at, 'dist/.building');
  mkdirSync(dirname(file), { recursive: true });
  for (let waiting = false; ; waiting = true) {
    try {
      const handle = openSync(file, 'wx');
      writeFileSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    else {
      if (!waiting) say('another start is building; waiting for it');
      await delay(200);
    }
  }
}

function takePlace(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  const aside = `${to}.${process.pid}.old`;
  if (existsSync(to) && statSync(to).isDirectory()) renameSync(to, aside);
  renameSync(from, to);
  rmSync(aside, { recursive: true, force: true });
}

async function buildPart(vite, part, at) {
  const print = fingerprint(part, at);
  const work = join(at, 'dist', `.work-${process.pid}`);
  const outDir = join(work, part.isFolder ? part.output : dirname(part.output));
  rmSync(work, { recursive: true, force: true });
  try {
    await vite.build({
      root: part.isFolder ? undefined : at,
      configFile: join(at, part.config),
      mode: part.mode,
      logLevel: 'warn',
      clearScreen: false,
      build: { outDir, emptyOutDir: true },
    });
    if (part.isFolder) {
      listPages(outDir);
      takePlace(outDir, join(at, 'dist', part.output));
    } else for (const file of filesBelow(outDir)) takePlace(file, join(at, 'dist', relative(work, file)));
    mkdirSync(dirname(stampFile(part, at)), { recursive: true });
    writeFileSync(stampFile(part, at), JSON.stringify({ fingerprint: print }));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function loadVite() {
  try {
    return await import('vite');
  } catch (error) {
    throw new Error(`can't build: ${error.message.split('\n')[0]}. Run \`npm ci\` first.`, { cause: error });
  }
}

/** Builds what is stale. @returns {Promise<string[]>} the names of what was built */
export async function build({ at = root, all = false } = {}) {
  if (!all && staleParts({ at }).length === 0) return [];
  const vite = await loadVite();
  const unlock = await lock(at);
  const built = [];
  try {
    for (const part of staleParts({ at, all })) {
      const began = performance.now();
      await buildPart(vite, part, at);
      say(`built ${part.name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
      built.push(part.name);
    }
  } finally {
    unlock();
  }
  return built;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      rmSync(join(root, 'dist', `.work-${process.pid}`), { recursive: true, force: true });
      process.exit(130);
    });
  try {
    const built = await build({ all: process.argv.includes('--all') });
    if (built.length === 0) say('everything is up to date');
  } catch (error) {
    say(`the build failed: ${error.message}`);
    process.exitCode = 1;
  }
}
