// Runs beside another.
// The Design page from the public's place: turned by drag and keys, zoomed by wheel, put back; the page's own playhead
// and the outputs stay where they are.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';
import { brightness, distance, parsePicture } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/public-view');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let host, browser, page, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless();
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  complaints = watchPage(page);
  await page.goto(`${host.http}/console#design`);
  await page.locator('.design-preview canvas[data-drawn]').waitFor();
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const canvas = () => page.locator('.design-preview canvas');
const shot = (name) => page.screenshot({ path: join(artefacts, `${name}.png`) });
const from = () => canvas().getAttribute('data-from');
/** The picture from another place than `before`, once the canvas shows it. */
const newPlace = async (before) => {
  await eventually(async () => ![null, before].includes(await from()), {
    seconds: 30,
    what: 'a picture from another place',
  });
  return from();
};
/** x, y, z, lens. */
const numbers = (place) => place.split(' ').map(Number);
let home, place;

test('the building comes in the elevation’s stead, from the façade’s own viewpoint', async () => {
  const ruler = await page.locator('.ruler').boundingBox();
  await page.mouse.click(ruler.x + 250 + 30 * 12, ruler.y + 8);
  const flat = await canvas().screenshot();
  await page.getByRole('button', { name: 'Public’s view' }).click();
  home = await newPlace('');
  assert.deepEqual(numbers(home), [117.5, 1.6, 80, 12]);
  await page.getByText(/80 m away, eye at 1\.6 m, 12 mm/).waitFor();
  const seen = parsePicture(await canvas().screenshot());
  assert.ok(brightness(seen) > 5, 'a building at night');
  const { width, height } = parsePicture(flat);
  assert.ok(seen.height === height && seen.width === width, 'as large as the elevation’s room');
  await shot('avenue-1440');
});

test('a drag turns around it, the wheel zooms, a double click puts it back', async () => {
  const { x, y, width, height } = await canvas().boundingBox();
  const before = parsePicture(await canvas().screenshot());
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 90, y + height / 2, { steps: 3 });
  await page.mouse.up();
  await eventually(async () => numbers(await from())[0] > 140, { seconds: 30, what: 'an eye to the right' });
  place = await from();
  assert.equal(numbers(place)[3], 12);
  const { far } = distance(parsePicture(await canvas().screenshot()), before);
  assert.ok(far > 0.02, `${far} of the pixels are others`);
  await shot('turned');
  await page.mouse.wheel(0, -300);
  place = await newPlace(place);
  assert.ok(numbers(place)[3] > 15, `${place} is a longer lens`);
  await page.mouse.dblclick(x + 20, y + 20);
  await eventually(async () => (await from()) === home, { seconds: 30, what: 'the viewpoint again' });
});

test('keys do the same and leave the playhead alone; another viewpoint is another place', async () => {
  const time = await page.locator('.design-time').textContent();
  await canvas().focus();
  await page.keyboard.press('ArrowRight');
  place = await newPlace(home);
  assert.ok(numbers(place)[0] > 117.5);
  await page.keyboard.press('+');
  place = await newPlace(place);
  await page.keyboard.press('Home');
  await eventually(async () => (await from()) === home, { seconds: 30, what: 'the viewpoint again' });
  assert.equal(await page.locator('.design-time').textContent(), time);
  await page.getByLabel('Viewpoint').selectOption('champs-elysees');
  place = await newPlace(home);
  assert.equal(numbers(place)[0], 270);
  await page.setViewportSize({ width: 1280, height: 720 });
  await shot('champs-1280');
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document.querySelector('.design-preview'));
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(found, []);
});

test('the elevation is back at a press, and no output has moved', async () => {
  await page.getByRole('button', { name: 'Elevation' }).click();
  await eventually(async () => (await from()) === '', { seconds: 30, what: 'the elevation' });
  assert.deepEqual((await host.status()).playbacks, []);
  complaints.check();
});
