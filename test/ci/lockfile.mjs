/**
 * The lock file installs everywhere: every optional dependency that a package names has an entry (a missing one breaks
 * `npm ci` on the platform that needs it), and no download address is recorded (each machine has its own registry).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tree.mjs';

/** Where Node would look for `name` from the package at `path`, nearest first. */
function* homesOf(name, path) {
  for (
    let at = path;
    ;
    at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : ''
  ) {
    yield `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (at === '') return;
  }
}

/** @param {Record<string, {resolved?: string, optionalDependencies?: Record<string, string>}>} packages */
export function wrongInLock(packages) {
  const wrong = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (/^https?:/.test(entry.resolved ?? ''))
      wrong.push(`${path}: records the address it was downloaded from`);
    for (const name of Object.keys(entry.optionalDependencies ?? {}))
      if (![...homesOf(name, path)].some((home) => home in packages))
        wrong.push(`${path || 'the root'}: ${name} has no entry`);
  }
  return wrong;
}

export function lockFile() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const wrong = wrongInLock(packages).map((line) => `package-lock.json: ${line}`);
  return {
    passed: wrong.length === 0 ? 1 : 0,
    failed: wrong.length === 0 ? 0 : 1,
    output: wrong.slice(0, 20).join('\n'),
  };
}
