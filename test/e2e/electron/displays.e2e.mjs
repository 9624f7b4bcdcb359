// Four projectors on one machine in real Electron: each output on its own display, a cable that falls out and comes
// back during playback, two cables swapped, several outputs in one window. Pictures are kept in artefacts/displays.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDisplays } from '../../support/displays.mjs';
import { launchElectron } from '../../support/electron.mjs';
import { tellFault } from '../../support/faults.mjs';
import { eventually } from '../../support/processes.mjs';
import { clientOf, root, temporaryFolder } from '../support/app.mjs';
import { assertInStep, logOf } from '../support/frames.mjs';
import { brightness, distance, pictureOf, readPicture } from '../support/picture.mjs';
import { topicsNow } from '../support/topics.mjs';

const artefacts = join(root, 'artefacts/displays');
const names = ['a', 'b', 'c', 'd'];
const [width, height] = [320, 180];
const home = { a: [0, 0], b: [width, 0], c: [0, height], d: [width, height] };
let displays, station, shell, client;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  displays = await startDisplays({ count: 4, size: `${width}x${height}` });
  station = temporaryFolder();
  const show = join(root, 'test/fixtures/shows/tiny');
  const rig = join(root, 'test/fixtures/rigs/four.json');
  const ports = ['--http', '127.0.0.1:0', '--osc', '127.0.0.1:0'];
  shell = await launchElectron({
    flags: ['--show', show, '--rig', rig, ...ports, '--no-open', '--station', station.path],
    env: displays.env,
  });
  client = clientOf(await shell.ready());
});
after(async () => {
  await shell?.stop();
  await displays?.stop();
  station?.remove();
});

const topics = () => topicsNow(client);
const places = async () =>
  Object.fromEntries(
    (await topics()).station.places.map(({ output, kind, match }) => [output, `${kind} ${match}`]),
  );
/** Output pages' names → where their window is, or null while it is hidden. */
const windows = () =>
  shell.app.evaluate(({ BrowserWindow }) =>
    Object.fromEntries(
      BrowserWindow.getAllWindows()
        .filter((one) => one.webContents.getURL().includes('/output/'))
        .map((one) => {
          const { x, y, width, height } = one.getBounds();
          return [one.webContents.getURL().split('/').at(-1), one.isVisible() ? [x, y, width, height] : null];
        }),
    ),
  );
const page = (name) => shell.page(`/output/${name}`, { seconds: 60 });
const codes = (status) => status.health.problems.map(({ code, path }) => `${code} ${path}`).toSorted();
const ofDisplays = (status) => codes(status).filter((code) => code.startsWith('display'));
const whole = (all) =>
  Object.fromEntries(Object.entries(all).map(([id, [x, y]]) => [id, [x, y, width, height]]));
const windowsAre = (expected, seconds = 20) =>
  eventually(
    async () => {
      const now = await windows();
      assert.deepEqual(now, expected);
      return true;
    },
    { seconds, what: 'the windows' },
  );
const edit = async (put, label) => {
  const { body } = await client.verb('document/edit', { document: 'rig', label, put });
  assert.equal(body.ok, true, JSON.stringify(body));
};
const editDisplays = async (change) => {
  const { records } = (await topics()).rig.document;
  const put = Object.fromEntries(
    names.flatMap((name) => {
      const next = change(name, records[`output:${name}`].display);
      return next ? [[`output:${name}`, { ...records[`output:${name}`], display: next }]] : [];
    }),
  );
  await edit(put, 'displays');
};
const framesSince = (log, drawnAt) => log.filter((one) => one.drawnAt >= drawnAt);
const longestGap = (log) =>
  Math.max(0, ...log.slice(1).map((one, index) => one.drawnAt - log[index].drawnAt));

test('four outputs, each full-screen on the display that it is assigned to', async () => {
  await client.statusWhere((now) => now.outputs.length === 4 && now.outputs.every((one) => one.connected), {
    seconds: 60,
  });
  await windowsAre(whole(home));
  assert.deepEqual(await places(), Object.fromEntries(names.map((name) => [name, 'display found'])));
  for (const name of names)
    assert.deepEqual(await (await page(name)).evaluate(() => [innerWidth, innerHeight]), [width, height]);
  assert.deepEqual(ofDisplays(await client.status()), []);
});

