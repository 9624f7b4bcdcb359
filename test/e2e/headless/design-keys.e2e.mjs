// Runs beside another.
// A designer's keys on the bundled show, with a real mouse and keyboard: a setting is keyed beside its field, keys are
// dragged, stretched, eased and bent in the lanes, and every step is taken back.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/design-keys');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CLIP = 'clip:emblem-daubie-1';
/** Seconds: the clip's length in the show. */
const LENGTH = 7.6;
let host, browser, page, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless();
  browser = await launchChromium();
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  complaints = watchPage(page);
  await page.goto(`${host.http}/console#design`);
  await box().waitFor({ timeout: 60_000 });
});
after(async () => {
  await shot('end').catch(() => undefined);
  await browser?.close();
  await host?.stop();
});

const shot = (name) => page.screenshot({ path: join(artefacts, `${name}.png`) });
const box = () => page.locator(`[data-clip="${CLIP}"]`);
const inspector = () => page.getByRole('region', { name: 'Chosen clip' });
const panel = () => page.getByRole('region', { name: 'Keys' });
const field = (label) => inspector().getByLabel(label, { exact: true });
const lanes = () => panel().getByRole('application');
const told = async (text) => {
  try {
    await panel().locator('.key-told').filter({ hasText: text }).waitFor();
  } catch (error) {
    await shot('told');
    throw new Error(`${text}: ${await panel().locator('.key-told').textContent()}`, { cause: error });
  }
};
const undo = () => page.keyboard.press('Control+z');
/** Pixels of a time from the clip's start. */
const xAt = async (at) => {
  const { x, width } = await box().boundingBox();
  return x + (at / LENGTH) * (width + 1);
};
const seek = async (at) => {
  const ruler = await page.locator('.ruler').boundingBox();
  await page.mouse.click(await xAt(at), ruler.y + 8);
};
const laneY = async (name) => {
  const head = await panel().getByRole('button', { name, exact: true }).boundingBox();
  return head.y + head.height / 2;
};
const drag = async (from, to, how = {}) => {
  await page.mouse.move(from.x, from.y);
  if (how.key) await page.keyboard.down(how.key);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  if (how.shot) await shot(how.shot);
  await page.mouse.up();
  if (how.key) await page.keyboard.up(how.key);
};

test('a setting is keyed beside its field, and typed into at another time', async () => {
  await box().click();
  const { x, y, width } = await box().boundingBox();
  await page.mouse.move(x + 4, y + 10);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -600);
  await page.keyboard.up('Control');
  await eventually(async () => (await box().boundingBox()).width > 4 * width, { seconds: 5, what: 'zoom' });
  await seek(2);
  await inspector().getByRole('button', { name: 'Set a key: Rotation' }).click();
  await inspector().getByRole('button', { name: 'Remove the key: Rotation' }).waitFor();
  await seek(6);
  await field('Rotation').fill('90');
  await field('Rotation').press('Enter');
  await inspector().getByRole('button', { name: 'Remove the key: Rotation' }).waitFor();
  await inspector().getByRole('button', { name: 'Previous key: Rotation' }).click();
  await eventually(async () => (await field('Rotation').inputValue()) === '0', {
    seconds: 5,
    what: 'the value of the key before',
  });
  await shot('inspector');
});

test('keys are dragged, picked by a frame, stretched and nudged; Esc leaves them', async () => {
  const y = await laneY('Rotation');
  await page.mouse.click(await xAt(6), y);
  await told('Rotation · key 2 of 2');
  await drag({ x: await xAt(6), y }, { x: await xAt(5), y }, { shot: 'drag' });
  await told(/Rotation · key 2 of 2 · 0:16\.[12]\d · 90/);
  await drag({ x: await xAt(1), y: y - 10 }, { x: await xAt(7), y: y + 10 }, { shot: 'frame' });
  await told('2 keys chosen');
  await drag({ x: await xAt(5), y }, { x: await xAt(6), y }, { key: 'Alt' });
  await page.mouse.click(await xAt(6), y);
  await told('Rotation · key 2 of 2');
  await page.keyboard.press('Shift+ArrowRight');
  await told(/0:17\.[56]\d/);
  await undo();
  await told(/0:17\.[12]\d/);
});

