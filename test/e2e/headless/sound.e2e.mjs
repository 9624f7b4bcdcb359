// What is heard: against the picture, through seek, pause and loop, and when the sound device is unplugged.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { tellFault } from '../../support/faults.mjs';
import { rms, startSoundCard } from '../../support/soundcard.mjs';
import { startHeadless } from '../support/app.mjs';
import { rate, soundShow } from '../support/clicks.mjs';
import { assertHeardTogether, trimSound } from '../support/together.mjs';

let card, show, host, browser, output, audio;
const complaints = [];

before(async () => {
  card = await startSoundCard({ channels: 4 });
  show = soundShow();
  host = await startHeadless({ show: show.path });
  browser = await launchChromium({ withSound: true, env: card.env });
  const context = await browser.newContext({ viewport: { width: 160, height: 90 } });
  await context.grantPermissions(['microphone'], { origin: host.http });
  const open = async (path) => {
    const page = await context.newPage();
    complaints.push(watchPage(page, { allow: [/AudioContext encountered an error/] }));
    await page.goto(`${host.http}${path}`);
    return page;
  };
  output = await open('/output/left');
  audio = await open('/audio');
  await output.waitForFunction(() => window.frise !== undefined, { timeout: 60_000 });
  await audio.getByText('Sound is ready').waitFor({ timeout: 30_000 });
});
after(async () => {
  await browser?.close();
  await host?.stop();
  await card?.stop();
  show?.remove();
});

const assertTogether = (what, act) => assertHeardTogether({ card, output }, what, act);

test('a tick is heard where the picture stands: play, seek, pause, loop', async () => {
  await host.verb('go');
  await delay(1500);
  await trimSound(host, { card, output }, () => delay(3300));
  await host.verb('seek', { position: 0 });
  await delay(500);
  await assertTogether('play', () => delay(3300));
  await host.verb('seek', { position: 10.1 });
  await assertTogether('seek', () => delay(3300));
  await host.verb('pause');
  await delay(400);
  await host.verb('resume');
  await assertTogether('pause and resume', () => delay(3300));
  await host.verb('seek', { position: 19 });
  await delay(1100);
  await assertTogether('loop', () => delay(3300));
});

test('identify sounds on the output that it names and on no other', async () => {
  await host.verb('stop');
  await delay(300);
  const take = card.recording();
  await host.verb('sound/identify', { channel: 3 });
  await delay(1600);
  const samples = await take.stop();
  const loud = [0, 1, 2, 3].map((channel) => rms(samples.filter((_, index) => index % 4 === channel)));
  assert.deepEqual(
    loud.map((each) => each > 0.01),
    [false, false, true, false],
    loud.join(' '),
  );
});

/** Seconds of the longest silence in a recording from a second of it on, its end included. */
const longestSilence = (samples, from) => {
  const { channels } = card;
  const frames = samples.length / channels;
  let [longest, began] = [0, Math.round(from * rate)];
  for (let frame = began; frame < frames; frame += 1) {
    if (Math.abs(samples[frame * channels]) > 0.05) began = frame;
    longest = Math.max(longest, frame - began);
  }
  return longest / rate;
};

test('a device that is unplugged is replaced within a second, with a warning, and comes back', async () => {
  const { unplug } = await card.plug('Second');
  await audio.getByRole('option', { name: 'Second' }).waitFor({ state: 'attached' });
  await host.verb('sound/device', { device: 'Second' });
  await host.verb('timeline/start', { id: 'hum' });
  const there = card.recording('Second');
  await delay(2500);
  assert.ok(rms(await there.stop()) > 0.1, 'the chosen device plays');
  const take = card.recording();
  await delay(500);
  const before = performance.now();
  await unplug();
  const { health } = await host.statusWhere((now) => !now.health.ok, { seconds: 5 });
  assert.equal(health.problems[0].code, 'sound-device-missing');
  await delay(1000);
  const samples = await take.stop();
  const silence = longestSilence(samples, (before - take.beganAt()) / 1000);
  const saw =
    silence > 0 ? 'A moment’s silence, then the sound from the default device' : 'The sound, all the time';
  tellFault('sound-device-gone', { saw, gapMs: Math.round(silence * 1000) });
  assert.ok(silence < 1, `silent for ${silence} s`);
  // The browser keeps a stream that it closed for five seconds, and the system has moved that one to the default.
  await delay(6500);
  const back = await card.plug('Second');
  await host.statusWhere((now) => now.health.ok, { seconds: 5 });
  const again = card.recording('Second');
  await delay(3000);
  assert.ok(rms(await again.stop()) > 0.05, 'it plays where it was told to again');
  await back.unplug();
});

test('no page complained', () => {
  for (const one of complaints) one.check();
});
