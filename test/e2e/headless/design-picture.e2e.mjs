// Runs beside another.
// The Design page's picture with a real mouse and wheel: closer at the pointer, moved, handles and guides at any zoom,
// façade elements and a rectangle picked on it, an output beside it; what a browser keeps is there after a reload.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { bundledShow, root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { brightness, parsePicture } from '../support/picture.mjs';
import { topicsNow } from '../support/topics.mjs';

const artefacts = join(root, 'artefacts/design-picture');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shows = temporaryFolder('shows');
const show = join(shows.path, 'scene');
let host, browser, page, complaints;

/** The bundled façade and rig with two clips: quick to draw, so that the test is about the hand. */
const make = () => {
  const made = spawnSync(
    process.execPath,
    ['dist/main/cli.cjs', 'new', show, '--template', 'facade', '--from', bundledShow],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(made.status, 0, made.stderr);
  const file = join(show, 'show.json');
  const document = JSON.parse(readFileSync(file, 'utf8'));
  Object.assign(document.records, {
    'track:second': { name: 'Second' },
    'clip:light': {
      layer: 'facade-light',
      start: 0,
      duration: 10,
      parameters: { elements: ['vault'], fill: 1, level: 1 },
    },
    'clip:word': {
      layer: 'text',
      start: 0,
      duration: 10,
      parameters: { text: 'FRISE', x: 60, y: 30, size: 6 },
    },
  });
  document.order['timeline:main'] = ['track:first', 'track:second'];
  document.order['track:first'] = ['clip:light'];
  document.order['track:second'] = ['clip:word'];
  writeFileSync(file, JSON.stringify(document));
};
before(async () => {
  mkdirSync(artefacts, { recursive: true });
  make();
  host = await startHeadless({ show });
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  complaints = watchPage(page);
  await page.goto(`${host.http}/console#design`);
  await picture().and(page.locator('[data-drawn]')).waitFor();
});
after(async () => {
  await shot('end').catch(() => undefined);
  await browser?.close();
  await host?.stop();
  shows.remove();
});

const shot = (name) => page.screenshot({ path: join(artefacts, `${name}.png`) });
const picture = () => page.locator('.picture-room > canvas');
const room = () => page.locator('.picture-room').boundingBox();
const button = (name) => page.getByRole('button', { name, exact: true });
const percent = async () => parseInt(await page.locator('.zoom-bar output').textContent(), 10);
const region = async () => (await picture().getAttribute('data-region')).split(' ').map(Number);
const told = () => page.locator('.picture-told');
const field = (label) => page.getByRole('region', { name: 'Chosen clip' }).getByLabel(label, { exact: true });
const record = async (id) => (await topicsNow(host)).show.document.records[id];
const undo = () => page.keyboard.press('Control+z');
/** Until the picture has been drawn for where the page looks now: then its region says where metres are. */
const settled = async () => {
  await eventually(async () => !(await picture().getAttribute('style')).includes('transform'), {
    seconds: 20,
    what: 'the picture as it is looked at',
  });
};
/** Page pixels of a place of the wall. */
const at = async (x, y) => {
  await settled();
  const [left, bottom, width, height] = await region();
  const box = await room();
  return {
    x: box.x + ((x - left) / width) * box.width,
    y: box.y + (1 - (y - bottom) / height) * box.height,
  };
};
const drag = async (from, to, how = {}) => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down(how);
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up(how);
};
const where = async () => {
  const found = /x (-?[\d.]+) · y (-?[\d.]+) m/.exec(await told().textContent());
  return found ? [Number(found[1]), Number(found[2])] : null;
};
const isNear = (a, b, far = 0.15) => a.every((each, n) => Math.abs(each - b[n]) <= far);

test('the wheel zooms at the pointer, the middle button moves, keys fit it again', async () => {
  const whole = await percent();
  const place = await at(60, 30);
  const [, , width] = await region();
  await page.mouse.move(place.x, place.y);
  await eventually(where, { seconds: 5, what: 'metres below the pointer' });
  const before = await where();
  assert.ok(isNear(before, [60, 30]), `${before} is where the mouse is`);
  await page.mouse.wheel(0, -600);
  await eventually(async () => (await percent()) > whole * 3, { seconds: 10, what: 'a closer picture' });
  await settled();
  assert.ok((await region())[2] < width / 3, 'the picture is drawn as close as it is seen');
  await page.mouse.move(place.x + 1, place.y);
  await page.mouse.move(place.x, place.y);
  assert.ok(isNear(await where(), before), `${await where()} is still below the pointer`);
  await drag(place, { x: place.x + 200, y: place.y }, { button: 'middle' });
  const [moved] = await where();
  assert.ok(Math.abs(moved - before[0]) < 0.2, 'what was held goes with the hand');
  await page.keyboard.down(' ');
  await drag({ x: place.x + 200, y: place.y }, place);
  await page.keyboard.up(' ');
  assert.equal(await button('Play the preview').isVisible(), true, 'a move is no play');
  await page.keyboard.press(' ');
  await button('Stop the preview').waitFor();
  await page.keyboard.press(' ');
  await button('Play the preview').waitFor();
  await page.keyboard.press('Home');
  await shot('close');
  await picture().focus();
  await page.keyboard.press('1');
  await eventually(async () => (await percent()) === 100, { seconds: 10, what: '100 %' });
  await page.keyboard.press('0');
  await eventually(async () => (await percent()) === whole, { seconds: 10, what: 'the whole façade' });
});

