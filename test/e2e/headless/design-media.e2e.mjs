// Runs beside another.
// From the empty template to a scene: tracks and clips are made, files come in by the chooser and by a drop, lie on the
// timeline as long as they are; everything is undone and redone to the byte, and is there after a restart.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { designerOn } from '../support/designer.mjs';

const artefacts = join(root, 'artefacts/design-media');
const fixture = (name) => join(root, 'test/fixtures/media', name);
const shows = temporaryFolder('shows');
const station = temporaryFolder();
const show = join(shows.path, 'scene');
let host, browser, page, complaints, designer, first, last;

const open = async () => {
  host = await startHeadless({ show, station: station.path });
  await page.goto(`${host.http}/console#design`);
  await page.locator('.track-head').first().waitFor();
};
before(async () => {
  mkdirSync(artefacts, { recursive: true });
  const made = spawnSync(process.execPath, ['dist/main/cli.cjs', 'new', show], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(made.status, 0, made.stderr);
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  complaints = watchPage(page);
  designer = designerOn(() => host, page);
  await open();
  first = await document();
});
after(async () => {
  await browser?.close();
  await host?.stop();
  shows.remove();
  station.remove();
});

const shot = (name) => page.screenshot({ path: join(artefacts, `${name}.png`) });
const document = () => designer.document();
const records = () => designer.records();
const button = (name) => page.getByRole('button', { name, exact: true });
const clips = () => page.locator('[data-clip]');
const medium = (title) => page.locator('.medium').filter({ hasText: title });
const step = (act) => designer.step(act);
/** A second of a tone, as a WAV. */
const tone = () => {
  const samples = Buffer.alloc(44_100 * 2);
  for (let at = 0; at < 44_100; at += 1) samples.writeInt16LE(Math.round(9000 * Math.sin(at / 16)), at * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(44_100, 24);
  head.writeUInt32LE(88_200, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
};
const choose = async (files) => {
  const chooser = page.waitForEvent('filechooser');
  await button('Import files…').click();
  await (await chooser).setFiles(files);
};
/** As a file manager drops it. */
const dropFile = async (name, type) => {
  const data = readFileSync(fixture(name)).toString('base64');
  await page.locator('.media-panel').evaluate(
    (panel, given) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(given.data), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], given.name, { type: given.type }));
      for (const kind of ['dragover', 'drop'])
        panel.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    { data, name, type },
  );
};
/** By the mouse, from its row onto the board so many seconds in, on the row of that track. */
const dragOnto = async (source, seconds, track) => {
  const from = await source.boundingBox();
  const ruler = await page.locator('.ruler').boundingBox();
  const row = await page.locator('.track-row').nth(track).boundingBox();
  await page.mouse.move(from.x + 90, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 120, from.y + from.height / 2 + 4);
  const to = { x: ruler.x + 230 + seconds * 12, y: row.y + 20 };
  const landing = page.locator('.landing-place');
  // A browser tells of a drag when it has the time: the hand goes on until the place is shown.
  await eventually(
    async () => {
      for (const by of [3, 0]) await page.mouse.move(to.x + by, to.y);
      const shown = (await landing.count()) > 0 ? await landing.boundingBox() : null;
      return (
        shown !== null && Math.abs(shown.x - to.x) < 2 && shown.y < to.y && to.y < shown.y + shown.height
      );
    },
    { seconds: 20, what: 'the place where it will land' },
  );
  await page.mouse.up();
};

test('an empty show offers its layers; a press puts a text where it is seen at once', async () => {
  await page.getByRole('region', { name: 'Layers' }).waitFor();
  const canvas = page.locator('.design-preview canvas');
  await eventually(async () => (await canvas.getAttribute('data-drawn')) !== null, {
    seconds: 20,
    what: 'a picture',
  });
  const black = (await canvas.screenshot()).toString('base64');
  await page.getByLabel('Search a layer').fill('letter');
  assert.equal(await page.locator('.palette-layer').count(), 1);
  await step(() => page.locator('[data-layer="text"]').click());
  await clips().first().waitFor();
  await eventually(async () => (await canvas.screenshot()).toString('base64') !== black, {
    seconds: 20,
    what: 'the text in the preview',
  });
  await shot('text');
});

