/**
 * The picture of the Run page for docs/operator.md, taken from the real page with the bundled show in its first loop:
 * `node test/support/run-picture.mjs`, after a build. At most 200 kB, or it fails.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root, startHeadless } from '../e2e/support/app.mjs';
import { launchChromium } from './chromium.mjs';

const file = join(root, 'docs/images/run.png');
const mostBytes = 200_000;
const host = await startHeadless();
const browser = await launchChromium();
try {
  for (const id of ['left', 'right']) {
    const page = await browser.newPage({ viewport: { width: 320, height: 180 } });
    await page.goto(`${host.http}/output/${id}`);
  }
  await host.statusWhere((now) => now.outputs.every((one) => one.connected), { seconds: 60 });
  await host.verb('go');
  await delay(600);
  await host.verb('seek', { position: 24 });
  await host.verb('resume');
  await host.osc('/eos/out/event/cue/1/2/fire');
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  await page.goto(`${host.http}/console`);
  await page.locator('.outputs img').nth(1).waitFor({ timeout: 60_000 });
  // The small pictures follow every other second.
  await delay(4500);
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await host.stop();
}
const { size } = statSync(file);
if (size > mostBytes) throw new Error(`${file} has ${size} bytes, more than ${mostBytes}`);
