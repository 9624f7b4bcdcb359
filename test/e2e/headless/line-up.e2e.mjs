// Runs beside another.
// A technician's drag, patterns and names on a real output page, in a current Chromium.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium, watchPage } from '../../support/chromium.mjs';
import { root, startHeadless } from '../support/app.mjs';
import { brightness, distance, pictureOf } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/line-up');
const show = join(root, 'test/fixtures/shows/tiny');
const size = { width: 640, height: 360 };
let host, browser, page, complaints;

/** Where in the log each drag's message came, before the page itself reads it. */
const watchDrags = () => {
  const Real = WebSocket;
  window.drags = [];
  window.WebSocket = class extends Real {
    constructor(...options) {
      super(...options);
      this.addEventListener('message', ({ data }) => {
        if (typeof data !== 'string' || !data.includes('"topic":"previews"')) return;
        const { log, made } = window.frise;
        window.drags.push({ drawn: log.length, rig: made.rig, length: data.length });
      });
    }
  };
};

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  host = await startHeadless({ show });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: size });
  complaints = watchPage(page);
  await page.addInitScript(watchDrags);
  await page.goto(`${host.http}/output/left`);
  await page.waitForFunction(() => window.frise !== undefined, { timeout: 60_000 });
  await page.evaluate(() => window.frise.ready);
  await page.waitForFunction(() => window.frise.light() === 'full', { timeout: 60_000 });
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

const say = async (verb, input) => {
  const { body } = await host.verb(verb, input);
  assert.ok(body.ok, `${verb}: ${JSON.stringify(body)}`);
};
const made = () => page.evaluate(() => ({ ...window.frise.made }));
/** Frames drawn from now on. */
const frames = (count) =>
  page.evaluate((n) => {
    const { log } = window.frise;
    const until = log.at(-1).frame + n;
    return new Promise((done) => {
      const look = () => (log.at(-1).frame >= until ? done() : requestAnimationFrame(look));
      look();
    });
  }, count);