test('a track is added, named and locked; what is locked is not deleted', async () => {
  await step(() => page.locator('.add-track').click());
  await page.getByText('Track 2', { exact: true }).dblclick();
  await step(async () => {
    await page.getByLabel('Name of the track').fill('Poems');
    await page.keyboard.press('Enter');
  });
  await step(() => button('Lock the track: Piste 1').click());
  await clips().first().click();
  await page.keyboard.press('Delete');
  await page.getByText('This track is locked').waitFor();
  await shot('locked-track');
  await step(() => button('Lock the track: Piste 1').click());
  await page.getByText('Poems', { exact: true }).waitFor();
});

test('what was forgotten is listed, leads to its place, and is given there', async () => {
  assert.equal(await page.getByRole('button', { name: /^Check,/ }).getAttribute('aria-label'), 'Check, 0');
  const inspector = page.getByRole('region', { name: 'Chosen clip' });
  await step(async () => {
    await inspector.getByLabel('French', { exact: true }).fill('Bonjour');
    await page.keyboard.press('Enter');
  });
  await page.keyboard.press('Escape');
  await button('Check, 1').click();
  const list = page.getByRole('region', { name: 'Check' });
  await list.getByText('The English is still a new clip’s').waitFor();
  await shot('check');
  await list.getByRole('link', { name: 'Texte' }).click();
  await page.locator('.clip[aria-pressed="true"]').waitFor();
  await step(async () => {
    await list.getByLabel('English').fill('Hello');
    await page.keyboard.press('Enter');
  });
  await list.getByText('Nothing to say').waitFor();
  const texts = Object.values(await records()).flatMap(({ parameters }) => parameters?.text ?? []);
  assert.deepEqual(texts, [{ fr: 'Bonjour', en: 'Hello' }]);
  await button('Check, 0').click();
});

