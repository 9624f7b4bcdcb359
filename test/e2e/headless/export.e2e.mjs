// Runs beside another.
// A film for somebody who is not here: chosen on the Design page, drawn beside the show, saved from the page.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { run } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/export');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = temporaryFolder('export');
let host, browser, page, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless({
    show: join(root, 'test/fixtures/shows/tiny'),
    env: { FRISE_CHROMIUM_FLAGS: '--no-sandbox' },
  });
  browser = await launchChromium();
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });
  page = await context.newPage();
  complaints = watchPage(page);
  await page.goto(`${host.http}/console#design`);
});
after(async () => {
  await browser?.close();
  await host?.stop();
  folder.remove();
});

const card = () => page.getByRole('dialog', { name: 'Export a film or a still' });
const choice = (name) => card().getByRole('combobox', { name, exact: true });
const field = (name) => card().getByRole('spinbutton', { name, exact: true });
const saved = async (name) => {
  const link = card().getByRole('link', { name: /^Save/ });
  await link.last().waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.last().click()]);
  const file = join(folder.path, name);
  await download.saveAs(file);
  return { file, as: download.suggestedFilename() };
};
const probed = async (file, entries) => {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', entries, '-of', 'json', file], { seconds: 30 }); // prettier-ignore
  return JSON.parse(stdout);
};

test('a still and a film with its sound come out of the page', async () => {
  await page.getByRole('button', { name: 'Export…' }).click();
  await choice('What').selectOption('still');
  await field('At (s)').fill('1');
  await field('Width (px)').fill('160');
  await card().getByRole('button', { name: 'Export', exact: true }).click();
  const still = await saved('still.png');
  const png = readFileSync(still.file);
  assert.deepEqual([png.toString('latin1', 1, 4), png.readUInt32BE(16)], ['PNG', 160]);
  await card()
    .getByRole('button', { name: /^Remove/ })
    .click();
  await card().getByText('Nothing yet').waitFor();
  await choice('What').selectOption('film');
  await field('To (s)').fill('1');
  await choice('Format').selectOption('webm');
  await card().getByRole('button', { name: 'Export', exact: true }).click();
  const film = await saved('film.webm');
  assert.match(film.as, / 0-1s 160x\d+\.webm$/);
  const { streams, format } = await probed(film.file, 'stream=codec_name,width:format=duration');
  assert.deepEqual([streams[0].codec_name, streams[0].width], ['vp9', 160]);
  assert.ok(Math.abs(Number(format.duration) - 1) < 0.1, format.duration);
  await page.screenshot({ path: join(artefacts, 'done.png') });
});

test('numbered pictures come in a zip, each as the still of its time', async () => {
  await card()
    .getByRole('button', { name: /^Remove/ })
    .click();
  await card().getByText('Nothing yet').waitFor();
  await field('From (s)').fill('0.92');
  await choice('Format').selectOption('zip');
  assert.equal(await card().getByRole('checkbox', { name: 'with the sound' }).isDisabled(), true);
  await card().getByRole('button', { name: 'Export', exact: true }).click();
  const sequence = await saved('pictures.zip');
  assert.match(sequence.as, / 0\.92-1s 160x\d+\.zip$/);
  const files = unzipSync(readFileSync(sequence.file));
  assert.deepEqual(Object.keys(files), ['frame-00001.png', 'frame-00002.png']);
  const size = Buffer.from(files['frame-00002.png']);
  assert.deepEqual([size.toString('latin1', 1, 4), size.readUInt32BE(16)], ['PNG', 160]);
  await card()
    .getByRole('button', { name: /^Remove/ })
    .click();
  await card().getByText('Nothing yet').waitFor();
  await field('From (s)').fill('0');
  await choice('Format').selectOption('webm');
});

test('the show comes first: what is drawn waits for it, and can be cancelled', async () => {
  await field('To (s)').fill('9');
  await card().getByRole('button', { name: 'Export', exact: true }).click();
  await card()
    .getByText(/^[1-9]\d* of 225 frames/)
    .waitFor();
  await host.verb('go');
  await card().getByText('The show plays: exports wait.').waitFor();
  const figures = card().getByText(/ of 225 frames/);
  // One frame may have been under way.
  await page.waitForTimeout(1000);
  const held = await figures.textContent();
  await page.waitForTimeout(1000);
  assert.equal((await figures.textContent())?.split(' · ')[0], held?.split(' · ')[0]);
  await page.screenshot({ path: join(artefacts, 'held.png') });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run('dialog'));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []); // prettier-ignore
  await host.verb('stop', { fade: 0 });
  await card().getByText('The show plays: exports wait.').waitFor({ state: 'detached' });
  await card()
    .getByRole('button', { name: /^Cancel/ })
    .click();
  await card().getByRole('progressbar').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await card().waitFor({ state: 'detached' });
  complaints.check();
});
