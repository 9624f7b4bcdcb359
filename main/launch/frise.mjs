#!/usr/bin/env node
/** The `frise` command: builds what is stale, then hands over. Only wires; see start.mjs. */
import { join } from 'node:path';
import { isEnding, listenForSignals, startChild, verdict } from './child.mjs';
import { findElectron } from './electron-binary.mjs';
import { root } from './parts.mjs';
import { buildStale, say, start } from './start.mjs';

const usage = `usage: frise COMMAND
  start [--show DIR] [--rig FILE] [--station DIR] [--http HOST:PORT] [--osc HOST:PORT]
        [--follow URL] [--no-open] [--windowed] [--headless] [flags of Electron]
  check DIR            validates a show folder
  render DIR …         draws stills and films (frise render --help)
  bench [--json]       measures this machine
`;

/** check, render and bench are one built program, in plain Node. */
async function handOver(args) {
  if (!(await buildStale())) return 1;
  if (isEnding()) return 130;
  const electron = findElectron(root);
  const env = { ...process.env, FRISE_LAUNCHER: join(root, 'main/launch/frise.mjs') };
  if ('path' in electron) env.FRISE_ELECTRON = electron.path;
  const { end } = startChild(process.execPath, [join(root, 'dist/main/cli.cjs'), ...args], {
    stdio: 'inherit',
    env,
  });
  const { code, line } = verdict(await end, `frise ${args[0]}`);
  if (line !== null && code !== 1 && code !== 2) say(line);
  return isEnding() ? 130 : code;
}

async function main([command, ...rest]) {
  switch (command) {
    case 'start':
      return start(rest);
    case 'check':
    case 'render':
    case 'bench':
      return handOver([command, ...rest]);
    case 'help':
    case '--help':
    case '-h':
      process.stderr.write(usage);
      return 0;
    default:
      process.stderr.write(usage);
      return 2;
  }
}

listenForSignals();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
