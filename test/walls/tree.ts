import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const configs = [
  '.oxlintrc.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'package.json',
  'types',
  ...['core', 'main', 'renderer', 'test'].map((room) => `${room}/tsconfig.json`),
];

export type Tree = { folder: string; remove: () => void };

/** A small tree beside the repository's real configuration, so that nothing is planted in the working tree. */
export function growTree(files: Readonly<Record<string, string>>): Tree {
  const folder = mkdtempSync(join(tmpdir(), 'frise-walls-'));
  for (const config of configs) {
    mkdirSync(dirname(join(folder, config)), { recursive: true });
    cpSync(join(root, config), join(folder, config), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function tell(command: string, args: string[], cwd: string): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    execFile(command, args, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), text: stdout + stderr });
    });
  });
}

const program = (name: string): string => join(root, 'node_modules/.bin', name);

export type Verdict = { code: number; complaints: string[] };

/** What the linter says, a line each: `file:line:column: message [Error/rule]`. */
export async function lint(tree: Tree): Promise<Verdict> {
  const { code, text } = await tell(program('oxlint'), ['--type-aware', '--format', 'unix'], tree.folder);
  return { code, complaints: text.split('\n').filter((line) => line !== '') };
}

/** What the compiler says, a line each: `file(line,column): error TS…: message`. */
export async function compile(tree: Tree): Promise<Verdict> {
  const { code, text } = await tell(program('tsc'), ['-b', '--pretty', 'false'], tree.folder);
  return { code, complaints: text.split('\n').filter((line) => line !== '') };
}

/** What test/ci/forbidden.mjs says, a line each: `file:line: rule: message`. */
export async function findForbidden(tree: Tree): Promise<Verdict> {
  const { code, text } = await tell(
    process.execPath,
    [join(root, 'test/ci/forbidden.mjs'), tree.folder],
    root,
  );
  return { code, complaints: text.split('\n').filter((line) => line !== '') };
}
