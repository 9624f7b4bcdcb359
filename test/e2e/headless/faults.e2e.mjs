// What goes wrong around the host while the show plays: the system clock jumps, the disk is full, a film is gone.
// The host is the real one in a process of its own; the machine's clock and disks are left alone.
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { tellFault } from '../../support/faults.mjs';
import { eventually, run } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';

const tiny = join(root, 'test/fixtures/shows/tiny');
const fakeTime = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib']
  .map((folder) => join(folder, 'faketime/libfaketime.so.1'))
  .find(existsSync);

const positionOf = async (host) => (await host.status()).playbacks[0]?.position ?? null;
const playing = async (host) => {
  await host.verb('go');
  await host.statusWhere((now) => now.playbacks[0]?.position > 0.5);
};

test('the system clock is stepped by an hour, forth and back: the show runs on', async () => {
  assert.ok(fakeTime, 'libfaketime is installed by the set-up');
  const work = temporaryFolder('clock');
  const file = join(work.path, 'offset');
  writeFileSync(file, '+0s');
  const env = {
    LD_PRELOAD: fakeTime,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  const host = await startHeadless({ show: tiny, env });
  try {
    await playing(host);
    let worst = 0;
    for (const offset of ['+3600s', '-3600s', '+0s']) {
      const [from, at] = [await positionOf(host), performance.now()];
      writeFileSync(file, offset);
      await eventually(async () => (await positionOf(host)) > from + 0.4, { what: 'the show to go on' });
      const passed = (performance.now() - at) / 1000;
      const moved = (await positionOf(host)) - from;
      worst = Math.max(worst, Math.abs(moved - passed));
      assert.ok(Math.abs(moved - passed) < 0.3, `moved ${moved.toFixed(3)} s in ${passed.toFixed(3)} s`);
    }
    assert.deepEqual((await host.status()).health.problems, []);
    tellFault('clock-stepped', {
      saw: 'The show runs on; greatest error of its place',
      gapMs: Math.round(worst * 1000),
    });
  } finally {
    await host.stop();
    work.remove();
  }
});

test('the disk is full: the show plays, edits are refused with the reason, and all is well once it is freed', async () => {
  const work = temporaryFolder('disk');
  const disk = join(work.path, 'disk');
  mkdirSync(disk);
  // Needs root, as the set-up of these tests does.
  await run('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'none', disk]);
  const host = await startHeadless({ show: tiny, station: join(disk, 'station') });
  const edit = (refresh) => {
    const { records } = JSON.parse(readFileSync(join(tiny, 'rigs/two.json'), 'utf8'));
    const put = { 'output:left': { ...records['output:left'], latencyMs: refresh } };
    return host.verb('document/edit', { document: 'rig', label: 'delay', put });
  };
  try {
    await playing(host);
    assert.equal((await edit(1)).status, 200);
    const filler = join(disk, 'filler');
    const { stderr } = await run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096'], { check: false });
    assert.match(stderr, /No space left/);
    let refused;
    // What the file system had set aside for a file that is open may still take an edit or two.
    for (let n = 2; n < 200 && !refused; n += 1) {
      const reply = await edit(n);
      if (!reply.body.ok) refused = reply.body;
    }
    assert.ok(refused, 'an edit that is not on the disk is not acknowledged');
    assert.ok(refused.message.length > 10 && refused.code !== 'verb-failed', JSON.stringify(refused));
    const from = await positionOf(host);
    assert.equal((await host.verb('master', { level: 0.5 })).status, 200);
    await host.statusWhere((now) => now.playbacks[0].position > from && now.health.problems.length > 0);
    rmSync(filler);
    await eventually(async () => (await edit(500)).body.ok, { what: 'an edit to be taken again' });
    await host.statusWhere((now) => now.health.ok, { seconds: 20 });
    tellFault('disk-full', { saw: 'The show plays on; edits are refused until there is room', gapMs: 0 });
  } finally {
    await host.stop();
    await run('umount', [disk], { check: false });
    work.remove();
  }
});

test('a media file is cut short, then gone, while the show plays: it is named, and the rest goes on', async () => {
  const work = temporaryFolder('media');
  const show = join(work.path, 'show');
  cpSync(tiny, show, { recursive: true });
  const media = join(show, 'media');
  const name = readdirSync(media)[0];
  const document = JSON.parse(readFileSync(join(show, 'show.json'), 'utf8'));
  const [id] = Object.entries(document.records).find(([, record]) => record.path === `media/${name}`);
  const host = await startHeadless({ show });
  const get = () => fetch(`${host.http}/media/${id.slice('media:'.length)}`);
  try {
    await playing(host);
    const whole = statSync(join(media, name)).size;
    assert.equal((await (await get()).arrayBuffer()).byteLength, whole);
    truncateSync(join(media, name), 1);
    assert.equal((await (await get()).arrayBuffer()).byteLength, 1);
    rmSync(join(media, name));
    assert.equal((await get()).status, 404);
    const now = await host.statusWhere((each) => !each.health.ok, { seconds: 10 });
    assert.ok(
      now.health.problems.some(({ path, message }) => `${path} ${message}`.includes(name)),
      JSON.stringify(now.health),
    );
    assert.equal(now.playbacks[0].state, 'playing');
    tellFault('media-deleted', {
      saw: 'What was loaded is shown on; the file is named on the console',
      gapMs: 0,
    });
  } finally {
    await host.stop();
    work.remove();
  }
});
