// Runs beside another.
// docs/tutorial.md, walked by a newcomer's hand: a minute for a façade from the template, with its pictures. Every word of
// the page that the tutorial names is pressed here, so that it cannot go stale. FRISE_WRITE_TUTORIAL=1 takes the pictures.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { bundledShow, root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { designerOn } from '../support/designer.mjs';

const isWriting = process.env['FRISE_WRITE_TUTORIAL'] === '1';
const pictures = join(root, isWriting ? 'docs/images/tutorial' : 'artefacts/tutorial');
const shows = temporaryFolder('shows');
const station = temporaryFolder();
const show = join(shows.path, 'my-first-facade');
let host, browser, page, complaints, designer, first, last;
/** What the tutorial names and this walk has pressed. */
const pressed = new Set();

const open = async () => {
  host = await startHeadless({
    show,
    station: station.path,
    env: { FRISE_CHROMIUM_FLAGS: '--no-sandbox' },
  });
  await page.goto(`${host.http}/console#design`);
  await page.locator('.track-head').first().waitFor();
};
before(async () => {
  mkdirSync(pictures, { recursive: true });
  const command = ['new', show, '--template', 'facade', '--from', bundledShow, '--title', 'My first façade'];
  const made = spawnSync(process.execPath, ['dist/main/cli.cjs', ...command], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(made.status, 0, made.stderr);
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
  // Without a camera a low picture does, which costs the processor that draws it a quarter.
  const low = () => {
    if (location.protocol === 'http:') localStorage.setItem('frise-picture-share', '0');
  };
  if (!isWriting) await page.addInitScript(low);
  complaints = watchPage(page);
  designer = designerOn(() => host, page);
  await open();
  first = await designer.document();
});
after(async () => {
  await browser?.close();
  await host?.stop();
  shows.remove();
  station.remove();
});

const shot = (name) => page.screenshot({ path: join(pictures, `${name}.jpg`), type: 'jpeg', quality: 72 });
const step = (act) => designer.step(act);
const named = (word) => {
  pressed.add(word);
  return word;
};
const button = (word) => page.getByRole('button', { name: named(word), exact: true });
const pageButton = (word) =>
  page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('button', { name: new RegExp(`^${named(word)}`) });
const inspector = () => page.getByRole('region', { name: 'Chosen clip' });
const field = (word) => inspector().getByLabel(named(word), { exact: true });
const canvas = () => page.locator('.design-preview canvas').first();
const typed = async (word, value) =>
  step(async () => {
    await field(word).fill(value);
    await page.keyboard.press('Enter');
  });
const layer = async (word, type) =>
  step(() => {
    named(word);
    return page.locator(`[data-layer="${type}"]`).click();
  });
const seek = async (seconds) => {
  const ruler = await page.locator('.ruler').boundingBox();
  await page.mouse.click(ruler.x + 230 + seconds * 12, ruler.y + 8);
};
test('the building: stone under a lamp, for the whole minute', async () => {
  await layer('Lit stone', 'stone');
  await eventually(async () => (await canvas().getAttribute('data-drawn')) !== null, {
    seconds: 30,
    what: 'the building in the preview',
  });
  await typed('Duration', '60');
  await typed('Fade in', '3');
  await seek(8);
  await shot('1-stone');
});

test('the tempo: a number, and bars on the ruler', async () => {
  await button('This timeline').click();
  await step(async () => {
    await page.getByLabel(named('Beats a minute')).fill('96');
    await page.keyboard.press('Enter');
  });
  await page.locator('.grid-line.bar').nth(3).waitFor();
  await shot('2-tempo');
  await page.keyboard.press('Escape');
});

test('light on the columns, that strikes with each bar', async () => {
  await step(() => button('+ Track').click());
  await seek(4);
  await layer('Façade light', 'facade-light');
  await typed('Duration', '20');
  await step(() =>
    inspector()
      .getByRole('button', { name: named('+ Add'), exact: true })
      .first()
      .click(),
  );
  await step(async () => {
    await field('Façade elements 1').fill('columns');
    await page.keyboard.press('Enter');
  });
  await step(() =>
    inspector()
      .getByRole('button', { name: named('fill'), exact: true })
      .click(),
  );
  await step(() => page.getByLabel('Let a setting follow…').selectOption({ label: named('Level') }));
  await step(() =>
    inspector()
      .getByRole('button', { name: named('the bar'), exact: true })
      .click(),
  );
  await seek(4.1);
  await shot('3-light');
});

test('words, and a way for them', async () => {
  await step(() => button('+ Track').click());
  await seek(6);
  await layer('Text', 'text');
  await typed('English', '150 YEARS');
  await typed('French', '150 ANS');
  await typed('Duration', '10');
  await typed('Size', '14');
  await step(() => button('Set a key: x').click());
  await seek(14);
  const handle = page.getByRole('button', { name: named('Place: x, y'), exact: true });
  const { x, y, width, height } = await handle.boundingBox();
  await step(async () => {
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 5 });
    await page.mouse.up();
  });
  await seek(10);
  await shot('4-words');
});

