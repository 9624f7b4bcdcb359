/** Where the repository is, and which files belong to it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** A development program of this repository: what runs it, and its file. */
export const tool = (name) => join(root, 'node_modules/.bin', name);

/** Tracked files and those that git doesn't ignore. */
export function filesOfTree() {
  const asked = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (asked.status !== 0) throw new Error(`git ls-files: ${asked.stderr}`);
  return [...new Set(asked.stdout.split('\0'))]
    .filter((file) => file !== '' && existsSync(join(root, file)))
    .sort();
}
