// The evening before the audience comes, in real Electron with four projectors: a pre-flight that finds the wrong
// display, the file that can't be decoded, the output that was killed and the frames that came late; then a locked show
// that asks twice before it goes dark, and ends at once for a supervisor.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { startDisplays } from '../../support/displays.mjs';
import { launchElectron } from '../../support/electron.mjs';
import { eventually } from '../../support/processes.mjs';
import { clientOf, root, temporaryFolder } from '../support/app.mjs';
import { topicsNow } from '../support/topics.mjs';

let displays, station, show, shell, client, ready;

/** The tiny show with a film, a picture and one file that is no picture. */
const makeShow = () => {
  const folder = temporaryFolder('show');
  cpSync(join(root, 'test/fixtures/shows/tiny'), folder.path, { recursive: true });
  for (const file of ['film.webm', 'card.png'])
    copyFileSync(join(root, 'test/fixtures/media', file), join(folder.path, 'media', file));
  writeFileSync(join(folder.path, 'media/broken.png'), 'no picture');
  const path = join(folder.path, 'show.json');
  const document = JSON.parse(readFileSync(path, 'utf8'));
  Object.assign(document.records, {
    'media:film': { path: 'media/film.webm', kind: 'video' },
    'media:card': { path: 'media/card.png', kind: 'image' },
    'media:broken': { path: 'media/broken.png', kind: 'image' },
  });
  writeFileSync(path, JSON.stringify(document));
  return folder;
};

before(async () => {
  displays = await startDisplays({ count: 4, size: '320x180' });
  [station, show] = [temporaryFolder(), makeShow()];
  const rig = join(root, 'test/fixtures/rigs/four.json');
  const ports = ['--http', '127.0.0.1:0', '--osc', '127.0.0.1:0'];
  shell = await launchElectron({
    flags: ['--show', show.path, '--rig', rig, ...ports, '--no-open', '--station', station.path],
    env: displays.env,
  });
  ready = await shell.ready();
  client = clientOf(ready);
  await client.statusWhere((now) => now.outputs.length === 4 && now.outputs.every((one) => one.connected), {
    seconds: 60,
  });
});
after(async () => {
  await shell?.stop();
  await displays?.stop();
  for (const folder of [station, show]) folder?.remove();
});

/** Until nothing of it throws. */
const holds = (check, limit = {}) =>
  eventually(
    async () => {
      await check();
      return true;
    },
    { what: String(check), ...limit },
  );
const topics = () => topicsNow(client);
const ask = async (name, input, headers) => {
  const { status, body } = await client.verb(name, input, headers);
  assert.equal(status, 200, JSON.stringify(body));
  return body.value;
};
const run = async (only, meanwhile) => {
  await ask('preflight/run', only ? { only } : {});
  await meanwhile?.();
  return eventually(
    async () => {
      const { preflight } = await topics();
      assert.notEqual(preflight.endedAt, null);
      return preflight;
    },
    { seconds: 45, what: 'the pre-flight’s end' },
  );
};
const of = ({ lines }, id) => {
  const line = lines.find((one) => one.id === id);
  return `${line.state} ${line.problem?.code ?? ''}`.trim();
};

