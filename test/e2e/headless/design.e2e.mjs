// Runs beside another.
// A designer's quarter of an hour on the bundled show: a clip is chosen, dragged, split and taken back, a parameter
// changed; the document has it, and so have the preview's pixels.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/design');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let host, browser, page, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless();
  browser = await launchChromium();
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  // A low picture: all tracks that the tests take in hand are in sight.
  await context.addInitScript(lowPicture);
  page = await context.newPage();
  complaints = watchPage(page);
  await page.goto(`${host.http}/console#design`);
  await page.locator('.clip').first().waitFor();
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const lowPicture = () => localStorage.setItem('frise-picture-share', '0');
const shot = (name) => page.screenshot({ path: join(artefacts, `${name}.png`) });
const saved = () => page.getByText('✓ saved').waitFor();
const box = (id, view = page) => view.locator(`[data-clip="clip:${id}"]`);
const canvas = () => page.locator('.design-preview canvas');
const field = (label) => page.getByRole('region', { name: 'Chosen clip' }).getByLabel(label, { exact: true });
const seek = async (id) => {
  const ruler = await page.locator('.ruler').boundingBox();
  const { x, width } = await box(id).boundingBox();
  await page.mouse.click(x + width / 2, ruler.y + 8);
};
/** The preview's pixels once it has drawn something newer than `before`. */
const newPicture = async (before) => {
  let now = null;
  await eventually(
    async () => {
      now = await canvas().getAttribute('data-drawn');
      return now !== null && now !== before;
    },
    { seconds: 20, what: 'a new picture in the preview' },
  );
  return { drawn: now, png: (await canvas().screenshot()).toString('base64') };
};
let picture;

test('the page opens by its key, and draws the façade at its own playhead', async () => {
  await page.keyboard.press('F1');
  await page.keyboard.press('F12');
  await box('role-daubie').waitFor();
  picture = await newPicture(null);
  await seek('role-daubie');
  picture = await newPicture(picture.drawn);
  assert.match(picture.drawn, /@1[3-6]\.\d{3}$/);
  assert.deepEqual((await host.status()).playbacks, [], 'the outputs do not move');
});

test('a clip is dragged, clings to an edge, is split and put back; each is one step', async () => {
  const clip = box('year-palais');
  const { x, y, width, height } = await clip.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 20, y + height / 2, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.equal((await clip.boundingBox()).x, x, 'Esc leaves it where it was');
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 49, y + height / 2, { steps: 6 });
  await page.locator('.snap-line').waitFor();
  await shot('drag');
  await page.mouse.up();
  await saved();
  await field('Start').waitFor();
  assert.equal(await field('Start').inputValue(), '0');
  await page.keyboard.press('Home');
  await page.locator('.ruler').click({ position: { x: 230 + 36, y: 8 } });
  await page.keyboard.press('s');
  await box('year-palais-2').waitFor();
  await eventually(async () => (await field('Duration').inputValue()) === '3.08', {
    seconds: 5,
    what: 'a cut on a frame',
  });
  await shot('split');
  await page.keyboard.press('Control+z');
  await box('year-palais-2').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await eventually(async () => (await field('Start').inputValue()) === '4.5', {
    seconds: 10,
    what: 'the start as it was',
  });
});

test('a parameter is changed: it is in the document, and in the picture', async () => {
  await seek('role-daubie');
  picture = await newPicture(picture.drawn);
  await box('role-daubie').click();
  const opacity = field('Opacity');
  await opacity.fill('3');
  await page.getByText('Too large: 1 at most.').waitFor();
  await shot('refused');
  await opacity.fill('0');
  await opacity.press('Enter');
  await saved();
  const next = await newPicture(picture.drawn);
  assert.notEqual(next.png, picture.png, 'other pixels');
  await shot('inspector-1440');
  const view = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } });
  const watched = watchPage(view);
  await view.addInitScript(lowPicture);
  await view.goto(`${host.http}/console#design`);
  await box('role-daubie', view).click();
  const other = view.getByRole('region', { name: 'Clip choisi' }).getByLabel('Opacité', { exact: true });
  assert.equal(await other.inputValue(), '0', 'another page has it too');
  await view.screenshot({ path: join(artefacts, 'inspector-1280.png') });
  await view.evaluate(axe);
  const found = await view.evaluate(async () => {
    const { violations } = await window.axe.run(document.body);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(found, []);
  assert.equal(await view.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  watched.check();
  await view.close();
});

test('zoom keeps what is under the pointer; a locked show says so and sends nothing', async () => {
  const before = await box('role-daubie').boundingBox();
  const middle = before.x + before.width / 2;
  await page.mouse.move(middle, before.y + 10);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  const zoomed = await box('role-daubie').boundingBox();
  assert.ok(zoomed.width > before.width * 1.5, `${zoomed.width} of ${before.width}`);
  assert.ok(Math.abs(zoomed.x + zoomed.width / 2 - middle) < 12, 'under the pointer');
  await host.verb('lock/show', { on: true });
  await page.getByText('The show is locked').waitFor();
  await page.keyboard.press('Delete');
  assert.equal(await box('role-daubie').count(), 1);
  await shot('locked');
  await page.getByRole('button', { name: 'Red light' }).click();
  await shot('red');
  await page.getByRole('button', { name: 'Red light' }).click();
  await host.verb('lock/show', { on: false });
  complaints.check();
});
