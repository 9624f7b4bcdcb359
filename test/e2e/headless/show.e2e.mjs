// The same evening without Electron: the host alone, pages in a current Chromium.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { run } from '../../support/processes.mjs';
import { startSoundCard } from '../../support/soundcard.mjs';
import { bundledShow, root, startHeadless } from '../support/app.mjs';
import { assertSound, bundledTrack, followShow } from '../support/heard.mjs';
import { assertInStep, assertSwitch, holdClock, logOf } from '../support/frames.mjs';
import { brightness, distance, pictureOf, readPicture } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/headless');
let card, host, browser, pages, complaints;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  card = await startSoundCard();
  host = await startHeadless();
  browser = await launchChromium({ withSound: true, env: card.env });
  complaints = [];
  const open = async (path, viewport) => {
    const page = await browser.newPage({ viewport });
    complaints.push(watchPage(page));
    await page.goto(`${host.http}${path}`);
    return page;
  };
  pages = {
    left: await open('/output/left', { width: 320, height: 180 }),
    right: await open('/output/right', { width: 320, height: 180 }),
    audio: await open('/audio', { width: 300, height: 200 }),
    console: await open('/console', { width: 1440, height: 900 }),
  };
  for (const page of [pages.left, pages.right])
    await page.waitForFunction(() => window.frise !== undefined, { timeout: 60_000 });
});

after(async () => {
  await browser?.close();
  await host?.stop();
  await card?.stop();
});

test('opens black, the console says what GO will do', async () => {
  await host.statusWhere((now) => now.outputs.every((one) => one.connected), { seconds: 30 });
  assert.ok(brightness(await pictureOf(pages.left)) < 1.5);
  await pages.console
    .getByText(/● (Standby|Prêt) 1/)
    .first()
    .waitFor();
});

/** Whether what the sound card hears is the track, from a recording that has just begun. */
const compare = async (take) => {
  const zero = await followShow(host, 10);
  const { rate, channels } = card;
  const heard = { samples: await take.stop(), channels, beganAt: take.beganAt() };
  const track = await bundledTrack(artefacts, rate, 10);
  return assertSound(heard, { track, rate, zero, from: 1, to: 9 });
};

test('the operator presses Space and the desk sends the same cue: one GO', async () => {
  const take = card.recording();
  await pages.console.keyboard.press('Space');
  await host.osc('/eos/out/event/cue/1/1/fire');
  await host.statusWhere((now) => now.cues.current === '1');
  assert.equal((await host.status()).playbacks.length, 1);
  // A machine without a free core drops buffers for a while: what is not heard clearly is played once more.
  const told = await compare(take).catch(async (error) => {
    process.stdout.write(`# once more: ${error.message}\n`);
    await host.verb('reset');
    const second = card.recording();
    await host.verb('go');
    return compare(second);
  });
  process.stdout.write(`# sound: ${JSON.stringify(told)}\n`);
});

test('both outputs switched at one instant and stay in step', async () => {
  const [a, b] = await Promise.all([logOf(pages.left), logOf(pages.right)]);
  const plans = await pages.left.evaluate(() => window.frise.plans());
  const fired = plans.find((plan) => plan.playbacks.length > 0);
  assert.ok(assertSwitch(a, { plan: fired.id, effectiveAt: fired.effectiveAt }) > 5);
  assert.ok(assertSwitch(b, { plan: fired.id, effectiveAt: fired.effectiveAt }) > 5);
  assertInStep(a, b);
});

test('with the clock held both pages equal the rendered still', async () => {
  for (const id of ['left', 'right']) {
    const page = pages[id];
    const { position } = await holdClock(page);
    const shot = await pictureOf(page);
    await page.screenshot({ path: join(artefacts, `${id}.png`) });
    const file = join(artefacts, `${id}-rendered.png`);
    await run(
      process.execPath,
      [
        'main/launch/frise.mjs',
        'render',
        bundledShow,
        '--output',
        id,
        '--at',
        String(position),
        '--size',
        '320x180',
        '--out',
        file,
      ],
      { cwd: root, seconds: 120, env: { FRISE_CHROMIUM_FLAGS: '--no-sandbox' } },
    );
    const { mean, far } = distance(shot, readPicture(file));
    assert.ok(
      mean < 1.5 && far < 0.02,
      `${id} at ${position}: mean ${mean.toFixed(3)}, far ${far.toFixed(4)}`,
    );
    await page.evaluate(() => window.frise.hold(null));
  }
  await pages.console.screenshot({ path: join(artefacts, 'console.png') });
});

test('the host stopped across a hold: no frame beyond it', async () => {
  const { playbacks } = await host.status();
  assert.equal(playbacks[0].state, 'playing');
  await host.verb('seek', { position: 32.5 });
  await host.statusWhere((now) => now.playbacks[0].position > 32.5);
  process.kill(host.shell.pid, 'SIGSTOP');
  await pages.left.waitForTimeout(6000);
  const log = await logOf(pages.left);
  process.kill(host.shell.pid, 'SIGCONT');
  assert.ok(log.at(-1).position < 35, `drew ${log.at(-1).position} behind the mark at 35`);
  assert.ok(log.at(-1).position > 31, 'it went on for as long as it was right');
});

test('panic from the keyboard darkens both outputs, resume brings them back', async () => {
  await pages.console.locator('.lost').waitFor({ state: 'detached' });
  await pages.console.keyboard.press('Escape');
  await host.statusWhere((now) => now.master.panic === 'fading');
  await pages.console.keyboard.press('Escape');
  await host.statusWhere((now) => now.master.panic === 'cut');
  await pages.left.waitForTimeout(500);
  for (const id of ['left', 'right'])
    assert.ok(brightness(await pictureOf(pages[id])) < 1.5, `${id} is dark`);
  await pages.console.screenshot({ path: join(artefacts, 'console-panic.png') });
  await host.verb('resume');
  await host.statusWhere((now) => now.master.panic === 'off' && now.playbacks[0].state === 'playing');
});

test('no page complained, and SIGTERM ends the host with 0', async () => {
  for (const one of complaints) one.check();
  const end = await host.stop();
  assert.equal(end.code, 0);
});
