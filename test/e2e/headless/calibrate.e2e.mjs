// Runs beside another.
// The technician's night in real pages: keys on the console, a thumb on the tablet, the wall in an output page.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';
import { distance, pictureOf } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/headless');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let host, browser, desk, tablet, wall, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless();
  browser = await launchChromium();
  complaints = [];
  const open = async (path, options) => {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    // A host that stands still on purpose refuses the line; the page says so itself.
    complaints.push(watchPage(page, { allow: [/WebSocket/, /ERR_/] }));
    await page.goto(`${host.http}${path}`);
    return page;
  };
  desk = await open('/console', { viewport: { width: 1440, height: 900 } });
  tablet = await open('/console#calibrate', {
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    isMobile: true,
  });
  wall = await open('/output/left', { viewport: { width: 480, height: 270 } });
  await wall.waitForFunction(() => window.frise !== undefined, { timeout: 60_000 });
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

const output = (page, name) => page.locator('.output-row', { hasText: name });
const mode = (page, name) => page.locator('.mode-tabs button', { hasText: name });
const x = async (page) => Number(await page.getByLabel('x', { exact: true }).inputValue());
const y = async (page) => Number(await page.getByLabel('y', { exact: true }).inputValue());
const standing = (page, text) => page.locator('.standing', { hasText: text }).waitFor({ timeout: 20_000 });
const near = (actual, expected) => {
  assert.ok(Math.abs(actual - expected) < 0.051, `${actual}, not ${expected}`);
  return true;
};

test('F3 opens the page, one click holds an output, a pattern is on the wall in two', async () => {
  await desk.keyboard.press('F3');
  await output(desk, 'Gauche').click();
  await desk.getByText('● yours').waitFor();
  const dark = await pictureOf(wall);
  await desk.getByRole('button', { name: /^Pattern/ }).click();
  await desk.getByRole('button', { name: 'White', exact: true }).click();
  await eventually(
    async () => {
      assert.ok(distance(dark, await pictureOf(wall)).mean > 50, 'the wall is still dark');
      return true;
    },
    { seconds: 20, what: 'the pattern on the wall' },
  );
  await desk.keyboard.press('Escape');
});

test('arrow keys move a corner by 10, 1 and 0.1 px, and the wall with it', async () => {
  const before = await pictureOf(wall);
  await desk.keyboard.press('n');
  await desk.keyboard.press('Shift+ArrowRight');
  await desk.keyboard.press('Shift+ArrowRight');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Alt+ArrowDown');
  await standing(desk, 'on the wall');
  near(await x(desk), 20);
  near(await y(desk), 1.1);
  await eventually(
    async () => {
      assert.ok(distance(before, await pictureOf(wall)).far > 0, 'the wall did not move');
      return true;
    },
    { seconds: 20, what: 'the corner on the wall' },
  );
  await desk.screenshot({ path: join(artefacts, 'calibrate-corners.png') });
});

test('a second technician sees whose output it is, and works on another by thumb', async () => {
  await output(tablet, 'Gauche').tap();
  await tablet.locator('.held-note').waitFor();
  assert.match(await output(tablet, 'Gauche').innerText(), /held by Console/);
  await output(tablet, 'Droite').tap();
  await output(tablet, 'Droite').locator('text=yours').waitFor();
  await tablet.locator('.thumb-next').tap();
  const joystick = await tablet.locator('.joystick').boundingBox();
  const touch = await fingers(tablet);
  const middle = [joystick.x + joystick.width / 2, joystick.y + joystick.height / 2];
  const start = await x(tablet);
  await touch.down([middle[0] + 40, middle[1]]);
  await touch.up();
  await standing(tablet, 'on the wall');
  near(await x(tablet), start + 1);
  await touch.down([middle[0], middle[1] + 60]);
  await tablet.waitForTimeout(700);
  await touch.up();
  await standing(tablet, 'on the wall');
  assert.ok((await y(tablet)) >= 5, `${await y(tablet)} after 0.7 s at the rim`);
  near(await x(tablet), start + 1);
  await tablet.screenshot({ path: join(artefacts, 'calibrate-tablet.png') });
  await tablet.getByRole('button', { name: /Undo/ }).first().tap();
  await eventually(async () => near(await y(tablet), 0), { seconds: 10, what: 'one undo for one push' });
});

test('a pinch zooms and leaves every point where it was', async () => {
  const board = await tablet.locator('.board svg').boundingBox();
  const [cx, cy] = [board.x + board.width / 2, board.y + board.height / 2];
  const [px, py] = [await x(tablet), await y(tablet)];
  const scale = () =>
    tablet
      .locator('.board svg > g')
      .evaluate((g) => Number(/scale\(([\d.]+)\)/.exec(g.getAttribute('transform'))[1]));
  const before = await scale();
  const touch = await fingers(tablet);
  await touch.down([cx - 40, cy], [cx + 40, cy]);
  for (let step = 1; step <= 5; step++)
    await touch.move([cx - 40 - 20 * step, cy], [cx + 40 + 20 * step, cy]);
  await touch.up();
  const after = await scale();
  assert.ok(after / before > 2.5 && after / before < 4.5, `${before} → ${after}`);
  assert.deepEqual([await x(tablet), await y(tablet)], [px, py]);
  await tablet.getByRole('button', { name: 'Show all' }).tap();
});

