/**
 * `npm test`: every stage in order, a line each, and the sum at the end. Nothing turns a stage off: a stage that counts
 * nothing has failed. `--only unit,types` is for a quick look while working; such a run says so and never ends with 0.
 * `--long` adds the soaks.
 */
import { setUp } from '../support/setup/setup.mjs';
import { build } from '../../main/launch/build.mjs';
import { bench } from './bench.mjs';
import { clone } from './clone.mjs';
import { format } from './format.mjs';
import { lint } from './lint.mjs';
import { nodeTest } from './node-test.mjs';
import { types } from './types.mjs';
import { vitest } from './vitest.mjs';

const mostLines = 400;
const say = (line) => process.stderr.write(`${line}\n`);
const built = () =>
  build().then(
    () => null,
    (error) => `the build failed: ${error.message}`,
  );

const stages = {
  format,
  lint,
  types,
  unit: vitest({ workers: 2 }, 'node', 'store', 'ui'),
  contract: vitest({ workers: 2 }, 'contract'),
  golden: vitest({}, 'golden'),
  electron: nodeTest('test/e2e/electron', '.e2e.mjs', { before: built }),
  headless: nodeTest('test/e2e/headless', '.e2e.mjs', { before: built }),
  clone,
  bench,
};
const long = nodeTest('test/long', '.mjs', { seconds: 7200, before: built });

function wanted(args) {
  const all = args.includes('--long') ? { ...stages, long } : stages;
  const at = args.indexOf('--only');
  if (at < 0) return { chosen: all, isPartial: false };
  const names = (args[at + 1] ?? '').split(',').filter((name) => name !== '');
  const unknown = names.filter((name) => !(name in all));
  if (names.length === 0 || unknown.length > 0)
    throw new Error(`--only takes some of: ${Object.keys(all).join(', ')}`);
  return {
    chosen: Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))),
    isPartial: true,
  };
}

async function runStage(name, stage) {
  const began = performance.now();
  let result;
  try {
    result = await stage((line) => say(`  ${name}: ${line}`));
  } catch (error) {
    result = { passed: 0, failed: 1, output: error.stack };
  }
  if (result.passed + result.failed === 0)
    result = { passed: 0, failed: 1, output: `nothing was tested\n${result.output}` };
  const { unsteady = 0 } = result;
  if (result.failed + unsteady > 0)
    process.stdout.write(`${result.output.trimEnd().split('\n').slice(-mostLines).join('\n')}\n`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${name.padEnd(9)} ${String(result.passed).padStart(5)} passed  ${result.failed} failed  ${seconds} s${unsteady > 0 ? `  UNSTEADY: ${unsteady}` : ''}\n`,
  );
  return result;
}

try {
  const { chosen, isPartial } = wanted(process.argv.slice(2));
  const { chromium } = await setUp();
  process.env.FRISE_CHROMIUM ??= chromium;
  let passed = 0;
  let failed = 0;
  let unsteady = 0;
  for (const [name, stage] of Object.entries(chosen)) {
    const result = await runStage(name, stage);
    passed += result.passed;
    failed += result.failed;
    unsteady += result.unsteady ?? 0;
  }
  process.exitCode = failed > 0 ? 1 : isPartial ? 3 : 0;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  if (unsteady > 0)
    process.stdout.write(
      `${unsteady} files passed only at the second try: what they said at first is above\n`,
    );
  if (isPartial)
    process.stdout.write(
      `PARTIAL RUN, only ${Object.keys(chosen).join(', ')}: this proves nothing about the rest\n`,
    );
} catch (error) {
  process.stdout.write(`${error.message}\n0 passed, 1 failed\n`);
  process.exitCode = 1;
}
