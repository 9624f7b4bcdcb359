// What dies while the show plays, and what the public sees of it: a held, plain picture on two displays, watched some
// 250 times a second. Figures are printed; asserted is that it comes back by itself and that it is never white.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { startDisplays } from '../../support/displays.mjs';
import { tellFault } from '../../support/faults.mjs';
import { electronArguments, launchElectron } from '../../support/electron.mjs';
import { eventually, run, start } from '../../support/processes.mjs';
import { ensureElectron } from '../../support/setup/electron-runtime.mjs';
import { clientOf, root, temporaryFolder } from '../support/app.mjs';
import { distance, readPicture } from '../support/picture.mjs';
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

/** Does it while the left display is watched; tells the gap. `stood`: the picture stood still until all was back. */
async function suffered(id, seconds, fault, stood = null) {
  const wall = watchWall(displays, { x: 0, y: 0, ...size });
  await wall.lit(10);
  const from = performance.now();
  await fault();
  const backMs = Math.round(performance.now() - from);
  await wall.lit(seconds);
  const told = await wall.stop();
  assert.equal(told.sawWhite, false, `white for ${told.longestWhiteMs} ms in ${told.looks} looks`);
  const saw = told.longestDarkMs === 0 ? 'The picture, all the time' : 'One output black, never white';
  const gapMs = stood === null ? told.longestDarkMs : Math.max(backMs, told.longestDarkMs);
  tellFault(id, {
    saw: stood === null ? saw : `${stood} (black for ${told.longestDarkMs} ms of it)`,
    gapMs,
    backMs,
  });
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
/** Of one type are several: Chromium's network service is a `Utility`, too. */
const pidNamed = (wanted) =>
  shell.app.evaluate(
    ({ app }, sought) => app.getAppMetrics().find(({ name }) => name === sought)?.pid ?? 0,
    wanted,
  );
const pidOfHost = () => pidNamed('frise host');
const filtersOfOutputs = () =>
  shell.app.evaluate(({ BrowserWindow }) => {
    const outputs = BrowserWindow.getAllWindows().filter((one) =>
      one.webContents.getURL().includes('/output/'),
    );
    const script = "getComputedStyle(document.querySelector('canvas')).filter";
    return Promise.all(outputs.map((one) => one.webContents.executeJavaScript(script)));
  });
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

/** The left output's small picture for the console, as the host tells it to a page. */
const smallPicture = () =>
  new Promise((resolve, reject) => {
    const line = new WebSocket(`${client.http.replace('http', 'ws')}/link`);
    const hello = { protocol: 1, role: 'viewer', page: { kind: 'tool', id: 'test' }, token: null };
    line.on('open', () => line.send(JSON.stringify({ t: 'hello', ...hello })));
    line.on('error', reject);
    line.on('message', (data) => {
      const message = JSON.parse(data);
      if (message.t !== 'welcome') return;
      line.close();
      const url = message.snapshot.thumbnails.left;
      resolve(url === undefined ? null : Buffer.from(url.split(',')[1], 'base64'));
    });
  });

test('the small picture of an output is what is on the wall', async () => {
  const jpeg = await eventually(smallPicture, { what: 'a small picture' });
  const [small, large] = ['jpg', 'png'].map((kind) => join(station.path, `left.${kind}`));
  writeFileSync(small, jpeg);
  const asPng = ['-resize', '160x90!', large];
  await run('convert', [small, ...asPng]);
  const told = readPicture(large);
  const area = `${size.width}x${size.height}+0+0`;
  await run('import', ['-window', 'root', '-crop', area, '+repage', ...asPng], { env: displays.env });
  const { mean } = distance(told, readPicture(large));
  assert.ok(mean < 8, `they differ by ${mean.toFixed(1)} of 255`);
});

/** In one kill of six or so the browser would draw the dead page's last frame once more, white: `renderer/output/negative.ts`. */
const KILLS = process.env['FRISE_LONG'] ? 24 : 4;

test(`an output page is killed ${KILLS} times`, async () => {
  const turned = await filtersOfOutputs();
  assert.deepEqual(turned, ['invert(1)', 'invert(1)'], 'what keeps a dead page from being white');
  for (let round = 1; round <= KILLS; round += 1) {
    const before = await pidOf('/output/left');
    const told = await suffered('output-killed', 30, async () => {
      process.kill(before, 'SIGKILL');
      await eventually(async () => ![0, before].includes(await pidOf('/output/left')), {
        seconds: 20,
        what: 'a new process for the page that was killed',
      });
      await reconnected('left');
    });
    assert.equal(told.sawGrey, false, 'grey while its page was loaded');
  }
});

/** How long after the page's HTML has come, ms: its scripts are still out, or its workers' are. */
const NETWORK_DIES_AFTER = process.env['FRISE_LONG'] ? [0, 20, 40, 60, 80, 100, 150, 200] : [0, 60];

test('an output page is killed, and what fetches its scripts while it is loaded again', async () => {
  for (const ms of NETWORK_DIES_AFTER)
    await suffered('output-and-network-killed', 30, async () => {
      const [page, network] = [await pidOf('/output/left'), await pidNamed('Network Service')];
      await shell.app.evaluate(
        ({ BrowserWindow }, [pid, delayMs]) => {
          const left = BrowserWindow.getAllWindows().find((one) =>
            one.webContents.getURL().endsWith('/output/left'),
          );
          left.webContents.once('did-navigate', () =>
            setTimeout(() => process.kill(pid, 'SIGKILL'), delayMs),
          );
        },
        [network, ms],
      );
      process.kill(page, 'SIGKILL');
      await eventually(async () => ![0, network].includes(await pidNamed('Network Service')), {
        what: 'another network service',
      });
      await reconnected('left');
    });
});

test('the GPU process is killed ten times', async () => {
  for (let round = 1; round <= 10; round += 1)
    await suffered('gpu-killed', 30, async () => {
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
  await suffered(
    'output-hung',
    60,
    async () => {
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
    },
    'One output’s last picture stands, until its page is ended and another one is there',
  );
});

/** Runs in the page of the left output. */
const inLeft = (script) =>
  shell.app.evaluate(({ BrowserWindow }, code) => {
    const left = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().endsWith('/output/left'),
    );
    void left.webContents.executeJavaScript(code).catch(() => undefined);
  }, script);
const CONTEXT = `document.querySelector('canvas').getContext('webgl2')`;

test('the GPU takes its context away and does not give it back', async () => {
  await suffered('context-lost', 30, async () => {
    await inLeft(`${CONTEXT}.getExtension('WEBGL_lose_context').loseContext()`);
    await client.statusWhere(
      (now) => now.outputs.find(({ id }) => id === 'left').error?.code === 'gpu-lost',
      {
        seconds: 10,
      },
    );
    await client.statusWhere(
      (now) => now.outputs.every(({ error, connected }) => error === null && connected),
      {
        seconds: 30,
      },
    );
  });
});

/** Draws a triangle whose every pixel takes for ever, as a shader with a mistake in its loop would. */
const ENDLESS = `{
  const gl = ${CONTEXT};
  const shader = (type, text) => {
    const made = gl.createShader(type);
    gl.shaderSource(made, '#version 300 es\\nprecision highp float;' + text);
    gl.compileShader(made);
    return made;
  };
  const program = gl.createProgram();
  gl.attachShader(program, shader(gl.VERTEX_SHADER,
    'void main(){gl_Position=vec4(gl_VertexID==1?3.:-1.,gl_VertexID==2?3.:-1.,0,1);}'));
  gl.attachShader(program, shader(gl.FRAGMENT_SHADER,
    'uniform float step_;out vec4 c;void main(){float a=0.;for(float i=1.;i>0.5;i+=step_)a=fract(a+i*gl_FragCoord.x);c=vec4(a);}'));
  gl.linkProgram(program);
  gl.useProgram(program);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  gl.flush();
}`;

/** A minute or so: short runs leave it to \`npm run faults\`. */
if (process.env['FRISE_LONG'])
  test('a shader never ends: the GPU process that hangs in it is ended', async () => {
    await suffered(
      'shader-endless',
      90,
      async () => {
        const pid = await pidOfType('GPU');
        await inLeft(ENDLESS);
        await eventually(async () => ![0, pid].includes(await pidOfType('GPU')), {
          seconds: 90,
          what: 'the next GPU process',
        });
        await client.statusWhere((now) => now.outputs.every(({ error, fps }) => error === null && fps > 0), {
          seconds: 30,
        });
      },
      'All outputs’ last pictures stand, until the GPU process is ended',
    );
  });

test('the console is killed: the wall plays on, and it comes back', async () => {
  const isConsole = () =>
    shell.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((one) => new URL(one.webContents.getURL()).pathname === '/console')
          ?.webContents.getOSProcessId() ?? 0,
    );
  const told = await suffered('console-killed', 10, async () => {
    await shell.app.evaluate(({ app }) => app.emit('second-instance'));
    const before = await eventually(async () => (await isConsole()) || null, { what: 'the console' });
    process.kill(before, 'SIGKILL');
    await eventually(async () => ![0, before].includes(await isConsole()), { seconds: 20, what: 'another' });
  });
  assert.equal(told.longestDarkMs, 0);
});

test('the sound page is killed', async () => {
  const before = await pidOf('/audio');
  const told = await suffered('audio-killed', 10, async () => {
    process.kill(before, 'SIGKILL');
    await eventually(async () => ![0, before].includes(await pidOf('/audio')), {
      seconds: 20,
      what: 'another',
    });
  });
  assert.equal(told.longestDarkMs, 0);
});

test('the host stands still for two seconds, then dies', async () => {
  const pid = await pidOfHost();
  const told = await suffered('host-stopped', 10, async () => {
    process.kill(pid, 'SIGSTOP');
    await delay(2000);
    process.kill(pid, 'SIGKILL');
    await eventually(async () => ![0, pid].includes(await pidOfHost()), { what: 'another host' });
    await client.statusWhere((now) => now.outputs.every(({ connected }) => connected), { seconds: 20 });
  });
  assert.equal(told.longestDarkMs, 0);
});

test('the host hangs: it is ended, and another one goes on', async () => {
  const pid = await pidOfHost();
  const told = await suffered('host-hung', 10, async () => {
    process.kill(pid, 'SIGSTOP');
    await eventually(async () => ![0, pid].includes(await pidOfHost()), {
      seconds: 30,
      what: 'another host',
    });
    await client.statusWhere((now) => now.outputs.every(({ connected }) => connected), { seconds: 20 });
  });
  assert.equal(told.longestDarkMs, 0);
});

test('the host gets no more memory: the wall sees nothing of it', async () => {
  const pid = await pidOfHost();
  const kilobytes = Number(/^VmData:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  const rig = JSON.parse(readFileSync(join(root, 'test/fixtures/shows/tiny/rigs/two.json'), 'utf8'));
  const left = rig.records['output:left'];
  let isSame = true;
  const told = await suffered('memory-pressure', 10, async () => {
    await run('prlimit', ['--pid', String(pid), `--data=${kilobytes * 1024}`]);
    // What it is asked needs memory that it doesn't get.
    const long = 'x'.repeat(900_000);
    for (let n = 1; n <= 40 && isSame; n += 1) {
      const put = { 'output:left': { ...left, name: `${n}${long}` } };
      await client.verb('document/edit', { document: 'rig', label: 'much', put }).catch(() => undefined);
      isSame = (await pidOfHost()) === pid;
    }
    await client.statusWhere((now) => now.outputs.every(({ connected }) => connected), { seconds: 30 });
    await run('prlimit', ['--pid', String(pid), '--data=unlimited'], { check: false });
  });
  process.stdout.write(`# the host ${isSame ? 'went on' : 'died and came back'}\n`);
  assert.equal(told.longestDarkMs, 0);
});

test('the whole machine sleeps for three seconds', async () => {
  const pids = await shell.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const told = await suffered('suspended', 20, async () => {
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
  const told = await suffered('second-instance', 10, async () => {
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
