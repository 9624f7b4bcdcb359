// Runs beside another.
// Ways in, as a technician and a designer set them up: a desk's message is seen, learnt and fires; a port of the station
// is added, broken, mended and taken back.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/connect');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let host, browser, page, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless();
  browser = await launchChromium();
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  complaints = watchPage(page);
  await page.goto(`${host.http}/console`);
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const part = (name) => page.locator('.connect .mode-tabs').getByRole('button', { name }).click();
const row = (text) => page.locator('.log tbody tr', { hasText: text });
const button = (name) => page.getByRole('button', { name, exact: true });
const current = async () => (await host.status()).cues.current;
const shot = (name) => page.screenshot({ path: join(artefacts, `${name}.png`) });

test('a message of the desk is seen with what it did, and can be held, found and copied', async () => {
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.keyboard.press('F4');
  await page.locator('.input-card', { hasText: 'osc' }).waitFor();
  await host.osc('/some/desk', 's', 'hello there');
  await row('/some/desk').getByText('foreign').waitFor();
  await button('Pause').click();
  await host.osc('/frise/ping');
  await page.getByText('Paused: 1 new').waitFor();
  assert.equal(await row('/frise/ping').count(), 0, 'what is held does not move');
  await button('Go on').click();
  await row('/frise/ping').waitFor();
  await page.getByLabel('Filter').fill('hello');
  await row('/frise/ping').waitFor({ state: 'detached' });
  await button('Copy').click();
  await page.getByText('1 lines copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /\/some\/desk ,s "hello there"\tforeign/);
  await page.getByLabel('Filter').fill('');
});

test('learn: a button of the desk becomes GO, and its next press fires', async () => {
  await part('Triggers');
  await button('◉ Learn').click();
  await host.osc('/desk/button/7', 'f', '1');
  await page.locator('.learn-row', { hasText: '/desk/button/7' }).click();
  await shot('learn');
  await button('Button: GO when pressed').click();
  await page.getByLabel('Name', { exact: true }).fill('Big Button');
  await shot('trigger');
  await button('Save').click();
  await page.locator('.trigger-row', { hasText: 'big-button' }).waitFor();
  await page.getByText('✓ saved').waitFor();
  assert.equal(await current(), null, 'learning fires nothing');
  await page.getByLabel('What would this message do?').fill('/desk/button/7 ,f 1');
  await page.getByText('big-button → GO').waitFor();
  assert.equal(await current(), null, 'a test fires nothing');
  await host.osc('/desk/button/7', 'f', '1');
  await host.statusWhere(({ cues }) => cues.current !== null, { seconds: 10 });
});

test('a cue number is recognised in the address, and taken from it', async () => {
  await button('◉ Learn').click();
  await host.osc('/eos/out/event/cue/3/4/fire');
  await page.locator('.learn-row', { hasText: '/eos/out/event/cue/3/4/fire' }).click();
  await page.getByRole('button', { name: /Fire the cue that the message names \(4\)/ }).click();
  assert.equal(
    await page.getByLabel('Address', { exact: true }).inputValue(),
    '/eos/out/event/cue/3/{cue}/fire',
  );
  await button('Save').click();
  await page.getByText('✓ saved').waitFor();
  await host.osc('/eos/out/event/cue/3/4/fire');
  await host.statusWhere(({ cues }) => cues.current === '4', { seconds: 10 });
});

test('one press makes the wall deaf to a way in; all of them at once', async () => {
  await button('Ignore osc').click();
  await page.getByText('✕ IGNORED').waitFor();
  await host.osc('/eos/out/event/cue/3/6/fire');
  await part('Messages');
  await row('/eos/out/event/cue/3/6/fire').waitFor();
  assert.equal(await current(), '4');
  await button('Listen to all').click();
  await button('Ignore osc').waitFor();
  await button('Ignore all').click();
  await page.getByRole('button', { name: /Sure\? The desk/ }).click();
  await page.getByText('✕ IGNORED').waitFor();
  await button('Listen to osc').click();
});

test('the station is read-only until its owner is there', async () => {
  await part('Station');
  assert.equal(await page.getByLabel('Name of this machine').isDisabled(), true);
  await shot('station-read-only');
  await page.getByLabel('Owner token').fill(host.ready.owner);
  await page.getByRole('button', { name: /owner/i }).click();
  await page.locator('.input-card').first().waitFor();
  await part('Station');
  const name = page.getByLabel('Name of this machine');
  await name.fill('x'.repeat(81));
  await page.getByText('Too long: 80 characters at most.').waitFor();
  assert.equal(await button('Apply').isDisabled(), true);
  await name.fill('Booth');
  await name.press('Enter');
  await page.getByText('✓ saved').waitFor();
  await page.getByRole('button', { name: /Undo/ }).click();
  await eventually(
    async () => {
      assert.equal(await name.inputValue(), '');
      return true;
    },
    { seconds: 10, what: 'the name before' },
  );
});

test('an OSC port is added, broken, mended and taken back', async () => {
  const add = page.getByRole('button', { name: 'Add: OSC port' });
  await add.click();
  await page.getByLabel(/^Name \(a–z/).fill('Eos Hall');
  await page.locator('.name-form').getByRole('button', { name: /Add/ }).click();
  await page.getByRole('region', { name: 'osc:eos-hall' }).waitFor();
  const port = page.getByLabel('Port', { exact: true });
  await port.fill('99999');
  await page.getByText('Too large: 65535 at most.').waitFor();
  await shot('station-broken');
  assert.equal(await button('Apply').isDisabled(), true);
  await port.fill('0');
  await button('Apply').click();
  await page.getByText('✓ saved').waitFor();
  await shot('station-osc');
  await page.getByRole('button', { name: /Undo/ }).click();
  await page.getByRole('button', { name: /Undo/ }).click();
  await page.locator('.record-list').getByText('eos-hall').waitFor({ state: 'detached' });
});

const field = (group, label) => page.getByRole('region', { name: group }).getByLabel(label, { exact: true });
const cueRow = (text) => page.locator('.cue-rows button', { hasText: text });
test('a cue is put between two, named, edited while it plays; GO fires it and undo takes it away', async () => {
  await page.evaluate(() => (location.hash = '#run'));
  await page.evaluate(() => (location.hash = '#connect/cues/steam'));
  await page.getByRole('button', { name: /New cue after 4/ }).click();
  await page.getByRole('region', { name: 'cue 4.5' }).waitFor();
  const number = field('Number and names', 'Number');
  await number.fill('6');
  await page.getByText('is "cue:electricity" already').waitFor();
  assert.equal(await button('Apply').isDisabled(), true);
  await number.fill('4,5');
  await field('Number and names', 'English').fill('Sparks');
  await field('Number and names', 'French').fill('Étincelles');
  await button('Apply').click();
  await cueRow('Sparks').waitFor();
  await shot('cue');
  await host.osc('/frise/standby', 's', '4.5');
  await host.statusWhere(({ cues }) => cues.standby === '4.5', { seconds: 10 });
  await host.osc('/frise/go');
  await host.statusWhere(({ cues }) => cues.current === '4.5', { seconds: 10 });
  const main = async () => (await host.status()).playbacks.find(({ id }) => id.startsWith('main'));
  const before = await main();
  await field('Colour and note', 'Note').fill('Watch the dancers');
  await button('Apply').click();
  await cueRow('Sparks').getByText('● modified').waitFor({ state: 'detached' });
  await eventually(async () => (await main()).position > before.position, {
    seconds: 10,
    what: 'main goes on',
  });
  const after = await main();
  assert.deepEqual([after.id, after.state, after.cue], [before.id, 'playing', '4.5']);
  const lock = (on) => host.verb('lock/show', { on });
  await lock(true);
  await field('Colour and note', 'Note').fill('And the speaker');
  await button('Apply').click();
  await page.getByRole('alert').getByText('The show is locked').waitFor();
  await lock(false);
  await button('Revert').click();
  for (let step = 0; step < 3; step += 1) {
    await page.getByRole('button', { name: /Undo/ }).click();
    await page.getByText('✓ saved').waitFor();
  }
  await cueRow('4.5').waitFor({ state: 'detached' });
});

test('every part at three sizes and in red: nothing that axe can see, targets for a thumb', async () => {
  complaints.check();
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
    [820, 1180],
  ]) {
    const context = await browser.newContext({
      locale: 'fr-FR',
      viewport: { width, height },
      hasTouch: width < 1000,
    });
    const view = await context.newPage();
    const watched = watchPage(view);
    await view.goto(`${host.http}/console#connect`);
    await view.locator('.input-card').first().waitFor();
    await view.evaluate(axe);
    for (const [index, name] of [
      'messages',
      'triggers',
      'cues',
      'schedule',
      'timecode',
      'sound',
      'station',
    ].entries()) {
      await view.locator('.connect .mode-tabs button').nth(index).click();
      if (name === 'triggers') await view.locator('.trigger-row button').first().click();
      // Once for each part: names and contrast do not change with the size.
      const isLookedAt = width < 1000;
      const found = !isLookedAt
        ? []
        : await view.evaluate(async () => {
            const { violations } = await window.axe.run(document.body);
            return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
          });
      assert.deepEqual(found, [], `${name} at ${width}`);
      const { small, isWide } = await view.locator('.connect').evaluate((place) => ({
        isWide: document.documentElement.scrollWidth > window.innerWidth,
        small: [...place.querySelectorAll('button, input, select')].flatMap((each) => {
          const box = each.getBoundingClientRect();
          return box.width > 0 && (box.width < 43.5 || box.height < 43.5)
            ? [`${each.textContent || each.getAttribute('aria-label')} ${box.width} × ${box.height}`]
            : [];
        }),
      }));
      assert.deepEqual([small, isWide], [[], false], `${name} at ${width}`);
      await view.screenshot({ path: join(artefacts, `${name}-${width}.png`) });
    }
    if (width === 1280) {
      await view.getByRole('button', { name: 'Lumière rouge' }).click();
      await view.locator('.connect .mode-tabs button').nth(1).click();
      await view.screenshot({ path: join(artefacts, 'red.png') });
    }
    watched.check();
    await context.close();
  }
});
