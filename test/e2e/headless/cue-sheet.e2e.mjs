// Runs beside another.
// The cue list for the desk's operator: from the command line as PDF and CSV, and from the console as a page to print and
// a table to save.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { run } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/cue-sheet');
const tiny = join(root, 'test/fixtures/shows/tiny');
let host, browser, page, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless({ show: tiny });
  browser = await launchChromium();
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  complaints = watchPage(page);
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

test('frise cue-sheet prints it with a picture of each cue', async () => {
  const [pdf, csv] = ['pdf', 'csv'].map((ending) => join(artefacts, `tiny.${ending}`));
  const args = ['dist/main/cli.cjs', 'cue-sheet', tiny, '--pdf', pdf, '--csv', csv, '--lang', 'fr'];
  const env = { ...process.env, FRISE_CHROMIUM_FLAGS: '--no-sandbox' };
  const { stdout } = await run(process.execPath, args, { cwd: root, env, seconds: 120 });
  assert.equal(stdout.trim(), `${pdf}\n${csv}`);
  const text = readFileSync(pdf, 'latin1');
  assert.match(text, /^%PDF-1/);
  assert.equal(text.match(/\/Subtype \/Image/g)?.length >= 3, true, 'a picture a cue with a place');
  const table = readFileSync(csv, 'utf8');
  assert.match(table, /^\uFEFFN°,Nom,Temps,/);
  assert.match(table, /\r\n2,Deux,0:04\.0,Main,"s’arrête, attend GO",/);
});

test('the console opens it as a page, and saves the table', async () => {
  await page.goto(`${host.http}/console#connect/cues/two`);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Conduite (CSV)' }).click();
  const file = await (await saved).path();
  assert.match(readFileSync(file, 'utf8'), /\/frise\/cue\/10\/go/);
  await page.screenshot({ path: join(artefacts, 'console.png') });
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Conduite (PDF)' }).click();
  const sheet = await opened;
  const watched = watchPage(sheet);
  await sheet.locator('body[data-state=done]').waitFor();
  await sheet.getByRole('button', { name: /enregistrer en PDF/ }).waitFor();
  const red = await sheet
    .locator('canvas')
    .first()
    .evaluate((canvas) => [
      ...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data,
    ]);
  assert.deepEqual(red, [255, 0, 0, 255], 'cue 1 is red');
  await sheet.screenshot({ path: join(artefacts, 'sheet.png') });
  watched.check();
  complaints.check();
});
