// The clean feed as a stream's browser source opens it: the render's own picture, with sound, at its own rate, black when
// the host is away, and nothing of the host's time when nobody watches.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { run } from '../../support/processes.mjs';
import { bundledShow, root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { holdClock, logOf } from '../support/frames.mjs';
import { brightness, distance, parsePicture, readPicture } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/programme');
const size = { width: 320, height: 180 };
const folder = temporaryFolder('programme');
let host, browser, page, complaint;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless({ show: bundledShow });
  // As a browser is that was never told otherwise.
  browser = await launchChromium({ args: ['--autoplay-policy=document-user-activation-required'] });
  page = await browser.newPage({ viewport: size });
  complaint = watchPage(page, { allow: [/WebSocket connection/, /ERR_CONNECTION/, /AudioContext/] });
});
after(async () => {
  await browser?.close();
  await host?.stop();
  folder.remove();
});

test('it is the render of the canvas, at its own rate, and its sound waits for one click', async () => {
  await page.goto(`${host.http}/programme?size=320x180&fps=10&lang=en`);
  await page.evaluate(() => window.frise.ready);
  const button = page.getByRole('button', { name: /Sound on/ });
  await button.waitFor();
  await host.verb('go');
  await host.verb('seek', { position: 50 });
  await page.waitForFunction(() => (window.frise.log.at(-1)?.position ?? 0) > 50.5, null, {
    timeout: 60_000,
  });
  const moving = (await logOf(page)).filter((one) => one.position !== null);
  const frames = moving.map((one) => Math.round(one.clock * 10));
  assert.equal(new Set(frames).size, frames.length, 'each frame of ten a second is drawn once');
  await button.click();
  await page.waitForFunction(() => window.friseSound() === 'running');
  await button.waitFor({ state: 'hidden' });
  const { position } = await holdClock(page);
  const shown = await page.screenshot();
  writeFileSync(join(artefacts, 'programme.png'), shown);
  const out = join(folder.path, 'still.png');
  const flags = ['--canvas', '--at', String(position), '--size', '320x180', '--lang', 'en', '--out', out];
  await run(process.execPath, ['main/launch/frise.mjs', 'render', bundledShow, ...flags], {
    cwd: root,
    env: { FRISE_CHROMIUM_FLAGS: '--no-sandbox' },
  });
  const [live, still] = [parsePicture(shown), readPicture(out)];
  // The render letterboxes the canvas into its size as the page's window does.
  assert.ok(brightness(still) > 3, 'there is a picture');
  const { mean, far } = distance(live, still);
  assert.ok(mean < 2 && far < 0.02, `mean ${mean.toFixed(2)}, far ${far.toFixed(3)}`);
});

test('the public’s view is the building at night with the show on it', async () => {
  const other = await browser.newPage({ viewport: size });
  await other.goto(`${host.http}/programme?view=public&sound=0`);
  await other.evaluate(() => window.frise.ready);
  const { position } = await holdClock(other);
  const shown = await other.screenshot();
  writeFileSync(join(artefacts, 'public.png'), shown);
  const out = join(folder.path, 'public.png');
  const flags = ['--view', 'public', '--at', String(position), '--size', '320x180', '--out', out];
  await run(process.execPath, ['main/launch/frise.mjs', 'render', bundledShow, ...flags], {
    cwd: root,
    env: { FRISE_CHROMIUM_FLAGS: '--no-sandbox' },
  });
  const [live, still] = [parsePicture(shown), readPicture(out)];
  assert.ok(brightness(still) > 5, 'even a dark building is seen');
  const { mean, far } = distance(live, still);
  assert.ok(mean < 2 && far < 0.02, `mean ${mean.toFixed(2)}, far ${far.toFixed(3)}`);
  await other.close();
});

test('it is black when the host is away, and back with it', async () => {
  await page.evaluate(() => window.frise.hold(null));
  await host.shell.stop({ signal: 'SIGKILL' });
  await page.waitForFunction(() => document.body.dataset.away === 'true', null, { timeout: 15_000 });
  assert.ok(brightness(parsePicture(await page.screenshot())) < 1, 'black');
  complaint.check();
});
