// Runs beside another.
// A designer works while the show plays: nothing on the output moves until the operator takes it, cross-faded; a host
// that is killed in between keeps programme and draft.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { pictureOf } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/draft');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tiny = join(root, 'test/fixtures/shows/tiny');
const station = temporaryFolder();
let host, browser, wall, designer, operator;
const complaints = [];

const open = async (path, options = {}) => {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  complaints.push(watchPage(page, { allow: [/WebSocket/, /ERR_/] }));
  await page.goto(`${host.http}${path}`);
  return page;
};
before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless({ show: tiny, station: station.path });
  browser = await launchChromium();
  wall = await open('/output/left', { viewport: { width: 640, height: 360 } });
  designer = await open('/console#design');
  operator = await open('/console#run', { viewport: { width: 1280, height: 720 } });
});
after(async () => {
  await browser?.close();
  await host?.stop();
  station.remove();
});

const shot = (page, name) => page.screenshot({ path: join(artefacts, `${name}.png`) });
/** The middle of the wall. */
const colour = async () => {
  const { data, width, height } = await pictureOf(wall);
  const at = 4 * (Math.floor(height / 2) * width + Math.floor(width / 4));
  return [...data.subarray(at, at + 3)];
};
const wallIs = (what, fits) =>
  eventually(async () => fits(await colour()), { seconds: 20, what: `a wall that is ${what}` });
const isBlue = ([red, , blue]) => blue > 250 && red < 5;
const band = (page) => page.getByRole('region', { name: 'Draft' });
const field = (label) =>
  designer.getByRole('region', { name: 'Chosen clip' }).getByLabel(label, { exact: true });
const changes = async () => (await host.verb('draft/changes')).body.value;

test('while the show plays an edit of the designer changes nothing on the output', async () => {
  await host.verb('go');
  await host.verb('seek', { position: 8 });
  await wallIs('blue', isBlue);
  await band(designer).getByText('BLIND').waitFor();
  await designer.locator('[data-clip="clip:blue"]').click();
  const drawn = () => designer.locator('.design-preview canvas').getAttribute('data-drawn');
  const before = await drawn();
  const { revision } = (await host.status()).show;
  await field('Opacity').fill('0');
  await field('Opacity').press('Enter');
  await band(designer).getByText('1 change by this console').waitFor();
  await eventually(async () => (await drawn()) !== before, { seconds: 20, what: 'the draft in the preview' });
  assert.ok(isBlue(await colour()), 'the wall is as it was');
  assert.equal((await host.status()).show.revision, revision);
  await shot(designer, 'blind-1440');
});

test('the operator sees what waits and takes it over one second', async () => {
  await band(operator).getByText('1 change by a console').waitFor();
  await band(operator).getByRole('button', { name: 'List' }).click();
  await operator.getByRole('rowheader', { name: 'Blue' }).waitFor();
  await shot(operator, 'run-1280');
  await operator.evaluate(axe);
  const found = await operator.evaluate(() => globalThis.axe.run('.draft'));
  assert.deepEqual(
    found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`),
    [],
  );
  await band(operator).getByLabel('Cross-fade').selectOption('1');
  await band(operator).getByRole('button', { name: 'Take' }).click();
  await shot(operator, 'run-sure');
  await band(operator)
    .getByRole('button', { name: /^Confirm: 1 change over 1 s/ })
    .click();
  // The picture is a function of time: the page is held in the middle of the fade, then let go.
  await wall.waitForFunction(() => {
    const main = globalThis.frise
      .plans()
      .at(-1)
      ?.playbacks.find(({ role }) => role === 'main');
    if (main?.envelope.duration !== 1) return false;
    globalThis.frise.hold(main.envelope.startAt + 0.5);
    return true;
  });
  await wallIs('half of both', ([red, , blue]) => red < 5 && Math.abs(blue - 188) < 6);
  await wall.evaluate(() => globalThis.frise.hold(null));
  await wallIs('as the draft', ([, , blue]) => blue < 5);
  await band(operator).waitFor({ state: 'detached' });
});

test('the battery dies in the middle of a drag: all but the drag is there, and Frise says so', async () => {
  await designer.locator('[data-clip="clip:green"]').click();
  await field('Opacity').fill('0.5');
  await field('Opacity').press('Enter');
  await band(designer).getByText('1 change by this console').waitFor();
  const told = await changes();
  assert.deepEqual(
    told.changes.map(({ id, fields }) => [id, fields]),
    [['clip:green', ['opacity']]],
  );
  const { revision } = (await host.status()).show;
  const clip = await designer.locator('[data-clip="clip:green"]').boundingBox();
  await designer.mouse.move(clip.x + 10, clip.y + 10);
  await designer.mouse.down();
  await designer.mouse.move(clip.x + 60, clip.y + 12, { steps: 4 });
  await host.shell.stop({ signal: 'SIGKILL' });
  // The page dies with it.
  await designer.goto('about:blank');
  await designer.mouse.up();
  const flags = ['--http', new URL(host.http).host];
  host = await startHeadless({ show: tiny, station: station.path, flags });
  await eventually(async () => (await host.status()).show.revision >= revision, {
    seconds: 10,
    what: 'the programme',
  });
  assert.deepEqual((await changes()).changes, told.changes);
  await designer.goto(`${host.http}/console#design`);
  await band(designer).getByText('1 change').waitFor();
  const back = designer.getByRole('region', { name: 'Back again' });
  await back.getByText('all that was saved is here; a drag that was under way is not').waitFor();
  await shot(designer, 'after-the-kill');
  await back.getByRole('button', { name: 'Seen' }).click();
  await back.waitFor({ state: 'detached' });
  for (const each of complaints) each.check();
});