test('a handle moves by metres at any zoom, and clings to a guide that was pulled from the ruler', async () => {
  await page.locator('[data-clip="clip:word"]').click();
  await field('x').waitFor();
  const start = await at(60, 30);
  await page.mouse.move(start.x, start.y);
  await page.mouse.wheel(0, -500);
  await settled();
  await button('Overlays').click();
  for (const name of ['Rulers and guides', 'Safe areas 90 % and 80 %'])
    await page.getByRole('checkbox', { name }).check();
  await page.keyboard.press('Escape');
  const ruler = await room();
  await drag({ x: ruler.x + 8, y: ruler.y + 150 }, await at(70, 25));
  const guide = page.getByRole('button', { name: /^Guide x (69\.9|70\.0)/ });
  await guide.waitFor({ state: 'attached' });
  const [line] = /[\d.]+/.exec(await guide.getAttribute('aria-label'));
  const from = await at(60, 30);
  const to = await at(Number(line), 33);
  await drag(from, { x: to.x - 4, y: to.y });
  await eventually(async () => (await record('clip:word')).parameters.x === Number(line), {
    seconds: 10,
    what: 'the place of the guide',
  });
  assert.ok(Math.abs((await record('clip:word')).parameters.y - 33) < 1);
  await shot('guide');
  await undo();
  await eventually(async () => (await record('clip:word')).parameters.x === 60, {
    seconds: 10,
    what: 'undo',
  });
});

test('façade elements are picked on the picture, a kind with Shift; Esc ends it', async () => {
  await page.locator('[data-clip="clip:light"]').click();
  await page.getByRole('button', { name: /^Façade elements: pick/ }).click();
  await page.locator('.pick-board').waitFor();
  const words = async () => (await record('clip:light')).parameters.elements;
  await button('The whole façade').click();
  const hover = await at(60, 12);
  await page.mouse.move(hover.x, hover.y);
  const name = (await page.locator('.pick-board .element-name').textContent()).split(' · ');
  await page.mouse.click(hover.x, hover.y);
  await eventually(async () => (await words()).length === 2, { seconds: 10, what: 'one more' });
  assert.deepEqual(await words(), ['vault', name[0]]);
  await shot('pick');
  await page.keyboard.down('Shift');
  await page.mouse.click(hover.x, hover.y);
  await page.keyboard.up('Shift');
  const kind = name[1].split(', ')[0];
  await eventually(async () => (await words()).includes(kind), { seconds: 10, what: 'its whole kind' });
  assert.deepEqual(await words(), ['vault', kind]);
  await page.keyboard.press('Escape');
  await page.locator('.pick-board').waitFor({ state: 'detached' });
  await undo();
  await eventually(async () => (await words()).join() === `vault,${name[0]}`, { seconds: 10, what: 'undo' });
});

test('a rectangle is drawn for the clip’s region', async () => {
  await page.getByRole('button', { name: 'Rectangle', exact: true }).click();
  await page.getByRole('button', { name: 'Region: pick on the picture' }).click();
  await drag(await at(50, 20), await at(66, 32));
  await eventually(async () => 'width' in ((await record('clip:light')).region ?? {}), {
    seconds: 10,
    what: 'a region',
  });
  const { x, y, width, height } = (await record('clip:light')).region;
  assert.ok(isNear([x, y, width, height], [50, 20, 16, 12], 0.3), JSON.stringify({ x, y, width, height }));
  await page.locator('.pick-board').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.pick-board').waitFor({ state: 'detached' });
  await undo();
  await page.getByRole('button', { name: 'Everywhere', exact: true, pressed: true }).waitFor();
  assert.equal((await host.status()).master.panic, 'off', 'each Esc had something to leave');
});

test('reach and ghosts lie over it, an output stands beside it; a browser keeps what was chosen', async () => {
  await button('Overlays ●').or(button('Overlays')).click();
  for (const name of ['Façade elements', 'Reach of projectors, px/m'])
    await page.getByRole('checkbox', { name }).check();
  await page.getByLabel('Frames before and behind').check();
  await page.keyboard.press('Escape');
  await page.locator('.reach text').first().waitFor();
  assert.match(await page.locator('.reach text').first().textContent(), /15 px\/m/);
  await page.getByLabel('Beside').selectOption('left');
  const side = page.locator('.output-room canvas');
  await side.and(page.locator('[data-light="full"]')).waitFor({ timeout: 60_000 });
  assert.ok(brightness(parsePicture(await side.screenshot())) > 0.2, 'the vault is lit');
  await eventually(async () => (await picture().getAttribute('data-ghosts')) === '0.20', {
    seconds: 10,
    what: 'one ghost at the beginning',
  });
  const line = page.getByRole('separator');
  const { x, y, width } = await line.boundingBox();
  await drag({ x: x + width / 2, y: y + 4 }, { x: x + width / 2, y: y - 60 });
  const { height } = await room();
  await shot('beside');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.reload();
  await side.and(page.locator('[data-output="left"]')).waitFor({ timeout: 60_000 });
  await page.locator('.wireframe path').first().waitFor({ state: 'attached' });
  assert.ok((await room()).height < height, 'the share of the height is kept');
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document.querySelector('.design'));
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(found, []);
  await page.getByRole('button', { name: 'Français' }).click();
  await page.getByRole('button', { name: 'Élévation' }).waitFor();
  const { height: bar } = await page.locator('.design-bar').boundingBox();
  assert.ok(bar < 50, `${bar}: the bar is one line in French at 1280`);
  await shot('small');
  complaints.check();
});
