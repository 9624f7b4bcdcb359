/** Conventional commit messages: `type(scope): what changed`. Looks at the newest commits; merges are left out. */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { root } from './tree.mjs';

const newest = 50;
const subject =
  /^(?:feat|fix|docs|test|refactor|perf|build|ci|chore|style|revert)(?:\([a-z0-9/ ,-]+\))?!?: \S.*$/;
const longest = 120;

/** @returns {string | null} what is wrong with a message's first line */
export function wrongWith(line) {
  if (!subject.test(line)) return 'not `type(scope): what changed`';
  if (line.length > longest) return `longer than ${longest} characters`;
  return null;
}

export function commits() {
  const asked = spawnSync('git', ['log', '--no-merges', `-${newest}`, '--format=%h %s'], {
    cwd: root,
    encoding: 'utf8',
  });
  const lines = asked.status === 0 ? asked.stdout.split('\n').filter((line) => line !== '') : [];
  const wrong = lines.flatMap((line) => {
    const [hash, ...words] = line.split(' ');
    const why = wrongWith(words.join(' '));
    return why === null ? [] : [`${hash} ${words.join(' ')}: ${why}`];
  });
  return { passed: lines.length - wrong.length, failed: wrong.length, output: wrong.join('\n') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed, output } = commits();
  if (output !== '') process.stdout.write(`${output}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
