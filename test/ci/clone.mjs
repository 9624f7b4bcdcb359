/**
 * Stage `clone`: a newcomer's machine. The last commit is cloned into an empty folder, installed and started with the
 * commands that the README names, and asked to do its first cue. Counts those steps.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, start } from '../support/processes.mjs';
import { readyLine } from '../support/electron.mjs';
import { tell } from './tell.mjs';
import { root } from './tree.mjs';

const show = 'shows/usine-extraordinaire';

/** Nothing of this checkout reaches the clone, neither npm's variables nor ours. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|FRISE_|NODE_|ELECTRON_|INIT_CWD)/i.test(name)),
  );
}

function must({ code, text }) {
  if (code !== 0) throw new Error(`ended with ${code}\n${text}`);
}

async function withProgram(program, http, osc, check) {
  await check('the desk fires cue 1', async () => {
    const [host, port] = osc.split(':');
    must(await tell('oscsend', [host, port, '/eos/out/event/cue/1/1/fire'], { seconds: 5 }));
    await eventually(
      async () => {
        const status = await (await fetch(`${http}/api/status`)).json();
        if (status.cues.current === '1' && status.playbacks.some(({ state }) => state === 'playing'))
          return true;
        throw new Error(JSON.stringify(status));
      },
      { what: 'cue 1 playing' },
    );
  });
  await check('the console page is served', async () => {
    const reply = await fetch(`${http}/console`);
    const body = await reply.text();
    if (!reply.ok || !body.includes('<script')) throw new Error(`${reply.status}\n${body.slice(0, 500)}`);
  });
  await check('stdout carries the ready line alone', () => {
    const lines = program.said.stdout.split('\n').filter((line) => line !== '' && !line.startsWith('> '));
    if (lines.length !== 1) throw new Error(lines.join('\n'));
  });
  await check('SIGTERM ends it with code 0', async () => {
    const end = await program.stop({ seconds: 15 });
    if (end.code !== 0) throw new Error(`code ${end.code}, signal ${end.signal}\n${program.said.stderr}`);
  });
}

export async function clone(say) {
  const folder = mkdtempSync(join(tmpdir(), 'frise-clone-'));
  const at = join(folder, 'frise');
  const env = cleanEnvironment();
  const total = { passed: 0, failed: 0, output: '' };
  let isOver = false;
  /** One step; after a failed one the others would say nothing new, so they count as failed without being tried. */
  const check = async (what, act) => {
    if (isOver) {
      total.failed++;
      return;
    }
    try {
      await act();
      total.passed++;
      say(`${what}: done`);
    } catch (error) {
      isOver = true;
      total.failed++;
      total.output += `${what}: ${error.message}\n`;
    }
  };
  let program = null;
  try {
    await check('git clone', async () => {
      must(await tell('git', ['clone', '--quiet', '--no-hardlinks', root, at], { env }));
      if (readdirSync(folder).length !== 1) throw new Error('something lies beside the clone');
    });
    await check('npm ci', async () =>
      must(await tell('npm', ['ci', '--no-audit', '--no-fund'], { cwd: at, env })),
    );
    await check('npm start -- --headless gives a ready line', async () => {
      const flags = [
        '--headless',
        '--http',
        '127.0.0.1:0',
        '--osc',
        '127.0.0.1:0',
        '--station',
        join(folder, 'station'),
      ];
      program = start('npm', ['start', '--', ...flags], { cwd: at, env: { ...blank(), ...env } });
      await program.until((said) => readyLine(said.stdout), { seconds: 120, what: 'the ready line' });
    });
    const ready = program === null ? null : readyLine(program.said.stdout);
    await withProgram(program, ready?.http, ready?.osc, check);
    await check('npx frise check finds nothing wrong', async () =>
      must(await tell('npx', ['--no-install', 'frise', 'check', show], { cwd: at, env })),
    );
  } finally {
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return total;
}

/** `start` adds to this process's environment: what the clone must not see is emptied. */
function blank() {
  const kept = cleanEnvironment();
  return Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => !(name in kept))
      .map((name) => [name, undefined]),
  );
}
