/**
 * The walls that the linter has no word for: reading the wall clock through `new Date()`, timers imported from Node, and
 * `process.hrtime`. Comments and strings are taken out first. `node test/ci/forbidden.mjs [FOLDER]` prints what it found.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where clocks and timers live; the same places as in .oxlintrc.json. */
const homes = [
  /^core\/time\//,
  /^main\/launch\//,
  /^main\/host\/(?:clock|wall)\.ts$/,
  /^renderer\/link\/clock\.ts$/,
  /^renderer\/stage\/loop\.ts$/,
];

const rules = [
  {
    name: 'wall-clock',
    pattern: /\bnew\s+Date\s*(?:\(\s*\)|(?![\w\s(]))|(?<![\w.])(?<!new\s)Date\s*\(\s*\)/,
    message: 'sample the injected clock',
  },
  { name: 'hrtime', pattern: /\bprocess\s*\.\s*hrtime\b/, message: 'sample the injected clock' },
  {
    name: 'node-timers',
    pattern: /\bfrom\s*"node:timers(?:\/promises)?"/,
    message: "use the injected clock's timers",
    keepsStrings: true,
  },
];

/** Source without comments; strings are emptied, or only brought to one kind of quote. Lines stay where they are. */
export function strip(source, keepsStrings = false) {
  const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;
  return source.replace(token, (found) => {
    if (found.startsWith('/')) return found.replace(/[^\n]/g, ' ');
    return keepsStrings ? `"${found.slice(1, -1)}"` : '""';
  });
}

/** @returns {{file: string, line: number, rule: string, message: string}[]} */
export function forbiddenIn(folder) {
  const found = [];
  for (const room of ['core', 'main', 'renderer']) {
    if (!existsSync(join(folder, room))) continue;
    for (const each of readdirSync(join(folder, room), { recursive: true })) {
      const file = `${room}/${String(each).replaceAll('\\', '/')}`;
      if (!/\.(?:ts|tsx|mts)$/.test(file) || homes.some((home) => home.test(file))) continue;
      const source = readFileSync(join(folder, file), 'utf8');
      for (const rule of rules)
        for (const [index, line] of strip(source, rule.keepsStrings).split('\n').entries())
          if (rule.pattern.test(line))
            found.push({ file, line: index + 1, rule: rule.name, message: rule.message });
    }
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = forbiddenIn(resolve(process.argv[2] ?? join(import.meta.dirname, '../..')));
  for (const { file, line, rule, message } of found)
    process.stdout.write(`${file}:${line}: ${rule}: ${message}\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
