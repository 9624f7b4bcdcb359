// The whole house in real Electron on two displays: a desk's OSC message, pictures on two outputs, sound from the
// card, and what happens when something dies. Pictures are kept in artefacts/electron.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDisplays } from '../../support/displays.mjs';
import { launchElectron } from '../../support/electron.mjs';
import { eventually, run } from '../../support/processes.mjs';
import { startSoundCard } from '../../support/soundcard.mjs';
import { bundledShow, clientOf, root, temporaryFolder } from '../support/app.mjs';
import { level, locate, mono } from '../support/correlate.mjs';
import { assertInStep, assertSwitch, logOf } from '../support/frames.mjs';
import { brightness, distance, pictureOf, readPicture } from '../support/picture.mjs';

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
    assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [640, 360]);
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
  await client.statusWhere((now) => now.playbacks[0].position > 9, { seconds: 30 });
  const [a, b] = await Promise.all([logOf(left), logOf(right)]);
  const plans = await left.evaluate(() => window.frise.plans());
  const fired = plans.find((plan) => plan.playbacks.length > 0);
  assert.ok(assertSwitch(a, { plan: fired.id, effectiveAt: fired.effectiveAt }) > 10);
  assert.ok(assertSwitch(b, { plan: fired.id, effectiveAt: fired.effectiveAt }) > 10);
  assertInStep(a, b);
  await soundIsTheTrack(mono(await take.stop()));
});

/** Offset within 60 ms of where the picture stands is checked against the entry of the sound in the recording. */
async function soundIsTheTrack(heard) {
  const { stdout } = await run('ffmpeg', [
    '-v',
    'error',
    '-i',
    join(bundledShow, 'media/soundtrack.ogg'),
    '-t',
    '10',
    '-ac',
    '1',
    '-ar',
    String(card.rate),
    '-f',
    'f32le',
    '-y',
    join(artefacts, 'track.f32'),
  ]);
  assert.equal(stdout, '');
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(join(artefacts, 'track.f32'));
  const track = new Float32Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length - (bytes.length % 4)),
  );
  const part = track.subarray(2 * card.rate, 6 * card.rate);
  const found = locate(heard, part, 0, heard.length);
  assert.ok(found.correlation > 0.9, `correlation ${found.correlation}`);
  const ratio = level(heard.subarray(found.at, found.at + part.length)) - level(part);
  assert.ok(Math.abs(ratio) <= 1, `${ratio.toFixed(2)} dB`);
}

test('with the clock held both windows equal the rendered still', async () => {
  await client.statusWhere((now) => now.playbacks[0].position > 11, { seconds: 30 });
  for (const [page, id] of [
    [left, 'left'],
    [right, 'right'],
  ]) {
    await page.evaluate(() => window.frise.hold(window.frise.log.at(-1).clock));
    await page.waitForTimeout(600);
    const { position } = (await logOf(page)).at(-1);
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
  left = await eventually(
    async () => {
      const page = shell.app.windows().find((one) => one.url().endsWith('/output/left') && !one.isClosed());
      return page && (await page.evaluate(() => window.frise?.log.length > 5)) ? page : null;
    },
    { seconds: 30, what: 'the output’s page' },
  );
  assertInStep(await logOf(left), await logOf(right));
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
  process.stdout.write(`# host back after ${gap.toFixed(0)} ms\n`);
  assert.equal(back.playbacks[0].id, before.playbacks[0].id);
  assert.ok((await logOf(right)).at(-1).frame > frames, 'the window went on');
});
