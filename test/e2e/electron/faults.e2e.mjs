// What dies while the show plays, and what the public sees of it: a held, plain picture on two displays, watched some
// twenty times a second. Figures are printed; asserted is that it comes back by itself, and is never white.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { startDisplays } from '../../support/displays.mjs';
import { electronArguments, launchElectron } from '../../support/electron.mjs';
import { eventually, start } from '../../support/processes.mjs';
import { ensureElectron } from '../../support/setup/electron-runtime.mjs';
import { clientOf, root, temporaryFolder } from '../support/app.mjs';
import { watchWall } from '../support/wall.mjs';

const size = { width: 320, height: 180 };
let displays, station, shell, client;

before(async () => {
  displays = await startDisplays({ count: 2, size: `${size.width}x${size.height}` });
  station = temporaryFolder();
  shell = await launchElectron({
    flags: [
      '--show',
      join(root, 'test/fixtures/shows/tiny'),
      '--station',
      station.path,
      '--http',
      '127.0.0.1:0',
      '--osc',
      '127.0.0.1:0',
      '--no-open',
    ],
    env: displays.env,
  });
  client = clientOf(await shell.ready());
  await client.statusWhere((now) => now.outputs.every(({ connected }) => connected), { seconds: 60 });
  await client.verb('go');
  await client.statusWhere((now) => now.playbacks[0]?.state === 'holding', { seconds: 60 });
  const wall = watchWall(displays, { x: 0, y: 0, ...size });
  await wall.lit(60);
  await wall.stop();
});
after(async () => {
  await shell?.stop();
  await displays?.stop();
  station?.remove();
});

/** Does it while the left display is watched; prints the gap. */
async function suffered(what, seconds, fault) {
  const wall = watchWall(displays, { x: 0, y: 0, ...size });
  await wall.lit(10);
  await fault();
  await wall.lit(seconds);
  const told = await wall.stop();
  process.stdout.write(`# ${what}: dark for at most ${told.longestDarkMs} ms (${told.looks} looks)\n`);
  assert.equal(told.sawWhite, false, 'never white');
  const now = await client.status();
  assert.equal(now.playbacks[0]?.state, 'holding');
  return told;
}
const pidOf = (path) =>
  shell.app.evaluate(
    ({ BrowserWindow }, end) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().endsWith(end))
        ?.webContents.getOSProcessId() ?? 0,
    path,
  );
const pidOfType = (type) =>
  shell.app.evaluate(
    ({ app }, wanted) => app.getAppMetrics().find((one) => one.type === wanted)?.pid ?? 0,
    type,
  );
/** Electron still names processes that have ended a moment ago. */
function signalled(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}
const reconnected = (id) =>
  client.statusWhere((now) => now.outputs.find((one) => one.id === id).connected, { seconds: 30 });

test('an output page is killed', async () => {
  const before = await pidOf('/output/left');
  await suffered('output page killed', 30, async () => {
    process.kill(before, 'SIGKILL');
    await eventually(async () => ![0, before].includes(await pidOf('/output/left')), {
      seconds: 20,
      what: 'a new process for the page that was killed',
    });
    await reconnected('left');
  });
});

test('the GPU process is killed ten times', async () => {
  for (let round = 1; round <= 10; round += 1)
    await suffered(`GPU process killed, ${round}`, 30, async () => {
      const pid = await eventually(async () => (await pidOfType('GPU')) || null, { what: 'a GPU process' });
      process.kill(pid, 'SIGKILL');
      await eventually(async () => ![0, pid].includes(await pidOfType('GPU')), {
        what: 'the next GPU process',
      });
    });
  const { outputs } = await client.statusWhere((now) => now.outputs.every(({ error }) => error === null), {
    seconds: 20,
  });
  assert.equal(outputs.length, 2);
});

test('an output page hangs in an endless loop', async () => {
  const before = await pidOf('/output/left');
  await suffered('output page hung', 60, async () => {
    await shell.app.evaluate(({ BrowserWindow }) => {
      const left = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().endsWith('/output/left'),
      );
      void left.webContents.executeJavaScript('for (;;) {}').catch(() => undefined);
    });
    await eventually(async () => ![0, before].includes(await pidOf('/output/left')), {
      seconds: 40,
      what: 'a new process for the page that hangs',
    });
    await reconnected('left');
  });
});

test('the sound page is killed', async () => {
  const before = await pidOf('/audio');
  const told = await suffered('sound page killed', 10, async () => {
    process.kill(before, 'SIGKILL');
    await eventually(async () => ![0, before].includes(await pidOf('/audio')), {
      seconds: 20,
      what: 'another',
    });
  });
  assert.equal(told.longestDarkMs, 0);
});

test('the host stands still for two seconds, then dies', async () => {
  const pid = await pidOfType('Utility');
  const told = await suffered('host stopped, then killed', 10, async () => {
    process.kill(pid, 'SIGSTOP');
    await delay(2000);
    process.kill(pid, 'SIGKILL');
    await client.statusWhere((now) => now.outputs.every(({ connected }) => connected), { seconds: 20 });
  });
  assert.equal(told.longestDarkMs, 0);
});

test('the whole machine sleeps for three seconds', async () => {
  const pids = await shell.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const told = await suffered('everything suspended', 20, async () => {
    const stopped = pids.filter((pid) => signalled(pid, 'SIGSTOP'));
    await delay(3000);
    for (const pid of stopped.toReversed()) signalled(pid, 'SIGCONT');
    await client.statusWhere((now) => now.outputs.every(({ connected, fps }) => connected && fps > 0), {
      seconds: 20,
    });
  });
  assert.equal(told.longestDarkMs, 0);
});

test('a second instance on the same station says so and goes; the first plays on', async () => {
  const { executable } = await ensureElectron();
  const told = await suffered('second instance', 10, async () => {
    const second = start(
      executable,
      [
        root,
        ...electronArguments,
        '--station',
        station.path,
        '--http',
        '127.0.0.1:0',
        '--osc',
        '127.0.0.1:0',
      ],
      { env: displays.env },
    );
    assert.equal((await second.ended).code, 2);
    assert.match(second.said.stderr, /in use by a Frise that is running/);
  });
  assert.equal(told.longestDarkMs, 0);
});
