/** Stages that Vitest runs. Counts tests; a test that is skipped or marked to do counts as failed, and so does a file that won't load. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from './tell.mjs';
import { root, tool } from './tree.mjs';

/** `workers`: files at once; what draws has the machine to itself. */
export function vitest({ workers = 1 }, ...projects) {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'frise-vitest-'));
    const file = join(folder, 'report.json');
    try {
      const asked = await tell(
        tool('vitest'),
        [
          'run',
          `--maxWorkers=${workers}`,
          ...projects.flatMap((name) => ['--project', name]),
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ],
        { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }, seconds: 900 },
      );
      return count(file, asked);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function count(file, asked) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, output: asked.text };
  }
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  );
  const known = tests.length - passed + broken.length;
  const failed = known > 0 || asked.code === 0 ? known : 1;
  const names = skipped.map(({ fullName, status }) => `${status}, which counts as failed: ${fullName}`);
  return { passed, failed, output: [asked.text, ...names].join('\n') };
}
