// Runs beside another.
// A spare as an evening needs it: two hosts on one machine, real outputs on both, the same frame on both, the main one
// killed, the outputs going on, a hand that takes over at the console, and the show playing on.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { bundledShow, root, startHeadless } from '../support/app.mjs';
import { logOf } from '../support/frames.mjs';
import { brightness, distance, parsePicture } from '../support/picture.mjs';
import { topicsNow } from '../support/topics.mjs';

const artefacts = join(root, 'artefacts/spare');
const size = { width: 160, height: 90 };
// A host that is gone is what this test is about.
const lines = { allow: [/WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/] };
let began, main, spare, browser, mainOutput, spareOutput, console_, sound, complaints;

const open = async (url) => {
  const page = await browser.newPage({ viewport: size, locale: 'en-GB' });
  complaints.push(watchPage(page, lines));
  await page.goto(url);
  return page;
};

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  complaints = [];
  main = await startHeadless({ show: bundledShow });
  const token = { FRISE_FOLLOW_TOKEN: main.ready.owner };
  spare = await startHeadless({ flags: ['--follow', main.http], env: token });
  // A page of a spare that is opened before the files are there says of each that it is missing.
  await eventually(
    async () => {
      const { media } = (await topicsNow(spare)).spare;
      return media.total > 0 && media.done === media.total;
    },
    { seconds: 60, what: 'the show’s files on the spare' },
  );
  browser = await launchChromium();
  [mainOutput, spareOutput, sound] = await Promise.all([
    open(`${main.http}/output/left`),
    open(`${spare.http}/output/left`),
    open(`${spare.http}/audio`),
  ]);
  await Promise.all([mainOutput, spareOutput].map((page) => page.evaluate(() => window.frise.ready)));
});
after(async () => {
  await browser?.close();
  await spare?.stop();
  await main?.stop();
});

/** Past the dark in which the show begins. */
const playing = (page) => page.waitForFunction(() => (window.frise.log.at(-1)?.position ?? 0) > 8);

/** When the timeline began on the show clock, from the frames that were drawn; all of them must say the same. */
const startsOf = async (page) => {
  const starts = (await logOf(page)).filter((one) => one.position > 0).map((one) => one.clock - one.position);
  assert.ok(starts.length > 0, 'frames were drawn');
  assert.ok(Math.max(...starts) - Math.min(...starts) < 1e-6, 'the frames of a page are of one run');
  return starts[0];
};

test('both draw the same frame at the same show clock', async () => {
  assert.equal((await main.verb('go')).status, 200);
  await Promise.all([playing(mainOutput), playing(spareOutput)]);
  const [left, right] = await Promise.all([mainOutput, spareOutput].map(startsOf));
  began = left;
  assert.ok(Math.abs(left - right) < 1e-6, `the timelines began ${left - right} s apart on the show clock`);
  const refused = await spare.verb('go');
  assert.equal(refused.body.code, 'following');
  const clock = await mainOutput.evaluate(() => window.frise.log.at(-1).clock);
  const pictures = [];
  for (const page of [mainOutput, spareOutput]) {
    await page.evaluate((at) => window.frise.hold(at + 1e-4), clock);
    await page.waitForFunction((at) => window.frise.log.slice(-6).every((one) => one.clock === at), clock);
    pictures.push(await page.screenshot());
    await page.evaluate(() => window.frise.hold(null));
  }
  pictures.forEach((bytes, index) => writeFileSync(join(artefacts, `frame-${index}.png`), bytes));
  const [a, b] = pictures.map(parsePicture);
  assert.ok(brightness(a) > 2, 'there is a picture');
  const { mean } = distance(a, b);
  assert.ok(mean < 0.5, `the two hosts' frames differ by ${mean.toFixed(2)} codes`);
});

test('the main host is killed: the spare goes on, and a hand takes over', async () => {
  console_ = await open(`${spare.http}/console`);
  await console_.setViewportSize({ width: 1280, height: 800 });
  await console_.getByText(/SPARE — follows/).waitFor();
  await main.shell.stop({ signal: 'SIGKILL' });
  await console_.getByText(/main host lost since/).waitFor();
  const before = await spareOutput.evaluate(() => window.frise.log.at(-1).position);
  await spareOutput.waitForFunction((at) => window.frise.log.at(-1).position > at + 0.5, before);
  await console_.screenshot({ path: join(artefacts, 'lost.png') });
  await sound.getByText('Niveau : silence').waitFor();
  await console_.getByRole('button', { name: 'Take over' }).click();
  await console_.getByRole('button', { name: /Confirm/ }).click();
  await console_.getByText(/MAIN HOST — took over/).waitFor();
  const at = await spareOutput.evaluate(() => window.frise.log.at(-1));
  assert.ok(at.position > before, 'it plays on where it was');
  // The very same run of the timeline: not a frame was left out or came twice by it.
  assert.ok(Math.abs((await startsOf(spareOutput)) - began) < 1e-6, 'the timeline jumped');
  await spare.statusWhere((now) => now.clock.source === 'sound', { seconds: 15 });
  await sound.getByText(/Niveau : −?\d+ dB/).waitFor();
  assert.equal((await spare.verb('pause')).status, 200);
  for (const each of complaints) each.check();
});