test('a finger drags a corner by difference; folded it is red, named and not saved', async () => {
  const board = await tablet.locator('.board svg').boundingBox();
  const corner = await tablet.locator('.board svg > g').evaluate((g) => {
    const { e, f } = g.getCTM();
    return [e, f];
  });
  const at = [board.x + corner[0] + 6, board.y + corner[1] + 6];
  const touch = await fingers(tablet);
  await touch.down(at);
  for (let step = 1; step <= 8; step++) await touch.move([at[0] + 45 * step, at[1] + 28 * step]);
  await touch.up();
  await tablet.getByText('upper left lies across its neighbours').waitFor();
  await tablet.screenshot({ path: join(artefacts, 'calibrate-folded.png') });
  await tablet.locator('.folded-note button').tap();
  await tablet.locator('.folded-note').waitFor({ state: 'detached' });
  near(await y(tablet), 0);
});

test('the line drops: nothing moves by itself, and the last press is on the wall or clearly not', async () => {
  const start = await x(desk);
  process.kill(host.shell.pid, 'SIGSTOP');
  try {
    await desk.keyboard.press('ArrowRight');
    await standing(desk, 'sending');
    await desk.locator('.line-lost').waitFor({ timeout: 20_000 });
    await standing(desk, 'known when the line is back');
    await desk.keyboard.press('ArrowRight');
    await standing(desk, 'not sent');
    await desk.screenshot({ path: join(artefacts, 'calibrate-line-lost.png') });
  } finally {
    process.kill(host.shell.pid, 'SIGCONT');
  }
  await desk.locator('.line-lost').waitFor({ state: 'detached', timeout: 20_000 });
  await eventually(
    async () => {
      const said = await desk.locator('.standing').innerText();
      near(await x(desk), /sent is on the wall/.test(said) ? start + 1 : start);
      assert.match(said, /sent is on the wall|did not arrive/);
      return true;
    },
    { seconds: 10, what: 'the truth about the last press' },
  );
  await output(desk, 'Gauche').locator('text=yours').waitFor();
  const now = await x(desk);
  await desk.keyboard.press('ArrowRight');
  await eventually(async () => near(await x(desk), now + 1), { seconds: 10, what: 'the next press' });
});

test('a grid, and the three numbers of the blend', async () => {
  await mode(desk, 'Grid').click();
  await desk.getByRole('button', { name: /Lay a grid/ }).click();
  await desk.getByRole('button', { name: '+ column' }).waitFor();
  await mode(desk, 'Blend').click();
  await desk.getByRole('button', { name: 'Measure', exact: true }).click();
  await desk.locator('.numbers').waitFor({ timeout: 60_000 });
  const numbers = await desk.locator('.numbers').innerText();
  assert.match(numbers, /Sum\s+\d\.\d{3} – \d\.\d{3}/);
  assert.match(numbers, /Coverage\s+\d+\.\d %/);
  await desk.screenshot({ path: join(artefacts, 'calibrate-blend.png') });
});

test('a version is named, compared and gone back to', async () => {
  await mode(desk, 'Versions').click();
  await desk.getByLabel('Name of this version').fill('one o’clock');
  await desk.getByRole('button', { name: 'Keep' }).click();
  await desk.getByText('one o’clock').first().waitFor();
  await mode(desk, 'Corners').click();
  await desk.keyboard.press('n');
  const start = await x(desk);
  await desk.keyboard.press('Shift+ArrowRight');
  await standing(desk, 'on the wall');
  await mode(desk, 'Versions').click();
  const row = desk.locator('.versions li', { hasText: 'one o’clock' });
  await row.getByRole('button', { name: 'Compare' }).click();
  await desk.locator('.differences li', { hasText: 'points moved' }).waitFor();
  await desk.screenshot({ path: join(artefacts, 'calibrate-versions.png') });
  await row.getByRole('button', { name: 'Go back here' }).click();
  await row.getByRole('button', { name: /Sure/ }).click();
  await mode(desk, 'Corners').click();
  await desk.keyboard.press('n');
  await eventually(async () => near(await x(desk), start), { seconds: 10, what: 'the old corner' });
});

test('every target of the tablet is 44 px or more; axe finds nothing, contrast included', async () => {
  for (const name of ['Displays', 'Corners', 'Grid', '3-D', 'Wall', 'Masks', 'Blend', 'Colour', 'Versions']) {
    await mode(tablet, name).tap();
    await tablet.waitForTimeout(100);
    const small = await tablet.locator('.calibrate').evaluate((page) =>
      [...page.querySelectorAll('button, input:not([hidden]), select')].flatMap((each) => {
        const { width, height } = each.getBoundingClientRect();
        const isSeen = width > 0 && height > 0;
        return isSeen && (width < 43.5 || height < 43.5)
          ? [`${each.textContent || each.getAttribute('aria-label')} ${width} × ${height}`]
          : [];
      }),
    );
    assert.deepEqual(small, [], name);
  }
  for (const page of [desk, tablet]) {
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document.body);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    });
    assert.deepEqual(found, []);
  }
});

test('Esc is panic here too, and the way out stands beside the word', async () => {
  await desk.keyboard.press('Escape');
  await host.statusWhere((now) => now.master.panic !== 'off');
  await desk.getByRole('button', { name: 'Resume' }).click();
  await host.statusWhere((now) => now.master.panic === 'off');
});

test('no page complained', () => {
  for (const each of complaints) each.check();
});

/** Real touches, as the screen of a tablet makes them. */
async function fingers(page) {
  const session = await page.context().newCDPSession(page);
  const send = (type, places) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map(([px, py], id) => ({ x: px, y: py, id })),
    });
  return {
    down: (...places) => send('touchStart', places),
    move: (...places) => send('touchMove', places),
    up: () => send('touchEnd', []),
  };
}
