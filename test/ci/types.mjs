/** Stage `types`, and `npm run typecheck`: the compiler over the four projects, in the order of their references. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tell } from './tell.mjs';
import { root, tool } from './tree.mjs';

const projects = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).references.map(
  ({ path }) => path.split('/')[1],
);

/** A complaint belongs to the project whose folder it names; one about the whole run belongs to all of them. */
export async function types() {
  const asked = await tell(tool('tsc'), ['-b', '--pretty', 'false'], { cwd: root });
  const lines = asked.text.split('\n').filter((line) => line !== '');
  const homes = lines
    .filter((line) => /error TS/.test(line))
    .map((line) => projects.find((name) => line.startsWith(`${name}/`)) ?? 'test');
  const failed = new Set(homes).size || (asked.code === 0 ? 0 : projects.length);
  return { passed: projects.length - failed, failed, output: lines.join('\n') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed, output } = await types();
  if (output !== '') process.stdout.write(`${output}\n`);
  process.stderr.write(`${passed} of ${projects.length} projects compile\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
