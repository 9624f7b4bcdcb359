// The whole house in real Electron on two displays: a desk's OSC message, pictures on two outputs, sound from the
// card, and what happens when something dies. Pictures are kept in artefacts/electron.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDisplays } from '../../support/displays.mjs';
import { launchElectron } from '../../support/electron.mjs';
import { tellFault } from '../../support/faults.mjs';
import { eventually, run } from '../../support/processes.mjs';
import { startSoundCard } from '../../support/soundcard.mjs';
import { bundledShow, clientOf, root, temporaryFolder } from '../support/app.mjs';
import { assertSound, bundledTrack, followShow } from '../support/heard.mjs';
import { assertInStep, assertSwitch, holdClock, logOf } from '../support/frames.mjs';
import { brightness, distance, parsePicture, pictureOf, readPicture } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/electron');
let displays, card, station, shell, client, left, right;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  [displays, card] = await Promise.all([startDisplays({ count: 2, size: '640x360' }), startSoundCard()]);
  station = temporaryFolder();
  shell = await launchElectron({
    flags: ['--http', '127.0.0.1:0', '--osc', '127.0.0.1:0', '--no-open', '--station', station.path],
    env: { ...displays.env, ...card.env },
  });
  client = clientOf(await shell.ready());
  [left, right] = await Promise.all([
    shell.page('/output/left', { seconds: 60 }),
    shell.page('/output/right', { seconds: 60 }),
  ]);
  await Promise.all(
    [left, right].map((page) => page.waitForFunction(() => window.frise !== undefined, { timeout: 60_000 })),
  );
});

after(async () => {
  await shell?.stop();
  await Promise.all([card?.stop(), displays?.stop()]);
  station?.remove();
});

test('opens black on two displays, each output full-screen on its own', async () => {
  await client.statusWhere((now) => now.outputs.length === 2 && now.outputs.every((one) => one.connected), {
    seconds: 60,
  });
  for (const page of [left, right])
    await page.waitForFunction(() => innerWidth === 640 && innerHeight === 360, null, { timeout: 10_000 });
  for (const page of [left, right]) assert.ok(brightness(await pictureOf(page)) < 1.5, 'a show opens black');
});

test('the desk fires cue 1: both outputs switch to it at one instant, and the sound is the track', async () => {
  await client.statusWhere((now) => now.health.problems.every((one) => !one.code.includes('sound')), {
    seconds: 60,
  });
  const take = card.recording();
  await eventually(() => take.frames() > card.rate / 2, { what: 'the recording' });
  await client.osc('/eos/out/event/cue/1/1/fire');
  const playing = await client.statusWhere(
    (now) => now.cues.current === '1' && now.playbacks[0]?.state === 'playing',
  );
  assert.equal(playing.cues.standby !== '1', true);
  const zero = await followShow(client, 10);
  const { rate, channels } = card;
  const heard = { samples: await take.stop(), channels, beganAt: take.beganAt() };
  const [a, b] = await Promise.all([logOf(left), logOf(right)]);
  const plans = await left.evaluate(() => window.frise.plans());
  const fired = plans.find((plan) => plan.playbacks.length > 0);
  assert.ok(assertSwitch(a, { plan: fired.id, effectiveAt: fired.effectiveAt }) > 10);
  assert.ok(assertSwitch(b, { plan: fired.id, effectiveAt: fired.effectiveAt }) > 10);
  assertInStep(a, b);
  const track = await bundledTrack(artefacts, rate, 10);
  const told = assertSound(heard, { track, rate, zero, from: 1, to: 9 });
  process.stdout.write(`# sound: ${JSON.stringify(told)}\n`);
});

test('with the clock held both windows equal the rendered still', async () => {
  await client.statusWhere((now) => now.playbacks[0].position > 11, { seconds: 30 });
  for (const [page, id] of [
    [left, 'left'],
    [right, 'right'],
  ]) {
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
        '640x360',
        '--out',
        file,
      ],
      { cwd: root, seconds: 120, env: { FRISE_CHROMIUM_FLAGS: '--no-sandbox' } },
    );
    const { mean, far } = distance(shot, readPicture(file));
    assert.ok(brightness(shot) > 0.5, 'the held picture is not black');
    assert.ok(
      mean < 1.5 && far < 0.02,
      `${id} at ${position}: mean ${mean.toFixed(3)}, far ${far.toFixed(4)}`,
    );
    await page.evaluate(() => window.frise.hold(null));
  }
  await displays.screenshot(join(artefacts, 'both.png'));
});

const inWindow = (script) =>
  shell.app.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().endsWith('/output/left'))
        .webContents.executeJavaScript(code),
    script,
  );

test('an output whose process is killed shows its picture again, in step', async () => {
  const pid = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().endsWith('/output/left'))
      .webContents.getOSProcessId(),
  );
  process.kill(pid, 'SIGKILL');
  await client.statusWhere((now) => !now.outputs.find((one) => one.id === 'left').connected, {
    seconds: 10,
    everyMs: 20,
  });
  await client.statusWhere((now) => now.outputs.find((one) => one.id === 'left').connected, { seconds: 20 });
  // The driver's page object died with the process; the window lives on, so the window itself is asked.
  await eventually(
    async () => {
      const entries = await inWindow('window.frise ? window.frise.log.map((one) => ({ ...one })) : []');
      return entries.length > 5 && assertInStep(entries, await logOf(right)) > 0;
    },
    { seconds: 60, what: 'frames of the output that was killed, of the same clock as those of the other' },
  );
  const picture = await shell.app.evaluate(async ({ BrowserWindow }) => {
    const all = BrowserWindow.getAllWindows();
    const image = await all.find((one) => one.webContents.getURL().endsWith('/output/left')).capturePage();
    return image.toPNG().toString('base64');
  });
  const bytes = Buffer.from(picture, 'base64');
  writeFileSync(join(artefacts, 'left-after-kill.png'), bytes);
  assert.ok(brightness(parsePicture(bytes)) > 0.5, 'the picture is back');
});

test('a killed host is back while the windows go on', async () => {
  const before = await client.status();
  const frames = (await logOf(right)).at(-1).frame;
  const pid = await shell.app.evaluate(
    ({ app }) =>
      app
        .getAppMetrics()
        .find((one) => one.type === 'Utility' && /host|node/i.test(`${one.name} ${one.serviceName}`))?.pid ??
      0,
  );
  assert.ok(pid > 0, 'the host is a process of its own');
  process.kill(pid, 'SIGKILL');
  const killedAt = performance.now();
  const back = await client.statusWhere((now) => now.playbacks.length > 0, { seconds: 10, everyMs: 20 });
  const gap = performance.now() - killedAt;
  assert.ok(gap < 3000, `back after ${gap.toFixed(0)} ms`);
  assert.equal(back.playbacks[0].id, before.playbacks[0].id);
  const log = await logOf(right);
  assert.ok(log.at(-1).frame > frames, 'the window went on');
  const since = log.filter(({ frame }) => frame >= frames);
  const longest = Math.max(...since.slice(1).map(({ drawnAt }, index) => drawnAt - since[index].drawnAt));
  tellFault('host-killed', {
    saw: `The picture plays on (longest frame ${Math.round(longest * 1000)} ms)`,
    gapMs: 0,
    backMs: Math.round(gap),
  });
});
