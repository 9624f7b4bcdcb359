/**
 * Stages that node:test runs, a file at a time: each file has the machine's displays, ports and processors to itself,
 * but for those that say in their first line that they run beside another.
 * Counts tests; one that is skipped or marked to do counts as failed.
 *
 * These tests live in real time, on machines that others use too: a file that fails gets a second try, once the others
 * are done. What it said at first is printed all the same and the file is counted as unsteady; when more than
 * `mostUnsteady` files fail, something is broken and nothing is tried again.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tell } from './tell.mjs';
import { root } from './tree.mjs';

const mostUnsteady = 2;
/** So begins a file that waits for states and measures no time: as many of these run at once. */
const atOnce = 2;
const patient = '// Runs beside another.';

/** @param {string} folder relative to the repository @param {string} ending of a file's name */
export function nodeTest(folder, ending, { seconds = 600, before = async () => null } = {}) {
  return async (say) => {
    const trouble = await before();
    if (trouble !== null) return { passed: 0, failed: 1, output: trouble };
    const at = join(root, folder);
    const files = existsSync(at)
      ? readdirSync(at)
          .filter((name) => name.endsWith(ending))
          .sort()
      : [];
    const total = { passed: 0, failed: 0, unsteady: 0, output: '' };
    const runFile = async (name, which) => {
      const began = performance.now();
      const asked = await tell(process.execPath, ['--test', '--test-reporter=tap', join(folder, name)], {
        cwd: root,
        seconds,
      });
      const one = countTap(asked);
      if (one.failed > 0) total.output += `${folder}/${name}${which}\n${asked.text}\n`;
      say(
        `${name}${which}: ${one.passed} passed, ${one.failed} failed, ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
      return one;
    };
    const count = ({ passed, failed }) => {
      total.passed += passed;
      total.failed += failed;
    };
    const failing = [];
    const runAll = async (queue) => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        const one = await runFile(name, '');
        if (one.failed > 0) failing.push([name, one]);
        else count(one);
      }
    };
    const isPatient = (name) => readFileSync(join(at, name), 'utf8').startsWith(patient);
    const beside = files.filter(isPatient);
    await Promise.all(Array.from({ length: atOnce }, () => runAll(beside)));
    await runAll(files.filter((name) => !isPatient(name)));
    for (const [name, first] of failing) {
      if (failing.length > mostUnsteady) {
        count(first);
        continue;
      }
      const second = await runFile(name, ', second try');
      count(second);
      if (second.failed === 0) total.unsteady += 1;
    }
    return total;
  };
}

function countTap({ code, stdout }) {
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0);
  const passed = number('pass');
  const known = number('fail') + number('cancelled') + number('skipped') + number('todo');
  return { passed, failed: known > 0 || (code === 0 && passed > 0) ? known : 1 };
}
