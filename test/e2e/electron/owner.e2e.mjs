// Electron's own console is the owner's, so that a technician can pair a tablet without a terminal; no other window is,
// and the token is left nowhere.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDisplays } from '../../support/displays.mjs';
import { launchElectron } from '../../support/electron.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, temporaryFolder } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/owner');
let displays, station, shell, ready, page;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  displays = await startDisplays({ count: 1, size: '1280x720' });
  station = temporaryFolder();
  shell = await launchElectron({
    flags: ['--http', '127.0.0.1:0', '--osc', '127.0.0.1:0', '--windowed', '--station', station.path],
    env: displays.env,
  });
  ready = await shell.ready();
  page = await shell.page('/console', { seconds: 60 });
});

after(async () => {
  await shell?.stop();
  await displays?.stop();
  station?.remove();
});

const mayPair = async (on) => {
  await on.getByRole('button', { name: /^(Réglages|Settings)/ }).click();
  const network = on.getByRole('switch');
  await network.waitFor();
  return network.isEnabled();
};

test('the console may open the network and pair', async () => {
  assert.equal(await mayPair(page), true);
  await page.getByRole('switch').click();
  await page.getByRole('button', { name: /Appairer une tablette|Pair a tablet/ }).click();
  await page.locator('.pin').waitFor();
  await page.screenshot({ path: join(artefacts, 'console.png') });
});

test('its token stands in no address and no history', async () => {
  assert.ok(!page.url().includes(ready.owner));
  const past = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  );
  assert.ok(past.length >= 3 && past.every((url) => !url.includes('owner')), JSON.stringify(past));
});

test('no other window can read it', async () => {
  const output = await shell.page(/\/output\//);
  const kept = await output.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
  );
  assert.ok(!kept.includes(ready.owner), kept);
});

test('it is the owner again after a reload, and after its page died', async () => {
  await page.reload();
  assert.equal(await mayPair(page), true);
  const died = await shell.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('/console'),
    );
    window.webContents.forcefullyCrashRenderer();
    return window.id;
  });
  // A page that is dying answers nobody; a second later it is asked again.
  const isOwner = () =>
    shell.app.evaluate(
      ({ BrowserWindow }, id) =>
        Promise.race([
          new Promise((answer) => setTimeout(answer, 1000, false)),
          BrowserWindow.fromId(id).webContents.executeJavaScript(
            `location.hash = '#settings', document.querySelector('[role=switch]')?.disabled === false`,
          ),
        ]),
      died,
    );
  await eventually(isOwner, { seconds: 20, what: 'an owner’s console' });
});

test('nothing that was said holds the token but the ready line', () => {
  assert.match(shell.stderr(), /console: page gone/);
  assert.ok(!shell.stderr().includes(ready.owner));
  assert.equal(shell.stdout().split(ready.owner).length - 1, 1);
});
