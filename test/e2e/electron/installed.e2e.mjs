// What electron-builder packs, started as a user's machine starts it: no repository around it, the shows beside the
// archive, and the show that plays.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { startDisplays } from '../../support/displays.mjs';
import { electronArguments, readyLine } from '../../support/electron.mjs';
import { tellFault } from '../../support/faults.mjs';
import { eventually, freeTcpPort, freeUdpPort, run, start } from '../../support/processes.mjs';
import { ensureElectron } from '../../support/setup/electron-runtime.mjs';
import { clientOf, root, temporaryFolder } from '../support/app.mjs';

let displays, work, program;

/** The runtime as it is downloaded: without the folder by which tests start an unpacked application. */
function bareRuntime(folder) {
  const copy = join(work.path, 'runtime');
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, 'resources/app'), { recursive: true, force: true });
  return copy;
}

before(async () => {
  displays = await startDisplays({ count: 2, size: '320x180' });
  work = temporaryFolder('installed');
  const electron = await ensureElectron();
  const asNode = { env: { ELECTRON_RUN_AS_NODE: '1' } };
  const version = (await run(electron.executable, ['-p', 'process.versions.electron'], asNode)).stdout;
  await run(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--dir',
      '--linux',
      `-c.electronVersion=${version.trim()}`,
      `-c.electronDist=${bareRuntime(electron.folder)}`,
      `-c.directories.output=${join(work.path, 'release')}`,
    ],
    { cwd: root, seconds: 120 },
  );
  program = join(work.path, 'release/linux-unpacked/frise');
});
after(async () => {
  await displays?.stop();
  work?.remove();
});

test('the package holds the built pages and the shows, and nothing of the repository', () => {
  const resources = join(work.path, 'release/linux-unpacked/resources');
  assert.ok(existsSync(join(resources, 'app.asar')));
  assert.ok(existsSync(join(resources, 'app.asar.unpacked/dist/renderer')));
  assert.ok(existsSync(join(resources, 'shows/usine-extraordinaire/show.json')));
  for (const name of ['node_modules', 'test', 'core', 'docs'])
    assert.ok(!readdirSync(join(resources, 'app.asar.unpacked')).includes(name));
});

test('nobody makes a Node of it by a variable', async () => {
  const env = { ELECTRON_RUN_AS_NODE: '1', DISPLAY: '', WAYLAND_DISPLAY: '' };
  const asked = start(program, [...electronArguments, '-p', '6 * 7'], { cwd: '/', env });
  await Promise.race([asked.ended, delay(5000)]);
  await asked.stop();
  assert.doesNotMatch(asked.said.stdout, /42/);
});

test('it opens the bundled show on two displays, plays on GO, and ends with 0', async () => {
  const flags = [
    '--http',
    '127.0.0.1:0',
    '--osc',
    '127.0.0.1:0',
    '--no-open',
    '--station',
    join(work.path, 'station'),
  ];
  const installed = start(program, [...electronArguments, ...flags], { cwd: '/', env: displays.env });
  try {
    const ready = await installed.until((said) => readyLine(said.stdout), {
      seconds: 60,
      what: 'the ready line',
    });
    const client = clientOf(ready);
    const opened = await client.statusWhere(
      (now) => now.outputs.length === 2 && now.outputs.every(({ connected }) => connected),
      { seconds: 60 },
    );
    assert.equal(opened.show.id, 'usine-extraordinaire');
    assert.deepEqual(opened.health.problems, []);
    assert.equal((await client.verb('go')).status, 200);
    await client.statusWhere(
      (now) => now.playbacks[0]?.position > 1 && now.outputs.every(({ fps }) => fps > 0),
      {
        seconds: 60,
      },
    );
  } finally {
    await installed.stop();
  }
  assert.equal((await installed.ended).code, 0);
});

/** Flags of a station of its own on ports that stay when it is started again. */
async function stationFlags(name) {
  const [http, osc] = [await freeTcpPort(), await freeUdpPort()].map((port) => `127.0.0.1:${port}`);
  const flags = ['--http', http, '--osc', osc, '--no-open', '--station', join(work.path, name)];
  return { flags, client: clientOf({ http: `http://${http}`, osc }) };
}