test('the pre-flight finds what is wrong on this machine and says what to do', async () => {
  const owner = { authorization: `Bearer ${ready.owner}` };
  const put = { 'preflight:main': { frameSeconds: 3 } };
  await ask('document/edit', { document: 'station', label: 'quick', put }, owner);
  const { records } = (await topics()).rig.document;
  const wrong = { 'output:b': { ...records['output:b'], refresh: 50, width: 640, height: 360 } };
  await ask('document/edit', { document: 'rig', label: 'another projector', put: wrong });

  const found = await run(null, async () => {
    // Long enough for the files; then a picture that hangs and a page that dies are caught in the act.
    await holds(async () => assert.ok((await topics()).preflight.progress > 0.2), { seconds: 30 });
    const slow = await shell.page('/output/a');
    const dies = await shell.page('/output/d');
    void dies.evaluate(() => new Promise(() => undefined)).catch(() => undefined);
    await shell.app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      windows
        .find((one) => one.webContents.getURL().endsWith('/output/d'))
        .webContents.forcefullyCrashRenderer();
    });
    await slow.evaluate(() => {
      for (const end = performance.now() + 600; performance.now() < end;);
    });
  });
  assert.equal(of(found, 'display:a'), 'pass');
  assert.equal(of(found, 'display:b'), 'fail preflight-display-size');
  assert.match(of(found, 'output:a'), /^fail preflight-(late|slow)$/);
  // Back in time or not: it was lost.
  assert.match(of(found, 'output:d'), /^fail preflight-output-(broke|lost)$/);
  assert.equal(of(found, 'files'), 'pass');
  assert.equal(of(found, 'decode'), 'fail preflight-decode');
  assert.match(
    found.lines.find(({ id }) => id === 'decode').problem.message,
    /^media\/broken\.png can’t be decoded/,
  );
  assert.equal(of(found, 'drawing:a'), 'fail preflight-software');
  assert.equal(of(found, 'sleep'), 'pass');
  assert.match(of(found, 'gpu'), /^(pass|fail preflight-gpu)$/, 'the shell tells of its graphics card');
  assert.equal(of(found, 'lock'), 'warn preflight-unlocked');
  assert.equal(of(found, 'timecode'), 'unset');

  // Put right, and looked at again alone: film, drawing and pictures are all decoded.
  copyFileSync(join(root, 'test/fixtures/media/card.png'), join(show.path, 'media/broken.png'));
  assert.equal(of(await run(['decode']), 'decode'), 'pass');
  await ask('document/edit', { document: 'rig', label: 'back', put: { 'output:b': records['output:b'] } });
  await holds(async () => {
    const { places } = (await topics()).station;
    assert.ok(places.every(({ kind }) => kind === 'display'));
  });
  assert.equal(of(await run(['display:b']), 'display:b'), 'pass');
});

test('a locked show asks twice before a window goes or the application quits', async () => {
  await shell.app.evaluate(({ dialog }) => {
    globalThis.asked = [];
    globalThis.answers = [];
    dialog.showMessageBox = async (...given) => {
      const options = given.at(-1);
      globalThis.asked.push(`${options.message} ${options.detail}`);
      return { response: globalThis.answers.shift() ?? 0 };
    };
  });
  await ask('cue/go', { cue: '1' });
  await ask('lock/show', { on: true });
  await delay(500);
  const asked = () => shell.app.evaluate(() => globalThis.asked);
  const answer = (...answers) => shell.app.evaluate((_, given) => void (globalThis.answers = given), answers);
  const close = () =>
    shell.app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      windows.find((one) => one.webContents.getURL().endsWith('/output/c')).close();
    });
  const count = () =>
    shell.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().filter((one) => one.webContents.getURL().includes('/output/')).length,
    );

  await shell.app.evaluate(({ app }) => app.quit());
  await holds(async () => assert.equal((await asked()).length, 1));
  assert.match((await asked())[0], /en cours|is running/);
  await answer(1, 0);
  await shell.app.evaluate(({ app }) => app.quit());
  await holds(async () => assert.equal((await asked()).length, 3));
  assert.equal(await count(), 4);
  await answer(1, 1);
  await close();
  await holds(async () => assert.equal(await count(), 3));
  assert.equal((await asked()).length, 5);
});

test('SIGTERM ends it at once, while the question is open too', async () => {
  await shell.app.evaluate(({ app, dialog }) => {
    dialog.showMessageBox = () => new Promise(() => undefined);
    app.quit();
  });
  const main = await shell.app.evaluate(() => process.pid);
  process.kill(main, 'SIGTERM');
  // The process itself stays for the test's debugger; its host and its windows are gone.
  await holds(() => assert.rejects(fetch(`${client.http}/api/status`)), { seconds: 8 });
});
