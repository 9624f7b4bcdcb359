// Runs beside another.
// A camera on the wall: opened only where this station has mapped it, one stream for all its clips, empty and named when
// it is unplugged, back by itself, closed when no clip wants it.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { pictureOf } from '../support/picture.mjs';

const folder = temporaryFolder('live-input');
let host, browser, output, watched;

/** A camera that shows one colour above and another below: `#c83232`, `#3232c8` as a camera codes them (BT.601). */
const camera = join(folder.path, 'camera.y4m');
const [WIDTH, HEIGHT] = [320, 240];
const yuv = (r, g, b) => {
  const y = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
  return [y, 128 - 0.148 * r - 0.291 * g + 0.439 * b, 128 + 0.439 * r - 0.368 * g - 0.071 * b].map(
    Math.round,
  );
};
const plane = (width, height, above, below) =>
  Buffer.concat([Buffer.alloc((width * height) / 2, above), Buffer.alloc((width * height) / 2, below)]);
const makeCamera = () => {
  const [above, below] = [yuv(200, 50, 50), yuv(50, 50, 200)];
  const planes = [0, 1, 2].map((index) => {
    const scale = index === 0 ? 1 : 2;
    return plane(WIDTH / scale, HEIGHT / scale, above[index], below[index]);
  });
  const frame = Buffer.concat([Buffer.from('FRAME\n'), ...planes]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F20:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(camera, Buffer.concat([head, frame, frame]));
};

/** Two clips of one camera beside each other for four seconds, the second mirrored; then none. */
const makeShow = () => {
  const dir = join(folder.path, 'show');
  cpSync(join(root, 'test/fixtures/shows/tiny'), dir, { recursive: true });
  const show = JSON.parse(readFileSync(join(dir, 'show.json'), 'utf8'));
  const clip = (parameters) => ({
    layer: 'live',
    start: 0,
    duration: 4,
    parameters: { input: 'Stage camera', y: 1, width: 3, height: 6, fit: 'stretch', ...parameters },
  });
  Object.assign(show.records, {
    'clip:near': clip({ x: 1 }),
    'clip:far': clip({ x: 4.5, flip: true }),
    'track:far': { name: 'Far' },
  });
  delete show.records['clip:red'];
  show.order['track:ground'][0] = 'clip:near';
  show.order['track:far'] = ['clip:far'];
  show.order['timeline:main'].push('track:far');
  writeFileSync(join(dir, 'show.json'), JSON.stringify(show));
  return dir;
};

before(async () => {
  makeCamera();
  host = await startHeadless({ show: makeShow() });
  browser = await launchChromium({
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
    ],
  });
  const context = await browser.newContext({ viewport: { width: 320, height: 180 } });
  // What was opened, and a hand that pulls the cable.
  await context.addInitScript(() => {
    window.opened = [];
    const { mediaDevices } = navigator;
    const get = mediaDevices.getUserMedia.bind(mediaDevices);
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await get(wish);
      window.opened.push(...stream.getTracks());
      return stream;
    };
    mediaDevices.enumerateDevices = async () => (window.isPulled ? [] : list());
  });
  output = await context.newPage();
  watched = watchPage(output);
  await output.goto(`${host.http}/output/left`);
  await output.waitForFunction(() => window.frise !== undefined, { timeout: 60_000 });
});
after(async () => {
  await browser?.close();
  await host?.stop();
  folder.remove();
});

const problems = async () => (await host.status()).health.problems.map(({ code }) => code);
const tracks = () => output.evaluate(() => window.opened.map(({ readyState }) => readyState));
const isNear = (colour, wanted) => colour.every((value, index) => Math.abs(value - wanted[index]) < 24);
const [RED, BLUE, BLACK] = [
  [200, 50, 50],
  [50, 50, 200],
  [0, 0, 0],
];
/** Above and below in the middle of each clip, from left to right. */
const seen = async (...wanted) => {
  await eventually(
    async () => {
      const { data, width, height } = await pictureOf(output);
      const at = (x, y) => [
        ...data.subarray(
          ...[0, 3].map((by) => (Math.round(y * height) * width + Math.round(x * width)) * 4 + by),
        ),
      ];
      const colours = PLACES.map(([x, y]) => at(x, y));
      assert.ok(
        colours.every((colour, index) => isNear(colour, wanted[index])),
        JSON.stringify(colours),
      );
      return true;
    },
    { what: `the colours ${JSON.stringify(wanted)}` },
  );
};
const PLACES = [
  [0.25, 0.3],
  [0.25, 0.7],
  [0.65, 0.3],
  [0.65, 0.7],
];
const told = (code, isThere) =>
  eventually(async () => (await problems()).some((each) => code.test(each)) === isThere, {
    what: `${code} ${isThere ? 'in' : 'out of'} Health`,
  });

test('a show alone opens no camera: what nobody has mapped is named and stays empty', async () => {
  await host.verb('go');
  await host.verb('pause');
  await told(/^live-input-unmapped$/, true);
  await seen(BLACK, BLACK, BLACK, BLACK);
  assert.deepEqual(await tracks(), []);
});

test('mapped, its picture is on the wall, by one stream for both clips', async () => {
  const device = await output.evaluate(async () => {
    const all = await navigator.mediaDevices.enumerateDevices();
    return all.find(({ kind }) => kind === 'videoinput').label;
  });
  const put = { 'camera:stage': { input: 'stage Camera', device } };
  const edit = { document: 'station', label: 'map the camera', put, remove: [], order: {} };
  const reply = await host.verb('document/edit', edit, { authorization: `Bearer ${host.ready.owner}` });
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  await seen(RED, BLUE, BLUE, RED);
  assert.deepEqual(await tracks(), ['live']);
  await told(/^live-input/, false);
});

test('unplugged, its clips are empty and Health says so; plugged in again, it is back', async () => {
  await output.evaluate(() => {
    window.isPulled = true;
    const [track] = window.opened;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  });
  await told(/^live-input-(lost|missing)$/, true);
  await seen(BLACK, BLACK, BLACK, BLACK);
  await output.evaluate(() => {
    window.isPulled = false;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await seen(RED, BLUE, BLUE, RED);
  await told(/^live-input/, false);
});

test('when no clip wants it any more it is closed', async () => {
  await host.verb('seek', { position: 12 });
  const isClosed = async () => (await tracks()).every((state) => state === 'ended');
  await eventually(isClosed, { what: 'the camera closed' });
  watched.check();
});
