// Time code through the real sound page: libltc's into a fake microphone, and our own around a sound card.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { launchChromium, watchPage } from '../support/chromium.mjs';
import { fakeMicrophone, makeLtc, withSilence } from '../support/ltc.mjs';
import { eventually } from '../support/processes.mjs';
import { startSoundCard } from '../support/soundcard.mjs';
import { startHeadless, temporaryFolder } from '../e2e/support/app.mjs';
import { followTopics } from '../e2e/support/topics.mjs';

/** Seconds: 25 frames a second. */
const frame = 0.04;
let folder, host, topics;

before(async () => {
  folder = temporaryFolder('timecode');
  host = await startHeadless();
  topics = await followTopics(host);
});
after(async () => {
  topics?.close();
  await host?.stop();
  folder?.remove();
});

const settings = (records) =>
  host.verb(
    'document/edit',
    { document: 'station', label: 'test', put: records },
    { authorization: `Bearer ${host.ready.owner}` },
  );
const openSound = async (options) => {
  const browser = await launchChromium(options);
  const page = await browser.newPage();
  const complaints = watchPage(page);
  await page.goto(`${host.http}/audio`);
  return { browser, complaints };
};
const told = (read, seconds = 10) =>
  eventually(
    () => {
      const now = topics.last('timecode');
      if (now && read(now)) return Promise.resolve(now);
      throw new Error(JSON.stringify(now));
    },
    { seconds, everyMs: 20, what: `time code where ${read}` },
  );

test('libltc into the microphone: lock, chase, drop-out, freewheel, and main goes on', async () => {
  const code = await makeLtc(folder.path, { name: 'ltc', code: '10:00:10:00', seconds: 8 });
  const file = await withSilence(code, 6);
  await settings({
    'timecode:main': { source: 'ltc', startCode: '10:00:00:00', chase: true, freewheelSeconds: 1.5 },
  });
  const { browser, complaints } = await openSound({ args: fakeMicrophone(file) });
  try {
    await told(({ state }) => state === 'locked', 20);
    const lockedAt = topics.show();
    const { clock } = await host.statusWhere((now) => now.clock.source === 'ltc');
    assert.equal(clock.locked, true);
    // A busy machine may stall for a moment: the drop-out is the one behind the last code.
    await told(({ state, code: last }) => state === 'freewheel' && /17:2[34]/.test(last), 20);
    const droppedAt = topics.show();
    assert.ok(droppedAt - lockedAt > 5, `it was locked for ${droppedAt - lockedAt} s`);
    checkChase(lockedAt + 0.5, droppedAt - 0.3);

    const { plans, located } = { plans: topics.all('plans').length, ...topics.last('timecode') };
    await told(({ state }) => state === 'lost', 5);
    const lostAt = topics.show();
    assert.equal(topics.all('plans').length, plans + 1, 'freewheel needs no plan, its end one');
    await delay(700);
    const { playbacks, health } = await host.status();
    assert.equal(playbacks[0].state, 'playing', 'it continues');
    assert.ok(health.problems.some(({ code: each }) => each === 'timecode-lost'));
    const ran = topics.mainAt(lostAt + 0.5) - topics.mainAt(lockedAt + 0.5);
    assert.ok(Math.abs(ran - (lostAt - lockedAt)) < frame, `main ran ${ran} s in ${lostAt - lockedAt}`);
    process.stdout.write(`# told where to be ${located} times\n`);
    assert.ok(located <= 5);
    complaints.check();
  } finally {
    await browser.close();
  }
});

/** Main by its plans against the code by the file: both run a second a second, and are one frame apart at most. */
function checkChase(from, to) {
  const seen = topics.all('timecode').filter(({ value }) => value.at > from && value.at < to);
  const errors = seen.map(({ value }) => topics.mainAt(value.at) - value.position);
  // The file says it without any help of ours: its codes come 40 ms apart in machine time.
  const heard = seen.map(({ value }) => ({ ...value, seconds: secondsOf(value.code) }));
  const offsets = heard.map(({ at, seconds }) => topics.mainAt(at) - seconds);
  const worst = Math.max(...errors.map(Math.abs));
  const spread = [Math.min(...offsets), Math.max(...offsets)];
  process.stdout.write(
    `# chase: ${seen.length} looks, worst ${(worst * 1000).toFixed(1)} ms, main less last code ${spread}\n`,
  );
  assert.ok(seen.length > 15, `${seen.length} looks`);
  assert.ok(worst < frame, `main was ${worst} s off`);
  // The last code told is at most a tick and a frame old, and never ahead.
  assert.ok(spread[0] > -frame && spread[1] < 0.3, `main less the code's own words: ${spread}`);
}
/** Seconds from 10:00:00:00 of a code at 25. */
function secondsOf(code) {
  const [hours, minutes, seconds, frames] = code.split(':').map(Number);
  return (hours - 10) * 3600 + minutes * 60 + seconds + frames / 25;
}

test('around a sound card: the latency is measured, and what goes out says where main is', async () => {
  const card = await startSoundCard({ hasLoop: true });
  const { browser, complaints } = await openSound({
    withSound: true,
    args: ['--use-fake-ui-for-media-stream'],
    env: card.env,
  });
  try {
    await settings({ 'timecode:main': { source: 'ltc', startCode: '10:00:00:00', chase: false } });
    await eventually(async () => {
      const { inputs } = await host.status();
      assert.equal(inputs.find(({ id }) => id === 'ltc').state, 'waiting');
      assert.match(inputs.find(({ id }) => id === 'ltc').detail, /silent/);
      return true;
    });
    // The first may fall into the start of everything on a busy machine.
    const loops = [];
    for (const take of [false, true]) {
      const { status, body } = await host.verb('timecode/measure', { take });
      assert.equal(status, 200, JSON.stringify(body));
      loops.push(body.value.ms);
    }
    process.stdout.write(`# loop: ${loops} ms\n`);
    assert.ok(
      loops.every((ms) => ms > -50 && ms < 500),
      `${loops} ms`,
    );

    await settings({ 'timecode-out:main': { ltc: true, startCode: '10:00:00:00' } });
    await host.verb('seek', { position: 3 });
    await host.verb('resume');
    await told(({ code }) => code?.startsWith('10:00:05'), 15);
    const errors = [];
    for (let look = 0; look < 10; look += 1) {
      await delay(120);
      errors.push(topics.codeError());
    }
    process.stdout.write(`# out and in again: ${errors.map((each) => each.toFixed(3))}\n`);
    const sorted = [...errors].sort((a, b) => a - b);
    assert.ok(Math.abs(sorted[5]) < 2 * frame, `main and its own code are apart: ${errors}`);
    await host.verb('pause');
    await eventually(async () => {
      const { inputs } = await host.status();
      assert.match(inputs.find(({ id }) => id === 'ltc').detail, /silent/);
      return true;
    });
    complaints.check();
  } finally {
    await browser.close();
    await card.stop();
  }
});