test('files come in by the chooser and by a drop; one that is not played says how to convert it', async () => {
  await button('Media').click();
  await step(() => choose(fixture('card.png')));
  await medium('card').waitFor();
  await step(() => choose({ name: 'a tone.wav', mimeType: 'audio/wav', buffer: tone() }));
  await medium('a tone').waitFor();
  await step(() => dropFile('film.webm', 'video/webm'));
  await medium('film').waitFor();
  await step(() => choose(fixture('hap-q.mov')));
  await medium('hap-q').getByText('Hap Q · ').waitFor();
  await medium('hap-q').locator('img').waitFor();
  await step(() => choose(fixture('model.glb')));
  await medium('model').getByText('0:10.00').waitFor();
  const half = readFileSync(fixture('hap-q.mov'));
  half.fill(0xee, 60, 12_000);
  await choose({ name: 'torn.mov', mimeType: 'video/quicktime', buffer: half });
  await page.getByText(/This file is not played here \(Hap Q: .*is broken/).waitFor();
  await page.getByRole('button', { name: /^Close/ }).click();
  const client = { name: 'client "final".mov', mimeType: 'video/quicktime' };
  await choose({ ...client, buffer: Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\bmdat', 'latin1') });
  await page.getByText('This file is not played here').waitFor();
  const command = await page.locator('.conversion code').first().textContent();
  assert.match(command, /^ffmpeg -i "client \\"final\\".mov" -c:v libx264 .*"client \\"final\\".mp4"$/);
  await shot('media');
  await page.getByRole('button', { name: /^Close/ }).click();
  await choose(fixture('card.png'));
  await page.getByText('“card.png” is in the show already').waitFor();
  const {
    'media:film': film,
    'media:hap-q': hap,
    'media:a-tone': sound,
    'media:card': card,
  } = await records();
  assert.equal(film.kind, 'video');
  assert.ok(film.width > 0 && film.duration > 0, JSON.stringify(film));
  assert.deepEqual([film.codec, hap.codec, hap.width, hap.fps, hap.duration], ['VP9', 'Hap Q', 128, 25, 0.8]);
  assert.deepEqual([sound.kind, sound.duration, sound.channels], ['sound', 1, 1]);
  assert.equal(card.path, 'media/card.png');
  assert.match(card.hash, /^[0-9a-f]{64}$/);
});

test('a ProRes is converted by the machine’s ffmpeg where it is wished, and comes in', async () => {
  const film = join(shows.path, 'client.mov');
  const sound = ['-f', 'lavfi', '-i', 'sine=duration=2', '-c:a', 'pcm_s16le'];
  const made = spawnSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=2', ...sound, '-c:v', 'prores_ks', film], { encoding: 'utf8' }); // prettier-ignore
  assert.equal(made.status, 0, made.stderr);
  await choose(film);
  await page.getByText('This file is not played here').waitFor();
  const here = page
    .locator('.conversion', { hasText: 'H.264' })
    .getByRole('button', { name: 'Convert here' });
  await here.waitFor();
  await shot('convert');
  await step(() => here.click());
  await medium('client').getByText('0:02.00').waitFor();
  const { 'media:client': client } = await records();
  assert.deepEqual([client.codec, client.width, client.duration, client.channels], ['H.264', 160, 2, 1]);
  assert.equal(client.path, 'media/client.mp4');
  assert.ok(client.keyGap <= 0.6, `${client.keyGap}`);
  // What was sent to be converted is not kept.
  const files = readdirSync(station.path, { recursive: true }).map((name) => name.split('/').at(-1));
  assert.deepEqual(
    files.filter((name) => name.includes('.part')),
    [],
  );
});

test('a film with far key frames is offered a copy, which it then is; its own file stays', async () => {
  const film = join(shows.path, 'long.mp4');
  const sound = ['-f', 'lavfi', '-i', 'sine=duration=3', '-c:a', 'aac'];
  const made = spawnSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=10:d=3', ...sound, '-c:v', 'libx264', '-g', '99', '-pix_fmt', 'yuv420p', film], { encoding: 'utf8' }); // prettier-ignore
  assert.equal(made.status, 0, made.stderr);
  await step(() => choose(film));
  await medium('long').getByText('Key frames 3 s apart').waitFor();
  await shot('far-keys');
  await step(() => button('Copy with close key frames').click());
  await medium('long').getByText('Key frames').waitFor({ state: 'detached' });
  const { 'media:long': long } = await records();
  const { title, original, path, duration, channels } = long;
  assert.deepEqual([title, original, duration, channels], ['long', 'media/long.mp4', 3, 1]);
  assert.match(path, /^media\/long-keys\.(mp4|webm)$/);
  assert.ok(long.keyGap <= 0.6, `${long.keyGap}`);
  const files = readdirSync(station.path, { recursive: true }).map((name) => name.split('/').at(-1));
  assert.ok(files.includes('long.mp4') && files.includes(path.split('/').at(-1)), files.join());
});

test('a medium dragged onto the tracks is a clip as long as the medium', async () => {
  await step(() => dragOnto(medium('film'), 10, 0));
  await step(() => dragOnto(medium('card'), 20, 0));
  await step(() => medium('a tone').getByRole('button', { name: /^Put/ }).click());
  const all = await records();
  assert.equal(all['clip:film'].layer, 'video');
  assert.equal(all['clip:film'].duration, all['media:film'].duration);
  assert.ok(Math.abs(all['clip:film'].start - 10) < 0.2, `${all['clip:film'].start}`);
  assert.deepEqual([all['clip:card'].layer, all['clip:card'].parameters.media], ['image', 'media:card']);
  assert.deepEqual([all['clip:a-tone'].layer, all['clip:a-tone'].duration], ['sound', 1]);
  const tracks = JSON.parse(await document()).order['timeline:main'];
  assert.equal(tracks.length, 3, 'the sound has a track of its own');
  await medium('film').getByText('used 1×').waitFor();
  // Nobody has measured the tone yet: the page draws what it hears itself.
  await eventually(
    () =>
      page.locator('.clip .waveform').evaluate((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0);
      }),
    { seconds: 20, what: 'a waveform under the sound' },
  );
  await shot('scene');
});

test('a rectangle chooses clips; in and out are a loop', async () => {
  const film = await page.locator('[data-clip="clip:film"]').boundingBox();
  const card = await page.locator('[data-clip="clip:card"]').boundingBox();
  await page.mouse.move(film.x - 14, film.y + 3);
  await page.mouse.down();
  await page.mouse.move(card.x + 14, card.y + 20, { steps: 4 });
  await page.locator('.marquee').waitFor();
  await page.mouse.up();
  assert.equal(await page.locator('.clip[aria-pressed="true"]').count(), 2);
  await page.keyboard.press('i');
  await page.locator('.ruler').click({ position: { x: 230 + 120, y: 8 } });
  await page.keyboard.press('o');
  await page.getByText(/^Loop 0:00\.00 – 0:10\.0/).waitFor();
  await page.keyboard.press('x');
});

test('all is undone and redone to the byte, and is there after a restart', async () => {
  last = await document();
  await designer.undoAll();
  assert.equal(await document(), first, 'undone');
  await designer.redoAll();
  assert.equal(await document(), last, 'redone');
  await page.goto('about:blank');
  await host.stop();
  await open();
  assert.equal(await document(), last, 'reopened');
  await clips().nth(3).waitFor();
  const served = await page.evaluate(async () => (await fetch('/media/film')).status);
  assert.equal(served, 200);
  complaints.check();
});
