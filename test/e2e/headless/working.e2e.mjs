// Runs beside another.
// Working comfort: a file that changes on the disk is taken or asked about, the palette finds and goes, and each page
// sees who else is where.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';

const artefacts = join(root, 'artefacts/working');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = temporaryFolder('show');
const show = join(folder.path, 'tiny');
const file = join(show, 'show.json');
let host, browser, ada, bob;
const complaints = [];

const open = async (path, viewport) => {
  const context = await browser.newContext({ locale: 'en-GB', viewport });
  const page = await context.newPage();
  complaints.push(watchPage(page, { allow: [/WebSocket/, /ERR_/] }));
  await page.goto(`${host.http}${path}`);
  return page;
};
before(async () => {
  mkdirSync(artefacts, { recursive: true });
  cpSync(join(root, 'test/fixtures/shows/tiny'), show, { recursive: true });
  host = await startHeadless({ show });
  browser = await launchChromium();
  ada = await open('/console#design', { width: 1440, height: 900 });
  bob = await open('/console#run', { width: 1280, height: 720 });
});
after(async () => {
  await browser?.close();
  await host?.stop();
  folder.remove();
});

const shot = (page, name) => page.screenshot({ path: join(artefacts, `${name}.png`) });
const accessible = async (page, where) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((at) => globalThis.axe.run(at), where);
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`),
    [],
  );
};
/** As git does: another file takes the place. */
const rewrite = (...pairs) => {
  const text = pairs.reduce(
    (all, [from, to]) => {
      assert.ok(all.includes(from), `${from} is in the file`);
      return all.replace(from, to);
    },
    readFileSync(file, 'utf8'),
  );
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
};
const files = (page) => page.getByRole('region', { name: 'Changed files' });
const clip = (page, name) => page.locator(`[data-clip="clip:${name}"]`);
const field = (label) => ada.getByRole('region', { name: 'Chosen clip' }).getByLabel(label, { exact: true });

test('the palette finds a clip from the Run page and goes there, by keys alone', async () => {
  await bob.locator('.run .stage').waitFor();
  await bob.keyboard.press('Control+k');
  const palette = bob.getByRole('dialog', { name: 'Search, go, do' });
  await palette.getByRole('combobox').waitFor();
  await shot(bob, 'palette-1280');
  await accessible(bob, '.palette');
  await bob.keyboard.type('black');
  await palette.getByRole('option').first().waitFor();
  await shot(bob, 'palette-run-keys');
  await bob.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
  assert.deepEqual((await host.status()).master, { level: 1, blackout: false, panic: 'off' });
  await bob.keyboard.press('Control+k');
  await bob.keyboard.type('gren');
  await palette.getByRole('option', { name: /^Green/ }).waitFor();
  await bob.keyboard.press('Enter');
  await bob.locator('[data-clip="clip:green"][aria-pressed="true"]').waitFor();
  assert.deepEqual((await host.status()).playbacks, [], 'nothing was fired');
});

test('each sees who else is where, and what they have chosen', async () => {
  await clip(ada, 'red').click();
  const chip = bob.getByRole('list', { name: 'Who is where' }).getByRole('button');
  await chip.getByText('Red', { exact: true }).waitFor();
  await bob.locator('[data-clip="clip:red"].others').waitFor();
  await ada.locator('[data-clip="clip:green"].others').waitFor();
  await shot(bob, 'people-1280');
  await accessible(bob, '.draft');
  await bob.keyboard.press('F1');
  await ada.getByRole('list', { name: 'Who is where' }).getByText('Run', { exact: true }).waitFor();
  await eventually(async () => (await ada.locator('.clip.others').count()) === 0, {
    seconds: 10,
    what: 'no outline of who is elsewhere',
  });
  await bob.close();
  await ada.getByRole('list', { name: 'Who is where' }).waitFor({ state: 'detached' });
});

test('a file that was changed on the disk is taken, said, and taken back', async () => {
  rewrite(['"Blue"', '"Bleu"']);
  await clip(ada, 'blue').getByText('Bleu').waitFor();
  await files(ada).getByText('show.json was changed on the disk: 1 change').waitFor();
  await shot(ada, 'taken-1440');
  await files(ada).getByRole('button', { name: 'Undo' }).click();
  await clip(ada, 'blue').getByText('Blue').waitFor();
  await files(ada).waitFor({ state: 'detached' });
});

/** 16-bit mono, 440 Hz. */
const tone = (seconds, rate = 48_000) => {
  const samples = seconds * rate;
  const wav = Buffer.alloc(44 + 2 * samples);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + 2 * samples, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(2 * rate, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(2 * samples, 40);
  for (let at = 0; at < samples; at += 1)
    wav.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 440 * at) / rate)), 44 + 2 * at);
  return wav;
};

test('the preview is heard where it was asked for: playing, scrubbed, and not while the show plays here', async () => {
  writeFileSync(join(show, 'media/tone.wav'), tone(12));
  const document = JSON.parse(readFileSync(file, 'utf8'));
  document.records['media:tone'] = { path: 'media/tone.wav', kind: 'sound' };
  document.records['track:music'] = { name: 'Music' };
  document.records['clip:tone'] = {
    name: 'Tone',
    layer: 'sound',
    start: 0,
    duration: 12,
    parameters: { media: 'media:tone' },
  };
  document.order['timeline:main'].push('track:music');
  document.order['track:music'] = ['clip:tone'];
  writeFileSync(file, JSON.stringify(document, null, 2));
  await clip(ada, 'tone').waitFor();
  const button = (name) => ada.getByRole('button', { name, exact: true });
  const heard = ada.locator('.preview-sound[data-level="heard"]');
  const silent = ada.locator('.preview-sound[data-level="silent"]');
  await button('Play the preview').click();
  await button('Stop the preview').click();
  assert.equal(await silent.count(), 1, 'off until somebody asks for it');
  await button('Sound of the preview, off').click();
  await button('Play the preview').click();
  await heard.waitFor();
  await shot(ada, 'sound-1440');
  await button('Stop the preview').click();
  await silent.waitFor();
  const board = await ada.locator('.ruler').boundingBox();
  await ada.mouse.move(board.x + 260, board.y + 10);
  await ada.mouse.down();
  let step = 0;
  const isHeard = async () => {
    step += 1;
    await ada.mouse.move(board.x + 260 + (step % 60), board.y + 10);
    return heard.isVisible();
  };
  await eventually(isHeard, { seconds: 20, what: 'a grain' });
  await ada.mouse.up();
  await silent.waitFor();
  await button('Play the preview').click();
  await heard.waitFor();
  await host.verb('go');
  await ada.getByRole('button', { name: /^Sound of the preview — silent while/ }).waitFor();
  await silent.waitFor();
  await host.verb('stop');
  await button('Stop the preview').click();
  await files(ada).getByRole('button', { name: 'Seen' }).click();
});

test('the history shows what was done with its picture, and goes back by a step that can be undone', async () => {
  await clip(ada, 'red').click();
  await field('Name').fill('Dusk');
  await field('Name').press('Enter');
  await clip(ada, 'red').getByText('Dusk').waitFor();
  await ada.getByRole('button', { name: 'History' }).click();
  const card = ada.getByRole('dialog', { name: 'History' });
  await card.locator('li').first().locator('img').waitFor();
  await shot(ada, 'history-1440');
  await accessible(ada, '.history');
  await card.getByRole('button', { name: 'Go back' }).first().click();
  await clip(ada, 'red').getByText('Red').waitFor();
  await card.getByText(/^back to/).waitFor();
  await ada.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  assert.equal((await host.status()).master.panic, 'off', 'Esc has closed the card and nothing else');
  await ada.getByRole('button', { name: /Undo$/ }).first().click();
  await clip(ada, 'red').getByText('Dusk').waitFor();
  await ada.getByRole('button', { name: /Undo$/ }).first().click();
  await clip(ada, 'red').getByText('Red').waitFor();
});

test('what was changed here and there is asked about, by value', async () => {
  await clip(ada, 'red').click();
  await field('Name').fill('Mine');
  await field('Name').press('Enter');
  await clip(ada, 'red').getByText('Mine').waitFor();
  rewrite(['"Red"', '"Rouge"'], ['"Green"', '"Vert"']);
  await files(ada).getByText('show.json was changed on the disk, where it was changed here too').waitFor();
  await shot(ada, 'asked-1440');
  await ada.setViewportSize({ width: 1280, height: 720 });
  await shot(ada, 'asked-1280');
  await accessible(ada, '.disk');
  await files(ada).getByRole('radio', { name: 'The disk’s: "Rouge"' }).check();
  await files(ada).getByRole('button', { name: 'Apply these choices' }).click();
  await clip(ada, 'red').getByText('Rouge').waitFor();
  await clip(ada, 'green').getByText('Vert').waitFor();
  rewrite(['"seed": 1,', '"seed": 1,,']);
  await files(ada).getByText('can’t be taken').waitFor();
  await shot(ada, 'refused-1280');
  await files(ada).getByRole('button', { name: 'Keep ours' }).click();
  await files(ada)
    .getByRole('button', { name: /^Confirm: keep ours/ })
    .click();
  await files(ada).getByText('can’t be taken').waitFor({ state: 'detached' });
  for (const each of complaints) each.check();
});
