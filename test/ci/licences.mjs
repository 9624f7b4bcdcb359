/**
 * What is installed may be shipped: each package of the lock file has a licence of this list. And nothing that is shipped
 * has a known hole, as far as the registry says so: one that answers no such question is told, and is no failure.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tell } from './tell.mjs';
import { root } from './tree.mjs';

const allowed = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
  'MPL-2.0',
  'Python-2.0',
  'OFL-1.1',
  'CC0-1.0',
  'WTFPL',
  'Unlicense',
]);

/** One of several is enough; all that are joined by AND are needed. */
const mayBeUsed = (expression) =>
  expression
    .replaceAll(/[()]/g, ' ')
    .split(/\sOR\s/)
    .some((part) => part.split(/\sAND\s/).every((name) => allowed.has(name.trim())));

/** @param {Record<string, {license?: string}>} packages of a lock file */
export function wrongLicences(packages) {
  return Object.entries(packages).flatMap(([path, { license }]) => {
    if (path === '' || mayBeUsed(license ?? '')) return [];
    return [`${path}: licence ${license ?? 'unknown'} is not on the list of test/ci/licences.mjs`];
  });
}

/** Holes of what is shipped; null: the registry does not answer. */
async function knownHoles() {
  const { stdout } = await tell('npm', ['audit', '--omit=dev', '--json'], { cwd: root, seconds: 30 });
  try {
    const { vulnerabilities } = JSON.parse(stdout);
    if (vulnerabilities === undefined) return null;
    const grave = Object.values(vulnerabilities).filter(({ severity }) => /high|critical/.test(severity));
    return grave.map(
      ({ name, severity, range }) => `${name} ${range}: a ${severity} advisory; npm audit tells`,
    );
  } catch {
    return null;
  }
}

export async function licences(say) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const holes = await knownHoles();
  if (holes === null) say('the registry answers no question about advisories: not looked at');
  const wrong = [...wrongLicences(packages), ...(holes ?? [])];
  return {
    passed: wrong.length === 0 ? 1 : 0,
    failed: wrong.length === 0 ? 0 : 1,
    output: wrong.slice(0, 20).join('\n'),
  };
}
