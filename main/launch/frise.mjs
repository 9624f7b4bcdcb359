#!/usr/bin/env node
/** The `frise` command: builds what is stale, then hands over. Only wires; see start.mjs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isEnding, listenForSignals, startChild, verdict } from './child.mjs';
import { findElectron } from './electron-binary.mjs';
import { root } from './parts.mjs';
import { buildStale, say, start } from './start.mjs';

const usage = `usage: frise COMMAND
  start [--show DIR] [--rig FILE] [--station DIR] [--http HOST:PORT] [--osc HOST:PORT]
        [--variant full|no-flash] [--follow URL [--follow-pin PIN]] [--no-open] [--windowed] [--headless]
        [flags of Electron]
  check DIR            validates a show folder
  new DIR …            makes a show folder from a template (frise new --help)
  pack DIR FILE        a show folder as one file, NAME.frise
  unpack FILE DIR      and back, checked
  render DIR …         draws stills and films (frise render --help)
  journal …            prints or exports what happened (frise journal --help)
  cue-sheet DIR …      the cue list for the desk, as PDF and CSV (frise cue-sheet --help)
  analyse DIR          measures a show's sounds, for what follows them
  flashes DIR          counts what flashes; code 1 where it is more than three a second
  schema [DIR]         writes the documents' JSON Schemas (shows/schema)
  bench [--json] [--only NAMES] [--slack N] [--write] [--page]
                       measures this machine
`;
const cli = join(root, 'dist/main/cli.cjs');
const bench = join(root, 'test/bench/run.mjs');

/** A program in plain Node, once what it runs is built. */
async function handOver(command, program, args) {
  if (!(await buildStale())) return 1;
  if (isEnding()) return 130;
  const electron = findElectron(root);
  const env = { ...process.env, FRISE_LAUNCHER: join(root, 'main/launch/frise.mjs') };
  if ('path' in electron) env.FRISE_ELECTRON = electron.path;
  const { end } = startChild(process.execPath, [program, ...args], { stdio: 'inherit', env });
  const { code, line } = verdict(await end, `frise ${command}`);
  if (line !== null && ![1, 2, 130].includes(code)) say(line);
  return isEnding() ? 130 : code;
}

function measure(args) {
  if (existsSync(bench)) return handOver('bench', bench, args);
  say('the measurements are part of the source. Run `npx frise bench` in a clone of the repository.');
  return 1;
}

function refuse(command) {
  const what = command === undefined ? 'no command' : `unknown command "${command}"`;
  say(
    `${what}. There are start, check, render, analyse, flashes, journal, schema, new, cue-sheet, pack, unpack and bench; \`frise help\` explains them.`,
  );
  return 1;
}

async function main([command, ...rest]) {
  switch (command) {
    case 'start':
      return start(rest);
    case 'check':
    case 'pack':
    case 'unpack':
    case 'render':
    case 'cue-sheet':
    case 'analyse':
    case 'flashes':
    case 'journal':
    case 'schema':
    case 'new':
      return handOver(command, cli, [command, ...rest]);
    case 'bench':
      return measure(rest);
    case 'help':
    case '--help':
    case '-h':
      process.stderr.write(usage);
      return 0;
    default:
      return refuse(command);
  }
}

// A closed terminal must not end the launcher before what it has started.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
listenForSignals();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