/** Kills it while the show plays, and sees it back: playing, at the right place, on both outputs. */
async function killedAndBack(id, client, kill) {
  await client.statusWhere((now) => now.outputs.every(({ connected }) => connected), { seconds: 60 });
  await client.verb('go');
  const before = await client.statusWhere((now) => now.playbacks[0]?.position > 1, { seconds: 30 });
  const killedAt = performance.now();
  await kill();
  const back = await client.statusWhere((now) => now.playbacks[0]?.state === 'playing', {
    seconds: 30,
    everyMs: 20,
  });
  const gap = performance.now() - killedAt;
  const seen = await client.statusWhere((now) => now.outputs.every(({ fps }) => fps > 0), { seconds: 60 });
  const picture = performance.now() - killedAt;
  const moved = back.playbacks[0].position - before.playbacks[0].position;
  tellFault(id, {
    saw: `No window until all is back: the outputs draw again after ${(picture / 1000).toFixed(1)} s, at the right place`,
    gapMs: Math.round(picture),
    backMs: Math.round(gap),
  });
  assert.equal(back.playbacks[0].id, before.playbacks[0].id);
  assert.ok(moved > 0 && moved < gap / 1000 + 3, `it went on by ${moved} s`);
  assert.ok(gap < 10_000, `back after ${gap.toFixed(0)} ms`);
  assert.equal(seen.cues.current, before.cues.current);
}

/** What systemd would do with the unit that is packed: its own start line, its own rule and delay of restarting. */
function supervise(unit, { program, args, env }) {
  const setting = (name) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];
  assert.equal(setting('ExecStart'), '/opt/Frise/frise');
  assert.equal(setting('Restart'), 'on-failure');
  const prevented = setting('RestartPreventExitStatus').split(' ').map(Number);
  let running = null;
  let isOver = false;
  const loop = (async () => {
    for (;;) {
      running = start(program, args, { cwd: '/', env });
      const { code } = await running.ended;
      if (isOver || code === 0 || prevented.includes(code)) return code;
      await delay(Number(setting('RestartSec')) * 1000);
    }
  })();
  return {
    running: () => running,
    stop: async () => {
      isOver = true;
      await running.stop();
      return loop;
    },
  };
}

test('the main process is killed: the unit that is packed brings it back, playing, at the right place', async () => {
  const unit = readFileSync(join(work.path, 'release/linux-unpacked/frise.service'), 'utf8');
  const { flags, client } = await stationFlags('supervised');
  const supervised = supervise(unit, { program, args: [...electronArguments, ...flags], env: displays.env });
  try {
    await killedAndBack('main-killed', client, async () => {
      const first = supervised.running();
      process.kill(first.pid, 'SIGKILL');
      await first.ended;
    });
  } finally {
    assert.equal(await supervised.stop(), 0);
  }
});

/** Children of a process that are no part of Chromium. */
const programsOf = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .filter((child) => !readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('--type='));

test('the main process is killed: Frise’s own keeper brings it back, and ends with it', async () => {
  const { flags, client } = await stationFlags('kept');
  const keeper = start(program, [...electronArguments, '--keep', ...flags], { cwd: '/', env: displays.env });
  try {
    await killedAndBack('main-killed-kept', client, async () => {
      const [main, ...others] = programsOf(keeper.pid);
      assert.deepEqual(others, []);
      process.kill(main, 'SIGKILL');
      await eventually(async () => (await client.status().catch(() => null)) === null, {
        everyMs: 5,
        what: 'the end of what it had started',
      });
    });
    const refused = start(program, [...electronArguments, '--keep', ...flags], {
      cwd: '/',
      env: displays.env,
    });
    assert.equal((await refused.ended).code, 2, 'a second one is refused, and not started again');
  } finally {
    await keeper.stop();
  }
  assert.equal((await keeper.ended).code, 0);
  assert.equal(await client.status().catch(() => null), null, 'nothing of it plays on');
});
