// Runs beside another.
// A designer's values on the bundled show, with a real mouse and keyboard: numbers are dragged and reckoned, effects keyed,
// several clips set at once, a look kept and put on another clip; every step is one to take back.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/design-values');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [FIRST, SECOND] = ['clip:emblem-daubie-1', 'clip:emblem-daubie-2'];
let host, browser, page, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless();
  browser = await launchChromium();
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  // A low picture costs the processor that draws it a quarter.
  await context.addInitScript(() => localStorage.setItem('frise-picture-share', '0'));
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  complaints = watchPage(page);
  await page.goto(`${host.http}/console#design`);
  await box(FIRST).waitFor({ timeout: 60_000 });
});
after(async () => {
  await shot('end').catch(() => undefined);
  await browser?.close();
  await host?.stop();
});

const shot = (name) => page.screenshot({ path: join(artefacts, `${name}.png`) });
const box = (id) => page.locator(`[data-clip="${id}"]`);
const inspector = () => page.getByRole('region', { name: 'Chosen clip' });
const field = (label) => inspector().getByLabel(label, { exact: true });
const button = (name) => inspector().getByRole('button', { name, exact: true });
const undo = () => page.keyboard.press('Control+z');
const says = (label, value) =>
  eventually(
    async () => {
      const now = await field(label).inputValue();
      if (now === value) return true;
      throw new Error(`${label}: ${now}, not ${value}`);
    },
    { seconds: 10, what: `${label} ${value}` },
  );
/** The middle of a field's name. */
const nameOf = async (label) => {
  const name = inspector()
    .locator('label.scrub', { hasText: new RegExp(`^${label}$`) })
    .first();
  await name.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await name.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};
/** Of the place where the canvas stands: nothing is scrolled for it. */
const picture = async () => {
  const clip = await page.locator('.design-preview canvas').boundingBox();
  return (await page.screenshot({ clip })).toString('base64');
};
const changed = (before) =>
  eventually(async () => (await picture()) !== before, { seconds: 20, what: 'another picture' });

test('a number is dragged by its name: seen at once, one step; Esc leaves it; a sum is reckoned', async () => {
  await box(FIRST).click();
  const { x, width } = await box(FIRST).boundingBox();
  const ruler = await page.locator('.ruler').boundingBox();
  await page.mouse.click(x + width / 2, ruler.y + 8);
  await says('Rotation', '0');
  await shot('inspector');
  const before = await picture();
  const name = await nameOf('Rotation');
  await page.mouse.move(name.x, name.y);
  await page.mouse.down();
  await page.mouse.move(name.x + 30, name.y, { steps: 3 });
  await page.mouse.move(name.x + 60, name.y, { steps: 3 });
  await says('Rotation', '30');
  await changed(before);
  await shot('dragged');
  await page.mouse.up();
  await button('Back to 0: Rotation').waitFor();
  await page.mouse.move(name.x, name.y);
  await page.mouse.down();
  await page.mouse.move(name.x + 40, name.y, { steps: 3 });
  await says('Rotation', '50');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await says('Rotation', '30');
  await field('Rotation').fill('*3');
  await field('Rotation').press('Enter');
  await says('Rotation', '90');
  await field('Rotation').blur();
  await undo();
  await says('Rotation', '30');
  await undo();
  await says('Rotation', '0');
});

test('a setting of an effect is keyed beside its field and has its lane', async () => {
  await inspector().getByLabel('Add an effect').selectOption('blur');
  await button('Set a key: Blur · Radius').click();
  await button('Remove the key: Blur · Radius').waitFor();
  const lanes = page.getByRole('region', { name: 'Keys' });
  await lanes.getByRole('button', { name: 'Blur · Radius', exact: true }).waitFor();
  await field('Radius').fill('3');
  await field('Radius').press('Enter');
  await lanes.locator('output.number', { hasText: '3 m' }).waitFor();
  await shot('effect');
});

test('a look is kept with the show and put on another clip; a colour of the show is taken', async () => {
  const presets = inspector().getByText(/^Presets/);
  await presets.click();
  await inspector().getByLabel('Name of the preset').fill('Foggy emblem');
  await button('Save').click();
  await button('Foggy emblem').waitFor();
  await shot('presets');
  await box(SECOND).click();
  await button('Foggy emblem').click();
  await inspector().getByRole('button', { name: 'Blur', exact: true }).waitFor();
  await button('Colours of the show: Stroke').click();
  const swatch = inspector()
    .getByRole('group', { name: 'Colours of the show: Stroke' })
    .getByRole('button')
    .nth(2);
  const colour = await swatch.getAttribute('title');
  await swatch.click();
  await says('Stroke', colour);
  await shot('swatches');
});

test('several clips are set in one step, each from its own value; what axe sees is nothing', async () => {
  await box(FIRST).click({ modifiers: ['Shift'] });
  await inspector().getByRole('heading', { name: '2 clips chosen' }).waitFor();
  await field('Opacity').fill('50%');
  await field('Opacity').press('Enter');
  await says('Opacity', '0.5');
  await shot('several');
  await page.setViewportSize({ width: 1280, height: 720 });
  await shot('several-720');
  await field('Opacity').blur();
  await undo();
  await says('Opacity', '1');
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document.body);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(found, []);
  complaints.check();
});