test('a curve: an ease is chosen, a handle bends it, a key is raised; the preview has it', async () => {
  const canvas = page.locator('.design-preview canvas');
  await panel().getByRole('button', { name: 'Curve', exact: true }).click();
  await lanes().focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await told('Rotation · key 1 of 2');
  await panel().getByRole('button', { name: 'Smooth' }).click();
  await eventually(() => panel().getByRole('button', { name: 'Smooth', pressed: true }).isVisible(), {
    seconds: 5,
    what: 'the ease',
  });
  await seek(4);
  const before = (await canvas.screenshot()).toString('base64');
  const frame = await lanes().boundingBox();
  // `smooth` leaves its key flat: its handle lies a third of the way at the key's own height.
  const handle = { x: await xAt(2 + 4 / 3), y: frame.y + frame.height - 14 };
  await drag(handle, { x: handle.x, y: handle.y - 90 }, { shot: 'curve' });
  const typed = panel().getByLabel('Bézier: x1 y1 x2 y2');
  await eventually(async () => /^0\.333 0\.[4-6]\d* 0\.667 1$/.test(await typed.inputValue()), {
    seconds: 5,
    what: 'a Bézier of its own',
  });
  await eventually(async () => (await canvas.screenshot()).toString('base64') !== before, {
    seconds: 20,
    what: 'another picture',
  });
  await lanes().focus();
  await page.keyboard.press('ArrowUp');
  await told('Rotation · key 1 of 2 · 0:13.20 · 1 °');
  await shot('bent');
});

test('the clip is moved on the picture; keyed, its way is drawn and its keys are dragged', async () => {
  const point = page.getByRole('button', { name: 'Place: x, y', exact: true });
  const middle = async (place) => {
    const { x, y, width, height } = await place.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const moved = async (what) =>
    eventually(async () => !['117.5', what].includes(await field('x').inputValue()), {
      seconds: 10,
      what: 'another place',
    });
  const start = await middle(point);
  await drag(start, { x: start.x - 60, y: start.y - 8 }, { shot: 'handles' });
  await moved();
  const x = await field('x').inputValue();
  await inspector().getByRole('button', { name: 'Set a key: x', exact: true }).click();
  await inspector().getByRole('button', { name: 'Remove the key: x', exact: true }).waitFor();
  await seek(6);
  const here = await middle(point);
  await drag(here, { x: here.x + 90, y: here.y + 4 });
  await moved(x);
  const second = page.getByRole('button', { name: 'Place: x, y · key 2' });
  await second.waitFor();
  await shot('way');
  await second.focus();
  const before = await field('x').inputValue();
  await page.keyboard.press('Shift+ArrowRight');
  await eventually(async () => Number(await field('x').inputValue()) === Number(before) + 1, {
    seconds: 10,
    what: 'a metre to the right',
  });
});

test('a setting follows the beat, and the page says what it gets', async () => {
  await inspector().getByLabel('Let a setting follow…').selectOption('strokeOpacity');
  const form = inspector().getByRole('form', { name: 'What it follows: Stroke opacity' });
  await form.getByText('at the playhead').waitFor();
  await form.getByRole('button', { name: 'the bar' }).click();
  await form.getByRole('button', { name: 'the bar', pressed: true }).waitFor();
  await form.scrollIntoViewIfNeeded();
  await shot('follow');
});

test('keys are copied to another time and turned round, and what axe sees is nothing', async () => {
  await panel().getByRole('button', { name: 'Lanes', exact: true }).click();
  await lanes().focus();
  await page.keyboard.press('Control+a');
  await told('7 keys chosen');
  await page.keyboard.press('r');
  await page.keyboard.press('Control+c');
  await seek(7);
  await lanes().focus();
  await page.keyboard.press('Control+v');
  await told('7 keys chosen');
  await shot('pasted');
  await page.keyboard.press('Delete');
  await box().waitFor();
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document.body);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(found, []);
  complaints.check();
});
