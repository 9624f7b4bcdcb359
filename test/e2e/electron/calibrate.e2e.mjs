// A technician at the console of the real application, on four displays: the X server's own mouse and keys, the wall
// looked at on the display. Pictures are kept in artefacts/electron.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startDisplays } from '../../support/displays.mjs';
import { launchElectron } from '../../support/electron.mjs';
import { eventually } from '../../support/processes.mjs';
import { clientOf, root, temporaryFolder } from '../support/app.mjs';
import { parsePicture } from '../support/picture.mjs';

const artefacts = join(root, 'artefacts/electron');
const size = { width: 960, height: 540 };
let displays, station, shell, client, desk, left;

before(async () => {
  mkdirSync(artefacts, { recursive: true });
  displays = await startDisplays({ count: 4, size: `${size.width}x${size.height}` });
  station = temporaryFolder();
  shell = await launchElectron({
    flags: [
      '--show',
      join(root, 'test/fixtures/shows/tiny'),
      '--station',
      station.path,
      '--http',
      '127.0.0.1:0',
      '--osc',
      '127.0.0.1:0',
      '--lang=en',
    ],
    env: displays.env,
  });
  client = clientOf(await shell.ready());
  [desk, left] = await Promise.all([shell.page('/console'), shell.page('/output/left')]);
  await client.statusWhere((now) => now.outputs.every(({ connected }) => connected), { seconds: 60 });
  await desk.locator('.run').waitFor({ timeout: 30_000 });
});
after(async () => {
  await shell?.stop();
  await displays?.stop();
  station?.remove();
});

/** Where a part of the console lies on the desktop, and a click of the real mouse on it. */
async function press(locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  const [x, y] = await desk.evaluate(() => [screenX, screenY + outerHeight - innerHeight]);
  const at = [x + box.x + box.width / 2, y + box.y + box.height / 2].map((value) =>
    String(Math.round(value)),
  );
  await displays.xdotool('mousemove', ...at, 'click', '1');
}
const key = (...names) => displays.xdotool('key', '--delay', '60', ...names);
const field = async (name) => Number(await desk.getByLabel(name, { exact: true }).inputValue());
/** Colour of the output's picture, as it is on its display. */
const wallAt = async (x, y) => {
  const { data, width } = parsePicture(await left.screenshot());
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
};
const isLit = ([red, green, blue]) => Math.max(red, green, blue) > 100;

test('the console has the primary display, the outputs two of the others', async () => {
  const station_ = await desk.evaluate(() => [screenX, screenY, innerWidth]);
  assert.ok(station_[0] < size.width && station_[1] < size.height, `console at ${station_}`);
  const places = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((one) => {
      const id = /\/output\/(.+)$/.exec(one.webContents.getURL())?.[1];
      return id ? [[id, one.getBounds()]] : [];
    }),
  );
  for (const [id, bounds] of places)
    assert.ok(
      bounds.x >= size.width || bounds.y >= size.height,
      `${id} lies over the console: ${JSON.stringify(bounds)}`,
    );
});

test('a corner by keys: F3, a click on the output, N, arrows; the wall follows, undo takes it back', async () => {
  await press(desk.locator('body'));
  await key('F3');
  await press(desk.locator('.output-row', { hasText: 'Left' }));
  await desk.getByText('● yours').waitFor();
  await press(desk.getByRole('button', { name: /^Pattern/ }));
  await press(desk.getByRole('button', { name: 'White', exact: true }));
  await eventually(async () => isLit(await wallAt(60, 270)), { seconds: 20, what: 'white on the wall' });
  await key('Escape', 'n');
  await key(...Array.from({ length: 10 }, () => 'shift+Right'));
  await desk.locator('.standing', { hasText: 'on the wall' }).waitFor({ timeout: 20_000 });
  assert.ok(Math.abs((await field('x')) - 100) < 0.06, `x is ${await field('x')}`);
  // The upper left corner is 100 of 640 pixels in: half way down the edge lies 50 in, and this place is beyond it.
  await eventually(async () => !isLit(await wallAt(45, 200)), { seconds: 20, what: 'the edge on the wall' });
  await displays.screenshot(join(artefacts, 'calibrate-desktop.png'));
  await desk.screenshot({ path: join(artefacts, 'calibrate-console.png') });
  await left.screenshot({ path: join(artefacts, 'calibrate-left.png') });
  for (let to = 90; to >= 0; to -= 10) {
    await press(desk.getByRole('button', { name: /Undo/ }).first());
    await eventually(async () => Math.abs((await field('x')) - to) < 0.06, { what: `x back at ${to}` });
  }
  await eventually(async () => isLit(await wallAt(45, 200)), { seconds: 20, what: 'the wall as before' });
});

test('what is saved is in the station, and survives the host', async () => {
  const begun = await field('x');
  await key('shift+Right');
  await eventually(async () => Math.abs((await field('x')) - begun - 10) < 0.06, { what: 'ten pixels' });
  await desk.locator('.standing', { hasText: 'on the wall' }).waitFor({ timeout: 20_000 });
  const pid = await shell.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'frise host')?.pid ?? 0,
  );
  process.kill(pid, 'SIGKILL');
  await client.statusWhere((now) => now.outputs.every(({ connected }) => connected), { seconds: 30 });
  const reply = await client.verb('rig/mark', { label: 'after the host was killed' });
  const { id } = reply.body.value.version;
  const kept = JSON.parse(readFileSync(join(station.path, 'rigs/active/versions', `${id}.json`), 'utf8'));
  assert.ok(
    JSON.stringify(kept.document.records['output:left'].warp).includes('10'),
    'the last press is kept',
  );
});
