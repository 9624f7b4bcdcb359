/**
 * `npm run faults`: causes every fault of test/support/faults.mjs in the real application and writes docs/faults.md.
 * `node test/long/faults.mjs [--times N] [--kills N] [--write]`: each test file N times (1); a fault that no test
 * told, or a test that failed, ends it with 1 and stands in the table. Without `--write` the table is printed only.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { build } from '../../main/launch/build.mjs';
import { tell } from '../ci/tell.mjs';
import { root, tool } from '../ci/tree.mjs';
import { faults } from '../support/faults.mjs';

const e2e = (name) => ({ name, command: [process.execPath, '--test', `test/e2e/${name}.e2e.mjs`] });
const store = (name) => ({
  name,
  command: [tool('vitest'), 'run', '--project', 'store', `test/main/store/${name}.test.ts`],
});
const inStore = [store('power-cut'), store('kill')];
const inHouse = [
  'electron/faults',
  'electron/show',
  'electron/displays',
  'electron/installed',
  'headless/faults',
  'headless/faults-documents',
  'headless/faults-machine',
  'headless/sound',
  'headless/network',
].map(e2e);

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    kills: { type: 'string', default: '1000' },
    write: { type: 'boolean', default: false },
  },
});
const times = Number(values.times);
const folder = mkdtempSync(join(tmpdir(), 'frise-faults-'));
const file = join(folder, 'rows');
writeFileSync(file, '');
const failed = [];

async function runOne({ name, command }, round) {
  process.stderr.write(`faults: ${name}${times > 1 ? ` (${round} of ${times})` : ''} …\n`);
  const [program, ...args] = command;
  const env = {
    ...process.env,
    FRISE_FAULTS: file,
    FRISE_LONG: '1',
    FRISE_KILLS: values.kills,
    FRISE_CUTS: '20',
  };
  const { code, text } = await tell(program, args, { cwd: root, env, seconds: 5400 });
  if (code === 0) return;
  failed.push(name);
  const parts = text.split(/^(?=# Subtest)/m).filter((part) => /^not ok/m.test(part));
  process.stdout.write(`${name} failed:\n${(parts.join('') || text).slice(-8000)}\n`);
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const seconds = (ms) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);

/** The middle of several runs, and the worst where it differs. */
function figure(rows, key) {
  const list = rows.map((row) => row[key]).filter((each) => typeof each === 'number');
  if (list.length === 0) return null;
  const worst = Math.max(...list);
  const middle = median(list);
  return {
    middle,
    text: middle === worst ? seconds(middle) : `${seconds(middle)} (worst ${seconds(worst)})`,
  };
}

function rowOf(id, rows) {
  const { what, most, back } = faults[id];
  if (rows.length === 0) return [what, '**not told: its test failed or did not run**', '', '', '', ''];
  const gap = figure(rows, 'gapMs');
  const again = figure(rows, 'backMs');
  const aims = [
    ...(most === null
      ? []
      : [[gap?.middle ?? Infinity, most, most === 0 ? 'no gap' : `gap ≤ ${seconds(most)}`]]),
    ...(back === undefined ? [] : [[again?.middle ?? Infinity, back, `back ≤ ${seconds(back)}`]]),
  ];
  const isMissed = aims.some(([value, limit]) => value > limit);
  const verdict =
    aims.length === 0
      ? ''
      : `${aims.map(([, , text]) => text).join(', ')}: ${isMissed ? '**missed**' : 'met'}`;
  const sight = rows.toSorted((a, b) => (a.gapMs ?? 0) - (b.gapMs ?? 0)).at(-1).saw;
  return [what, sight, gap?.text ?? '–', again?.text ?? '–', String(rows.length), verdict];
}

function page(rows, { began, load }) {
  const lines = Object.keys(faults).map((id) =>
    rowOf(
      id,
      rows.filter((row) => row.id === id),
    ),
  );
  const loads = rows.map((row) => row.load);
  return `# Faults

Each is really caused in the running application while the show plays, by a test of the repository. Made by \`npm run faults\` on ${began.toISOString().slice(0, 10)}: ${cpus().length} processors (${cpus()[0].model.trim()}), software GL, virtual displays, load at the start ${load.toFixed(1)}, while it ran ${Math.min(...loads)}–${Math.max(...loads)}. On a machine that does nothing else, with a graphics card, gaps are shorter.

*Gap*: for how long the public missed something: black where a picture was, silence, a frame that stood. *Back*: until what had died was at work again. The middle of the runs.

| fault | what the public saw | gap | back | runs | aim |
| --- | --- | --- | --- | --- | --- |
${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

Not caused here, since no machine of the tests has it: a real graphics card that is reset by its driver, a real sound card pulled off its bus, a real disk that loses what it has acknowledged.
${failed.length > 0 ? `\n**Tests that failed in this run:** ${[...new Set(failed)].join(', ')}.\n` : ''}`;
}

const began = new Date();
const load = loadavg()[0];
await build();
for (const one of inStore) await runOne(one, 1);
for (let round = 1; round <= times; round += 1) for (const one of inHouse) await runOne(one, round);
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true, force: true });
const options = { ...(await prettier.resolveConfig(join(root, 'docs/faults.md'))), parser: 'markdown' };
const text = await prettier.format(page(rows, { began, load }), options);
process.stdout.write(text);
if (values.write) writeFileSync(join(root, 'docs/faults.md'), text);
const untold = Object.keys(faults).filter((id) => !rows.some((row) => row.id === id));
if (untold.length > 0) process.stdout.write(`no figure for ${untold.join(', ')}\n`);
process.exitCode = failed.length + untold.length > 0 ? 1 : 0;
