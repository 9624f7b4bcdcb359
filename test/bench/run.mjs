// `npx frise bench [--json] [--only NAMES] [--slack N] [--write] [--page]`: builds what is stale, bundles test/bench and runs it. A ratio
// over 1.5 times its own in ratios.json, or --slack times, is measured twice more, and ends with 1 if the middle one is over as well; one
// over 1.2 times is said. A goal that is missed is a gap. --write keeps the middle of three runs as the new ratios;
// --page writes docs/bench.md with its plots.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import * as prettier from 'prettier';
import { build as bundle } from 'vite';
import { build } from '../../main/launch/build.mjs';

const root = resolve(import.meta.dirname, '../..');
const file = join(root, 'test/bench/ratios.json');
const groups = [
  'correction',
  'frame',
  'lateness',
  'latency',
  'osc',
  'outputs',
  'peers',
  'picture',
  'rig',
  'show',
  'sync',
];
const switches = ['--json', '--write', '--page'];
const say = (text) => process.stderr.write(`frise: ${text}\n`);

/** @returns {{json: boolean, write: boolean, page: boolean, only: string[], slack?: number} | {refusal: string}} */
function flagsOf(args) {
  let only = groups;
  let slack;
  for (let index = 0; index < args.length; index++) {
    if (args[index] === '--only') {
      only = (args[++index] ?? '').split(',');
      if (!only.every((name) => groups.includes(name)))
        return { refusal: `--only takes ${groups.join(', ')}, with commas between` };
    } else if (args[index] === '--slack') {
      slack = Number(args[++index]);
      if (!(slack > 1))
        return { refusal: '--slack takes a number above 1: how many times the committed ratio' };
    } else if (!switches.includes(args[index]))
      return {
        refusal: `unknown option "${args[index]}". There are ${switches.join(', ')}, --slack N and --only ${groups.join(',')}.`,
      };
  }
  const has = (name) => args.includes(name);
  return { json: has('--json'), write: has('--write'), page: has('--page'), only, slack };
}

async function load() {
  await build();
  await bundle({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // Modules only, which the bundle can't require.
    ssr: { noExternal: ['osc-min', 'node-osc'] },
    build: {
      ssr: 'test/bench/index.ts',
      outDir: 'dist/bench',
      target: 'node20',
      rolldownOptions: {
        external: ['ws', 'playwright'],
        output: { format: 'cjs', entryFileNames: 'bench.cjs', codeSplitting: false },
      },
    },
  });
  return createRequire(import.meta.url)(join(root, 'dist/bench/bench.cjs'));
}

async function measure(bench, name, times) {
  const runs = [];
  for (let time = 0; time < times; time++) {
    say(`measuring ${name}${times > 1 ? ` (${time + 1} of ${times})` : ''} …`);
    runs.push(await bench.groups[name](root));
  }
  return runs;
}

async function resultsOf(bench, name, committed, { write, slack }) {
  const runs = await measure(bench, name, write ? 3 : 1);
  if (!write && runs[0].some((one) => bench.isOver(one, committed, slack)))
    runs.push(...(await measure(bench, name, 2)));
  return bench.middles(runs);
}

function verdict(bench, found, committed, slack = bench.slack) {
  const over = found.filter((one) => bench.isOver(one, committed, slack));
  for (const { name, ratio } of over)
    say(
      `${name}: ratio ${ratio.toFixed(2)} is over ${slack} × ${committed[name]}. Find what has slowed it, or keep it with --write.`,
    );
  for (const one of found)
    if (!over.includes(one) && bench.isSlower(one, committed))
      say(
        `${one.name}: ratio ${one.ratio.toFixed(2)} is over ${bench.mark} × ${committed[one.name]}. It may be the machine.`,
      );
  return over.length > 0 ? 1 : 0;
}

/** docs/bench.md and its plots: a page of a whole run, or nothing. */
async function writePage(bench, found, committed, loadBefore) {
  const folder = join(root, 'docs/images/bench');
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(bench.plotsOf(found))) writeFileSync(join(folder, name), svg);
  const [processor] = cpus();
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    processors: `${cpus().length} processors (${processor.model.trim()})`,
    loads: [loadBefore, loadavg()[0]],
  };
  const page = join(root, 'docs/bench.md');
  const options = { ...(await prettier.resolveConfig(page)), parser: 'markdown' };
  writeFileSync(page, await prettier.format(bench.pageOf(found, committed, machine), options));
  say('docs/bench.md is written');
}

async function main() {
  const flags = flagsOf(process.argv.slice(2));
  if ('refusal' in flags) {
    say(flags.refusal);
    return 1;
  }
  const committed = JSON.parse(readFileSync(file, 'utf8'));
  if (flags.page && flags.only.length < groups.length) {
    say('--page is of all measurements, without --only');
    return 1;
  }
  const bench = await load();
  const found = [];
  const loadBefore = loadavg()[0];
  for (const name of flags.only) {
    const some = await resultsOf(bench, name, committed, flags);
    if (!flags.json) for (const one of some) process.stdout.write(`${bench.wordsOf(one, committed)}\n`);
    found.push(...some);
  }
  if (flags.json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  if (flags.page) await writePage(bench, found, committed, loadBefore);
  if (!flags.write) return verdict(bench, found, committed, flags.slack);
  writeFileSync(file, `${JSON.stringify(bench.withRatios(committed, found), null, 2)}\n`);
  say('test/bench/ratios.json is written');
  return 0;
}

try {
  process.exit(await main());
} catch (error) {
  say(`the measurement failed: ${error.message}`);
  process.exit(1);
}