test('a cable falls out during playback: announced, the others go on, and it comes back where it was', async () => {
  await client.verb('cue/go', { cue: '3' });
  await client.statusWhere((now) => now.playbacks[0]?.state === 'playing');
  await eventually(async () => brightness(await pictureOf(await page('c'))) > 20, { what: 'a picture' });
  await displays.screenshot(join(artefacts, 'four.png'));
  const before = (await logOf(await page('a'))).at(-1).drawnAt;

  await displays.unplug(2);
  const outAt = performance.now();
  const lost = await client.statusWhere((now) => codes(now).includes('display-lost output:c'), {
    seconds: 10,
  });
  process.stdout.write(`# announced after ${(performance.now() - outAt).toFixed(0)} ms\n`);
  assert.equal(lost.outputs.find(({ id }) => id === 'c').connected, false);
  assert.deepEqual(codes(lost), ['display-lost output:c', 'displays-astray rig:four']);
  const others = { ...whole(home), c: null };
  await windowsAre(others);
  await displays.screenshot(join(artefacts, 'c-is-out.png'));
  const dark = await partOf('c-is-out.png', 'c');
  assert.ok(brightness(dark) < 1, 'nothing turns up where the display was');
  assert.equal((await places()).c, 'waiting none');
  await client.statusWhere((now) => now.outputs.filter((one) => one.fps > 1).length >= 3, { seconds: 10 });

  await displays.plug(2);
  await windowsAre(whole(home));
  await client.statusWhere(
    (now) => now.outputs.every((one) => one.connected) && ofDisplays(now).length === 0,
  );
  const backAt = (await logOf(await page('a'))).at(-1).drawnAt;
  const logs = await Promise.all(names.map(async (name) => logOf(await page(name))));
  const gaps = logs.map((log) => longestGap(framesSince(log, before)));
  const worst = Math.max(...gaps.filter((_, index) => names[index] !== 'c'));
  tellFault('display-unplugged', {
    saw: 'The other displays play on (their longest frame); nothing turns up elsewhere',
    gapMs: Math.round(worst * 1000),
  });
  for (const [index, gap] of gaps.entries()) {
    process.stdout.write(`# ${names[index]}: longest gap ${(gap * 1000).toFixed(0)} ms\n`);
    assert.ok(names[index] === 'c' || gap < 1, `${names[index]} stood still for ${gap} s`);
  }
  await eventually(
    async () => {
      const [back, other] = await Promise.all(['c', 'a'].map(async (name) => logOf(await page(name))));
      assert.ok(back.at(-1).position > 8, 'it plays on, not from the top');
      // Two slow pages draw the same instant now and then only: all frames since count.
      return assertInStep(framesSince(back, backAt), other) > 5;
    },
    { seconds: 30, what: 'frames of one clock to compare' },
  );
  await everyPartShows('c-is-back.png', names);
});

/** How much bluer than red, 0–255: the show is blue then, and the ground of a window that has not drawn is grey. */
const blueness = ({ data }) => {
  let sum = 0;
  for (let index = 0; index < data.length; index += 4) sum += data[index + 2] - data[index];
  return sum / (data.length / 4);
};
/** Where each of these displays lies there is a picture. */
const everyPartShows = (file, all) =>
  eventually(
    async () => {
      await displays.screenshot(join(artefacts, file));
      const parts = await Promise.all(all.map((name) => partOf(file, name)));
      return parts.every((part) => blueness(part) > 20);
    },
    { seconds: 20, everyMs: 300, what: `pictures on ${all.join(', ')}` },
  );

/** The part of a screenshot where an output's display lies. */
async function partOf(file, name) {
  const { data, width: across } = readPicture(join(artefacts, file));
  const [x, y] = home[name];
  const rows = Array.from({ length: height }, (_, row) => {
    const start = ((y + row) * across + x) * 4;
    return data.subarray(start, start + width * 4);
  });
  return { width, height, data: Buffer.concat(rows) };
}

test('two cables are swapped: each picture follows its projector, and that is told until it is assigned anew', async () => {
  const ids = (await topics()).station.displays.map(({ id }) => id);
  await displays.swapCables(0, 1);
  await windowsAre(whole({ ...home, a: home.b, b: home.a }));
  const after = (await topics()).station.displays;
  assert.ok(
    after.some(({ id }) => !ids.includes(id)),
    'the ids are new',
  );
  assert.deepEqual(await places(), {
    a: 'display moved',
    b: 'display moved',
    c: 'display found',
    d: 'display found',
  });
  assert.deepEqual(codes(await client.status()), [
    'display-moved output:a',
    'display-moved output:b',
    'displays-astray rig:four',
  ]);
  await everyPartShows('swapped.png', names);
  const at = Object.fromEntries(after.map((one) => [one.label, one]));
  await editDisplays((name, { label, span }) =>
    name < 'c'
      ? { label, id: at[label].id, index: null, position: { x: at[label].x, y: at[label].y }, span }
      : null,
  );
  await client.statusWhere((now) => ofDisplays(now).length === 0);
  await windowsAre(whole({ ...home, a: home.b, b: home.a }));
  await displays.swapCables(0, 1);
  await windowsAre(whole(home));
  await editDisplays((name, display) =>
    name < 'c' ? { ...display, id: null, position: { x: home[name][0], y: home[name][1] } } : null,
  );
  await client.statusWhere((now) => ofDisplays(now).length === 0);
});