test('a film of your own', async () => {
  await button('Media').click();
  const chooser = page.waitForEvent('filechooser');
  await button('Import files…').click();
  await step(async () => (await chooser).setFiles(join(root, 'test/fixtures/media/film.webm')));
  await seek(26);
  await step(() =>
    page.locator('.medium').filter({ hasText: 'film' }).getByRole('button', { name: /^Put/ }).click(),
  );
  await seek(26.5);
  await shot('5-film');
});

test('two cues: the show waits for the desk', async () => {
  await seek(24);
  await step(() => page.keyboard.press('c'));
  await page.getByText('⚑ 2', { exact: true }).click();
  await step(() => page.getByLabel(named('On arrival')).selectOption({ label: named('waits for GO') }));
  await step(async () => {
    await page.getByRole('group', { name: 'Cue 2' }).getByLabel('Name').fill('Film');
    await page.keyboard.press('Enter');
  });
  await shot('6-cues');
  await page.keyboard.press('Escape');
  await seek(40);
  await step(() => page.keyboard.press('c'));
  await page.getByText('⚑ 3', { exact: true }).waitFor();
});

test('all is undone and redone to the byte, and is there after a restart', async () => {
  last = await designer.document();
  await designer.undoAll();
  assert.equal(await designer.document(), first, 'undone');
  await designer.redoAll();
  assert.equal(await designer.document(), last, 'redone');
  await page.goto('about:blank');
  await host.stop();
  await open();
  assert.equal(await designer.document(), last, 'reopened');
});

test('a rehearsal: GO plays up to the cue that waits', async () => {
  await pageButton('Run').click();
  await page
    .getByRole('button', { name: new RegExp(`^${named('GO')}\\b`) })
    .first()
    .click();
  await eventually(async () => (await host.status()).playbacks.some(({ position }) => position > 4), {
    seconds: 30,
    what: 'the show to run',
  });
  await shot('7-run');
});

test('a picture to send', async () => {
  await pageButton('Design').click();
  await button('Export…').click();
  const card = page.getByRole('dialog', { name: 'Export a film or a still' });
  await card.getByRole('combobox', { name: 'What', exact: true }).selectOption('still');
  await card.getByRole('spinbutton', { name: 'At (s)', exact: true }).fill('10');
  await card.getByRole('spinbutton', { name: 'Width (px)', exact: true }).fill('480');
  await card.getByRole('button', { name: named('Export'), exact: true }).click();
  await card.getByRole('link', { name: /^Save/ }).last().waitFor({ timeout: 90_000 });
  await shot('8-export');
});

test('the tutorial names nothing that is not there', () => {
  const text = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');
  const names = [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name);
  assert.deepEqual(
    names.filter((name) => !pressed.has(name)),
    [],
  );
  assert.ok(names.length > 12, `${names.length} names`);
  const used = [...text.matchAll(/images\/tutorial\/([\w-]+)\.jpg/g)].map(([, name]) => name);
  assert.equal(used.length, 8);
  complaints.check();
});