const shot = async (name) => {
  await frames(3);
  await page.screenshot({ path: join(artefacts, `${name}.png`) });
  return pictureOf(page);
};
const at = ({ width, data }, x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
/** A grid over the whole output, each point but the outer ones moved by so many pixels. */
const grid = (by) => ({
  kind: 'grid',
  columns: 33,
  rows: 33,
  points: Array.from({ length: 33 * 33 }, (_, i) => {
    const [column, row] = [i % 33, Math.floor(i / 33)];
    const isInner = column > 0 && column < 32 && row > 0 && row < 32;
    return [(column / 32) * size.width + (isInner ? by : 0), (row / 32) * size.height];
  }),
});
const drag = (by) => say('line-up/preview', { record: 'output:left', fields: { warp: grid(by) } });

test('patterns of the raster lie on its very pixels, those of the canvas go through the warp', async () => {
  await say('line-up/pattern', { outputs: null, pattern: { name: 'frame', space: 'output' } });
  const frame = await shot('frame');
  for (const [x, y] of [
    [0, 0],
    [639, 0],
    [0, 359],
    [639, 359],
  ])
    assert.deepEqual(at(frame, x, y), [255, 255, 255]);
  assert.deepEqual(at(frame, 1, 1), [0, 0, 0]);
  await say('line-up/pattern', { outputs: ['left'], pattern: { name: 'checker', space: 'output' } });
  const checker = await shot('checker');
  for (let x = 100; x < 140; x += 1) assert.deepEqual(at(checker, x, 50), Array(3).fill(x % 2 ? 0 : 255));
  for (const name of ['gamma', 'pluge', 'focus', 'grid']) {
    await say('line-up/pattern', { outputs: ['left'], pattern: { name, space: 'output' } });
    await shot(name);
  }
  for (const name of ['outline', 'numbers', 'overlap', 'cross', 'grid']) {
    await say('line-up/pattern', { outputs: ['left'], pattern: { name, space: 'canvas' } });
    assert.ok(brightness(await shot(`canvas-${name}`)) > 1, `${name} is seen`);
  }
});

test('a drag moves the picture, coarsely lit, and builds neither stage nor view anew', async () => {
  await say('line-up/hold', { output: 'left', person: 'Anna' });
  await say('line-up/mark', { output: 'left', mark: { mesh: true, selected: [40, 41] } });
  const [before, still] = [await made(), await shot('before-drag')];
  await drag(12);
  await page.waitForFunction(() => window.frise.light() === 'coarse', { timeout: 60_000 });
  const moved = await shot('drag');
  assert.ok(distance(still, moved).mean > 2, 'the picture has moved');
  const { stage, view, rig } = await made();
  assert.deepEqual({ stage, view }, { stage: before.stage, view: before.view });
  assert.equal(rig, before.rig + 1);
});

test('each step of a drag at 33 × 33 is on the output within two frames', async () => {
  await page.evaluate(() => window.drags.splice(0));
  for (let by = 0; by < 40; by += 1) {
    await drag(by / 4);
    await frames(1);
  }
  await frames(4);
  const [drags, log] = await page.evaluate(() => [window.drags, window.frise.log.map(({ rig }) => rig)]);
  assert.ok(drags.length >= 20, `${drags.length} steps were told`);
  assert.ok(drags[0].length > 10_000, 'each with all its points');
  const late = drags.map(
    ({ drawn, rig }) => log.findIndex((each, i) => i >= drawn && each > rig) - drawn + 1,
  );
  process.stdout.write(`# frames until a step is seen: ${late.join(' ')}\n`);
  assert.ok(
    late.every((count) => count >= 1 && count <= 2),
    `frames: ${late.join(' ')}`,
  );
});

test('the edit that ends the drag leaves the picture as it is, in full light', async () => {
  await drag(12);
  await page.waitForFunction(() => window.frise.light() === 'coarse', { timeout: 60_000 });
  const [before, dragged] = [await made(), await shot('last-of-drag')];
  const { records } = JSON.parse(await savedRig());
  const put = {
    'output:left': { ...records['output:left'], warp: { ...grid(12), interpolation: 'bezier' } },
  };
  await say('document/edit', { document: 'rig', label: 'warp', put });
  await page.waitForFunction(() => window.frise.light() === 'full', { timeout: 60_000 });
  assert.ok(distance(dragged, await shot('after-drag')).mean < 1.5);
  const { stage, view } = await made();
  assert.deepEqual({ stage, view }, { stage: before.stage, view: before.view });
});

test('names are seen for as long as asked, and the show comes back', async () => {
  await say('line-up/identify', { seconds: 600 });
  assert.ok(brightness(await shot('name')) > 5);
  await say('line-up/identify', { seconds: 0 });
  await say('line-up/mark', { output: 'left', mark: null });
  await say('line-up/pattern', { outputs: null, pattern: null });
  assert.ok(brightness(await shot('show')) < 1, 'before the first GO the show is black');
});

test('the frozen show stands, for a page that comes later too, and then goes on with playback', async () => {
  await say('cue/go', { cue: '1' });
  await host.statusWhere((now) => now.playbacks[0]?.position > 0.5);
  await say('line-up/freeze', { on: true });
  await page.waitForFunction(() => {
    const last = window.frise.log.slice(-3);
    return last.length === 3 && last.every(({ clock }) => clock === last[0].clock);
  });
  const still = await page.evaluate(() => ({ ...window.frise.log.at(-1) }));
  await say('cue/go', { cue: '2' });
  const late = await browser.newPage({ viewport: size });
  await late.goto(`${host.http}/output/left`);
  await late.waitForFunction(() => window.frise?.log.length > 3, null, { timeout: 60_000 });
  const seen = await late.evaluate(() => ({ ...window.frise.log.at(-1) }));
  assert.deepEqual([seen.clock, seen.position, seen.plan], [still.clock, still.position, still.plan]);
  await late.close();
  await say('line-up/freeze', { on: false });
  await page.waitForFunction((plan) => window.frise.log.at(-1).plan > plan, still.plan);
});

test('a graphics card that was lost and came back is no longer a problem, and the picture is there', async () => {
  await say('line-up/pattern', { outputs: ['left'], pattern: { name: 'bars', space: 'output' } });
  const before = await shot('bars');
  const { stage } = await made();
  await page.evaluate(() => {
    window.card = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.card.loseContext();
  });
  const errorOf = (now) => now.outputs.find(({ id }) => id === 'left').error?.code ?? null;
  await host.statusWhere((now) => errorOf(now) === 'gpu-lost');
  await page.evaluate(() => window.card.restoreContext());
  await page.waitForFunction((count) => window.frise.made.stage > count, stage);
  assert.ok(distance(before, await shot('bars-again')).mean < 1);
  await say('line-up/pattern', { outputs: null, pattern: null });
  await host.statusWhere((now) => errorOf(now) === null);
});

test('no page complained', () => complaints.check());

/** What the host would save, read over the link as any page does. */
const savedRig = () =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const line = new WebSocket(`ws://${location.host}/link`);
        line.onopen = () =>
          line.send(
            JSON.stringify({
              t: 'hello',
              protocol: 1,
              role: 'viewer',
              page: { kind: 'tool', id: 'x' },
              token: null,
            }),
          );
        line.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.t !== 'welcome') return;
          line.close();
          done(JSON.stringify(message.snapshot.rig.document));
        };
      }),
  );
