// Runs beside another.
// “Start at 21:30” in a host of its own, while the machine's clock is put forward over it and back again.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';

const tiny = join(root, 'test/fixtures/shows/tiny');
const fakeTime = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib']
  .map((folder) => join(folder, 'faketime/libfaketime.so.1'))
  .find(existsSync);

test('a clock that is put forward over it, back and forward again: it fires once', async () => {
  assert.ok(fakeTime, 'libfaketime is installed by the set-up');
  const work = temporaryFolder('schedule');
  const file = join(work.path, 'offset');
  const step = (offset) => writeFileSync(file, offset);
  step('+0s');
  const env = {
    LD_PRELOAD: fakeTime,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    TZ: 'Europe/Paris',
  };
  const host = await startHeadless({ show: tiny, env });
  const firings = async () => {
    const { body } = await host.verb('input/log', { id: 'schedule' });
    return body.value.messages.map(({ verdict }) => verdict);
  };
  const listed = async () => (await host.verb('schedule/list')).body.value.schedules[0];
  try {
    const inHalfAnHour = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Paris',
      timeStyle: 'medium',
      hourCycle: 'h23',
    }).format(new Date(Date.now() + 1_800_000));
    const { status } = await host.verb(
      'document/edit',
      { document: 'station', label: 'start', put: { 'schedule:start': { time: inHalfAnHour } } },
      { authorization: `Bearer ${host.ready.owner}` },
    );
    assert.equal(status, 200);
    assert.equal((await listed()).zone, 'Europe/Paris');
    await delay(500);
    assert.equal((await host.status()).cues.current, null);
    step('+3600s');
    await host.statusWhere((now) => now.cues.current === '1');
    for (const offset of ['+0s', '+3600s', '-3600s', '+1900s']) {
      step(offset);
      await delay(600);
    }
    assert.deepEqual(await firings(), ['fired']);
    const { next, last } = await listed();
    const apart = Date.parse(next[0]) - Date.parse(last);
    assert.ok(
      apart > 80_000_000 && apart < 91_000_000,
      `the next one is tomorrow's: ${next[0]} after ${last}`,
    );
    assert.deepEqual((await host.status()).health.problems, []);
    step('+200000s');
    await host.statusWhere(({ health }) => health.problems[0]?.code === 'schedule-missed');
    assert.deepEqual(await firings(), ['fired'], 'a leap of days fires nothing, and says so');
  } finally {
    await host.stop();
    work.remove();
  }
});
