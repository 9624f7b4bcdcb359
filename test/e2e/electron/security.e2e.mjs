// Electron's own checklist, asked of the windows that are really open: isolation, sandbox, policy, navigation, new
// windows, permissions. And a page that tries.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { startDisplays } from '../../support/displays.mjs';
import { launchElectron } from '../../support/electron.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, temporaryFolder } from '../support/app.mjs';

let displays, station, shell, ready;

before(async () => {
  displays = await startDisplays({ count: 1, size: '800x600' });
  station = temporaryFolder();
  shell = await launchElectron({
    flags: [
      '--show',
      `${root}/test/fixtures/shows/tiny`,
      '--station',
      station.path,
      '--http',
      '127.0.0.1:0',
      '--osc',
      '127.0.0.1:0',
      '--windowed',
      '--use-fake-device-for-media-stream',
    ],
    env: displays.env,
  });
  ready = await shell.ready();
  for (const path of ['/console', '/audio', '/output/left', '/output/right'])
    await shell.page(path, { seconds: 60 });
});
after(async () => {
  await shell?.stop();
  await displays?.stop();
  station?.remove();
});

test('every window is isolated, sandboxed and without Node', async () => {
  const all = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => ({
      url: webContents.getURL(),
      settings: webContents.getLastWebPreferences(),
    })),
  );
  assert.ok(all.length >= 4, `${all.length} windows`);
  for (const { url, settings } of all) {
    assert.equal(settings.contextIsolation, true, url);
    assert.equal(settings.sandbox, true, url);
    assert.equal(settings.nodeIntegration, false, url);
    assert.equal(settings.webviewTag, false, url);
    assert.notEqual(settings.webSecurity, false, url);
    assert.notEqual(settings.allowRunningInsecureContent, true, url);
    assert.notEqual(settings.nodeIntegrationInWorker, true, url);
    assert.notEqual(settings.nodeIntegrationInSubFrames, true, url);
    assert.equal(settings.preload ?? '', '', `${url}: no bridge to anything`);
  }
});

test('a page finds nothing of Node, opens no window, goes nowhere else, and is given no camera or place', async () => {
  const page = await shell.page('/console');
  // One that would go elsewhere while it is loaded loses its scripts by it, and is loaded again.
  await page.waitForFunction(() => document.documentElement.dataset.began !== undefined);
  const found = await page.evaluate(async () => {
    const state = async (name) => {
      try {
        return (await navigator.permissions.query({ name })).state;
      } catch {
        return 'unknown';
      }
    };
    const placed = new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('given'),
        ({ code }) => done(code === 1 ? 'refused' : `failed ${code}`),
        { timeout: 3000 },
      ),
    );
    return {
      node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
      opened: window.open('https://example.org/') !== null,
      notifications: await Notification.requestPermission(),
      geolocation: await state('geolocation'),
      placed: await placed,
    };
  });
  assert.deepEqual(found.node, []);
  assert.equal(found.opened, false);
  assert.equal(found.notifications, 'denied');
  assert.equal(found.geolocation, 'denied');
  assert.notEqual(found.placed, 'given');
  const windows = await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  const urls = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  );
  assert.equal(urls.length, windows);
  for (const url of urls) assert.ok(url.startsWith(`${ready.http}/`), url);
});

/** What a page gets that asks for a camera, and whether it is told their names. */
const cameraOn = async (path) => {
  const page = await shell.page(path);
  return page.evaluate(async () => {
    const all = await navigator.mediaDevices.enumerateDevices();
    const named = all.filter(({ kind, label }) => kind === 'videoinput' && label !== '').length;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true });
      for (const track of stream.getTracks()) track.stop();
      return { named: named > 0, got: 'a camera' };
    } catch ({ name }) {
      return { named: named > 0, got: name };
    }
  });
};

test('a camera is for the console and the outputs, and for them only while the owner has mapped one', async () => {
  for (const path of ['/console', '/output/left', '/audio'])
    assert.equal((await cameraOn(path)).got, 'NotAllowedError', path);
  const edit = async (change) => {
    const reply = await fetch(`${ready.http}/api/verb/document/edit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ready.owner}` },
      body: JSON.stringify({ document: 'station', label: 'map', put: {}, remove: [], order: {}, ...change }),
    });
    assert.equal(reply.status, 200, await reply.text());
  };
  await edit({ put: { 'camera:stage': { input: 'Stage camera' } } });
  const given = { named: true, got: 'a camera' };
  for (const path of ['/console', '/output/left'])
    await eventually(async () => isDeepStrictEqual(await cameraOn(path), given), {
      what: `a camera on ${path}`,
    });
  assert.equal((await cameraOn('/audio')).got, 'NotAllowedError');
  await edit({ remove: ['camera:stage'] });
  for (const path of ['/console', '/output/left'])
    await eventually(async () => (await cameraOn(path)).got === 'NotAllowedError', {
      what: `none on ${path}`,
    });
});

test('inline script, eval and a frame of elsewhere are stopped by the policy', async () => {
  const page = await shell.page('/console');
  const found = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.stranger = true';
    document.body.append(script);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    const blocked = new Promise((done) => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, effectiveDirective }) => {
        if (/frame|child|default/.test(effectiveDirective ?? violatedDirective)) done(true);
      });
      setTimeout(done, 3000, false);
    });
    document.body.append(frame);
    const sent = await fetch('https://example.org/').then(
      () => 'sent',
      () => 'stopped',
    );
    return { ran: window.stranger === true, isFrameStopped: await blocked, sent };
  });
  assert.deepEqual(found, { ran: false, isFrameStopped: true, sent: 'stopped' });
});
