/** What `npm start` does where no window can open, and how it ends. The host behind it is the real one. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';
import { readyLine } from '../../support/electron.mjs';
import { start } from '../../support/processes.mjs';

let station;
before(() => (station = mkdtempSync(join(tmpdir(), 'frise-launcher-'))));
after(() => rmSync(station, { recursive: true, force: true }));

const flags = () => ['--station', station, '--http', '127.0.0.1:0', '--osc', '127.0.0.1:0'];
const noDownload = { FRISE_ELECTRON_DOWNLOAD_SECONDS: '0' };

/** `frise start` as a person types it, until its ready line; then SIGTERM. */
async function startAndEnd(args, env) {
  const shell = start(process.execPath, ['main/launch/frise.mjs', 'start', ...flags(), ...args], {
    cwd: root,
    env,
  });
  try {
    const ready = await shell.until((said) => readyLine(said.stdout), {
      seconds: 60,
      what: 'the ready line',
    });
    await shell.until((said) => (said.stderr.includes('/programme') ? true : null), {
      what: "the pages' addresses",
    });
    const reply = await fetch(`${ready.http}/api/status`);
    assert.equal(reply.status, 200);
    const end = await shell.stop({ seconds: 15 });
    assert.equal(end.code, 0, shell.said.stderr);
    const lines = shell.said.stdout.split('\n').filter((line) => line !== '');
    assert.equal(lines.length, 1, 'stdout carries the ready line alone');
    return { ready, stderr: shell.said.stderr };
  } finally {
    await shell.stop();
  }
}

test('without a display the host runs alone and the pages are named', async () => {
  const { ready, stderr } = await startAndEnd(['--no-sandbox', '--planted-flag'], {
    ...noDownload,
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  });
  assert.match(stderr, /there is no display/);
  assert.match(stderr, /these flags mean nothing: --no-sandbox --planted-flag/);
  assert.ok(stderr.includes(`${ready.http}/console`));
});

test('a display that is only a name is found dead', async () => {
  const { stderr } = await startAndEnd(['--no-sandbox'], {
    ...noDownload,
    DISPLAY: ':4711',
    WAYLAND_DISPLAY: '',
  });
  assert.match(stderr, /the display :4711 doesn't answer/);
});

test('a Wayland socket with nobody behind it is found dead', async () => {
  const { stderr } = await startAndEnd(['--no-sandbox'], {
    ...noDownload,
    DISPLAY: '',
    WAYLAND_DISPLAY: join(station, 'nobody'),
  });
  assert.match(stderr, /nobody doesn't answer/);
});

test('an Electron that ends before its first window is said, and the host takes over', async () => {
  const display = createServer((socket) => socket.once('data', () => socket.write(Buffer.alloc(8))));
  const socket = join(station, 'wayland');
  await new Promise((done) => display.listen(socket, done));
  const folder = mkdtempSync(join(tmpdir(), 'frise-broken-electron-'));
  try {
    await run('/bin/sh', [
      '-c',
      `printf '#!/bin/sh\\nexit 7\\n' >${folder}/electron && chmod +x ${folder}/electron`,
    ]);
    const { stderr } = await startAndEnd(['--no-sandbox'], {
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      DISPLAY: '',
      WAYLAND_DISPLAY: socket,
    });
    assert.match(stderr, /Electron ended before its first window \(code 7\)/);
  } finally {
    display.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('an override that holds no Electron is named', async () => {
  const display = createServer();
  const socket = join(station, 'wayland-2');
  await new Promise((done) => display.listen(socket, done));
  try {
    const { stderr } = await startAndEnd(['--no-sandbox'], {
      ELECTRON_OVERRIDE_DIST_PATH: station,
      DISPLAY: '',
      WAYLAND_DISPLAY: socket,
    });
    assert.match(stderr, /ELECTRON_OVERRIDE_DIST_PATH names .* no Electron/);
  } finally {
    display.close();
  }
});

test('root is told about --no-sandbox', async (t) => {
  if (process.getuid() !== 0) return t.diagnostic('not root: the launcher has nothing to say');
  const { stderr } = await startAndEnd([], { ...noDownload });
  assert.match(stderr, /root without --no-sandbox/);
});

test('--headless says nothing of windows, and SIGINT ends it with code 0', async () => {
  const app = await startHeadless({ how: 'launcher' });
  const end = await app.stop({ signal: 'SIGINT', seconds: 15 });
  assert.equal(end.code, 0, app.shell.said.stderr);
  assert.doesNotMatch(app.shell.said.stderr, /display|browser/);
});

test('a flag without its value is refused', async () => {
  const asked = await run(process.execPath, ['main/launch/frise.mjs', 'start', '--show'], {
    cwd: root,
    check: false,
  });
  assert.equal(asked.code, 1);
  assert.match(asked.stderr, /--show needs a value/);
  assert.equal(asked.stdout, '');
});

test('a host that fails is reported with its code', async () => {
  const asked = await run(
    process.execPath,
    ['main/launch/frise.mjs', 'start', '--headless', '--station', station, '--http', 'nonsense'],
    { cwd: root, check: false },
  );
  assert.notEqual(asked.code, 0);
  assert.match(asked.stderr, /the host ended with code/);
});
