// The electro set: a sound input in the real page drives the show.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../support/chromium.mjs';
import { eventually, run } from '../support/processes.mjs';
import { root, startHeadless } from '../e2e/support/app.mjs';
import { beating, soundShow, wav } from '../e2e/support/clicks.mjs';
import { brightness, pictureOf } from '../e2e/support/picture.mjs';
import { topicsNow } from '../e2e/support/topics.mjs';

let show, host, browser, page, complaints;
const trigger = (address, verb, args, more = {}) => ({ input: 'sound', address, verb, args, ...more });

before(async () => {
  show = soundShow({
    'trigger:beat': trigger('/onset', 'timeline/start', { id: 'flash' }),
    'trigger:ride': trigger('/band/low', 'clip/set', { id: 'red', param: 'opacity', value: '$1' }),
  });
  const file = join(show.path, 'beats.wav');
  writeFileSync(file, wav(beating()));
  host = await startHeadless({ show: show.path });
  browser = await launchChromium({
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}`,
    ],
  });
  page = await browser.newPage();
  complaints = watchPage(page);
  await page.goto(`${host.http}/audio`);
  await page.getByText('Sound is ready').waitFor({ timeout: 30_000 });
});
after(async () => {
  await browser?.close();
  await host?.stop();
  show?.remove();
});

test('each beat fires a trigger once, levels ride a parameter, under the page’s strict policy', async () => {
  const put = { 'sound-input:main': { on: true, band: 'low' } };
  const headers = { authorization: `Bearer ${host.ready.owner}` };
  const edited = await host.verb('document/edit', { document: 'station', label: 'listen', put }, headers);
  assert.equal(edited.status, 200);
  const isReady = (now) => now.inputs.some((one) => one.id === 'sound' && one.state === 'ready');
  await host.statusWhere(isReady, { seconds: 20 });
  await page.waitForTimeout(6000);
  const { body } = await host.verb('input/log', { id: 'sound' });
  const onsets = body.value.messages.filter(({ text }) => text.startsWith('/onset'));
  const lowest = body.value.messages.filter(({ text }) => text.startsWith('/band/low'));
  assert.ok(onsets.length >= 8 && onsets.length <= 16, `two beats a second: ${onsets.length} in 6 s`);
  assert.match(onsets.at(-1).verdict, /trigger:beat → timeline\/start/);
  assert.match(lowest.at(-1).verdict, /trigger:ride → clip\/set/);
  complaints.check();
});

test('a sound that comes in is measured by the sound page, and a clip follows it as a function of the place', async () => {
  // The beats start the flash again and again: nothing is measured while anything plays.
  await host.verb('input/arm', { id: 'sound', armed: false });
  await host.verb('timeline/stop', { id: 'flash' });
  const states = async () =>
    Object.values((await topicsNow(host)).analyses).map(({ state, onsets }) => [state, onsets > 0]);
  await eventually(
    async () => {
      assert.deepEqual(await states(), [['ready', true], ['ready', true]]); // prettier-ignore
      return true;
    },
    { seconds: 30, what: 'both sounds measured' },
  );
  const show = (await topicsNow(host)).show.document;
  const put = {
    'clip:red': {
      ...show.records['clip:red'],
      follow: { opacity: { source: { kind: 'onset', clip: 'clip:tick', fall: 0.4 }, from: [0, 0.3] } },
    },
  };
  assert.equal((await host.verb('document/edit', { document: 'show', label: 'follow', put })).status, 200);
  const output = await browser.newPage({ viewport: { width: 320, height: 180 } });
  await output.goto(`${host.http}/output/left`);
  await host.statusWhere((now) => now.outputs.some(({ connected }) => connected));
  await host.verb('release');
  await host.verb('go');
  await host.verb('pause');
  const lightAt = async (position) => {
    await host.verb('seek', { position });
    await output.waitForFunction(
      (at) => Math.abs((window.frise.log.at(-1)?.position ?? -1) - at) < 1e-3,
      position,
    );
    await output.waitForTimeout(200);
    return brightness(await pictureOf(output));
  };
  // A tick lies a quarter of a second into each second.
  await eventually(async () => (await lightAt(1.3)) > 20, { seconds: 15, what: 'the first light' });
  const seen = [];
  for (const position of [2.3, 2.2, 3.9, 1.3, 2.3]) seen.push(await lightAt(position));
  const [hit, before, late, other, again] = seen;
  assert.ok(hit > 20 && other > 20, `lit at a tick: ${seen}`);
  assert.ok(before < 2 && late < 2, `dark between ticks: ${seen}`);
  assert.ok(Math.abs(again - hit) < 0.1, `the same place, the same picture: ${seen}`);
  await output.close();
  complaints.check();
});

test('the sounds of a show are analysed from the command line', async () => {
  const env = { FRISE_CHROMIUM_FLAGS: '--no-sandbox' };
  const analysed = ['main/launch/frise.mjs', 'analyse', show.path];
  const { stdout } = await run(process.execPath, analysed, { cwd: root, seconds: 120, env });
  assert.match(stdout, /tick\.wav\.analysis\.json: 24\.00 s, .* LUFS, .* dBTP, 24 onsets/);
  assert.match(stdout, /hum\.wav\.analysis\.json: 24\.00 s, -1[0-9.]+ LUFS/);
  const again = await run(process.execPath, analysed, { cwd: root, seconds: 60, env });
  assert.match(again.stdout, /Nothing to analyse/);
});