const half = ({ width: across, height: tall, data }, left) => {
  const wide = across / 2;
  const rows = Array.from({ length: tall }, (_, row) => {
    const start = (row * across + left * wide) * 4;
    return data.subarray(start, start + wide * 4);
  });
  return { width: wide, height: tall, data: Buffer.concat(rows) };
};
const shared = {
  'a+b': [0, 0, 2 * width, height],
  c: [...home.c, width, height],
  d: [...home.d, width, height],
};
const settled = async (name) => {
  const own = await page(name);
  await own.waitForFunction(() => window.frise !== undefined && window.frise.log.length > 5, null, {
    timeout: 60_000,
  });
  return own;
};

test('two outputs share one window: one picture each as before, and one show frame in every vsync', async () => {
  await client.verb('seek', { position: 9 });
  await client.verb('line-up/pattern', { outputs: ['b'], pattern: { name: 'grid', space: 'canvas' } });
  await client.verb('pause');
  const own = [];
  for (const name of ['a', 'b']) {
    const one = await settled(name);
    await eventually(async () => brightness(await pictureOf(one)) > 10, { what: `a picture of ${name}` });
    own.push(await pictureOf(one));
  }
  await editDisplays((name, display) => (name < 'c' ? { ...display, span: 'wall' } : null));
  await windowsAre(shared);
  const both = await settled('a+b');
  assert.deepEqual(await both.evaluate(() => [innerWidth, innerHeight]), [2 * width, height]);
  await eventually(
    async () => {
      const picture = await pictureOf(both);
      for (const [index, alone] of own.entries()) {
        const { mean, far } = distance(half(picture, index), alone);
        assert.ok(mean < 0.5 && far < 0.005, `${names[index]}: mean ${mean}, far ${far}`);
      }
      return true;
    },
    { seconds: 20, what: 'the same pictures' },
  );
  await displays.screenshot(join(artefacts, 'shared.png'));
  await client.verb('line-up/pattern', { outputs: null, pattern: null });
  await client.verb('resume');
  await eventually(
    async () => (await logOf(both)).filter(({ parts }) => parts?.b !== undefined).length > 30,
    {
      what: 'frames of both',
    },
  );
  const log = (await logOf(both)).filter(({ parts }) => parts?.b !== undefined);
  for (const { parts, clock } of log) assert.deepEqual(parts, { a: clock, b: clock });
  await client.statusWhere((now) => now.outputs.every((one) => one.connected && one.fps > 0));
  await client.statusWhere((now) => !codes(now).some((code) => code.startsWith('output-lost')));
});

test('a cable of a shared window falls out: the other half plays on in the same window', async () => {
  const both = await settled('a+b');
  const before = (await logOf(both)).at(-1).drawnAt;
  await displays.unplug(1);
  const now = await client.statusWhere((status) => codes(status).includes('display-lost output:b'));
  assert.deepEqual(
    now.outputs.map(({ id, connected }) => [id, connected]),
    names.map((name) => [name, name !== 'b']),
  );
  await windowsAre(shared);
  await displays.screenshot(join(artefacts, 'shared-without-b.png'));
  await displays.plug(1);
  await client.statusWhere((status) => status.outputs.every((one) => one.connected));
  await windowsAre(shared);
  await eventually(async () => (await logOf(both)).at(-1).parts.b !== undefined, { what: 'both halves' });
  const gap = longestGap(framesSince(await logOf(both), before));
  process.stdout.write(`# shared: longest gap ${(gap * 1000).toFixed(0)} ms\n`);
  assert.ok(gap < 1, `the shared window stood still for ${gap} s`);
  await displays.screenshot(join(artefacts, 'shared-again.png'));
  await editDisplays((name, display) => (name < 'c' ? { ...display, span: null } : null));
  await windowsAre(whole(home));
});

test('identify: a display without an output says its name, and no longer than asked', async () => {
  await everyPartShows('apart-again.png', names);
  const { body } = await client.verb('document/edit', {
    document: 'rig',
    label: 'without d',
    put: {},
    remove: ['output:d'],
    order: { 'rig:four': ['output:a', 'output:b', 'output:c'] },
  });
  assert.equal(body.ok, true, JSON.stringify(body));
  const labels = () =>
    shell.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter((one) => one.isVisible() && one.webContents.getURL().startsWith('data:'))
        .map((one) => [one.getTitle(), one.getBounds()]),
    );
  const asked = await client.verb('line-up/identify', { seconds: 4 });
  assert.equal(asked.body.ok, true, JSON.stringify(asked.body));
  const [[title, bounds]] = await eventually(
    async () => {
      const found = await labels();
      return found.length === 1 && found;
    },
    { what: 'the label' },
  );
  assert.match(title, /Display \d · PROJ-3 · not assigned/);
  assert.ok(bounds.x >= width && bounds.y >= height, 'it stands on its own display');
  await displays.screenshot(join(artefacts, 'identify.png'));
  await eventually(async () => (await labels()).length === 0, { seconds: 20, what: 'the end of it' });
});
