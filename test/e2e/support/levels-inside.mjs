// Runs in a network namespace (see headless/levels.e2e.mjs): real desks, the real host, loopback and nothing else.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../../support/processes.mjs';
import { startOla, startQlc } from '../../support/lighting-desk/desks.mjs';
import { root, startHeadless, temporaryFolder } from './app.mjs';

const work = temporaryFolder('desks');
const home = join(work.path, 'qlc');
mkdirSync(home, { mode: 0o700 });
const starting = [];
const started = (promise) => {
  starting.push(promise);
  return promise;
};

async function walk() {
  const [host, qlc, ola] = await Promise.all([
    started(startHeadless({ show: join(root, 'test/fixtures/shows/tiny') })),
    started(startQlc(home)),
    started(startOla()),
  ]);
  const owner = { authorization: `Bearer ${host.ready.owner}` };
  const put = async (document, records) => {
    const { status, body } = await host.verb(
      'document/edit',
      { document, label: 'desks', put: records },
      owner,
    );
    assert.equal(status, 200, JSON.stringify(body));
  };
  const trigger = { input: 'dmx', when: 'rise', verb: 'cue/go' };
  await put('show', {
    'trigger:qlc': { ...trigger, address: '/universe/0/5', args: { cue: '2' } },
    'trigger:sacn': { ...trigger, address: '/universe/2/5', args: { cue: '1' } },
    'trigger:ola': { ...trigger, address: '/universe/1/2', args: { cue: '3' } },
  });
  await put('station', {
    // All of them want port 6454, as it is on a stage.
    'dmx:qlc': { protocol: 'artnet', host: '127.0.0.2', universes: [0], share: true },
    'dmx:ola': { protocol: 'artnet', universes: [1], share: true },
    'dmx:sacn': { protocol: 'sacn', host: '127.0.0.3', universes: [2] },
    'dmx-patch:master': { from: 'qlc', universe: 0, channel: 1, to: 'master' },
    'dmx-patch:sacn': { from: 'sacn', universe: 2, channel: 1, to: 'master' },
  });
  const light = (id, state) =>
    host.statusWhere((now) => now.inputs.some((each) => each.id === id && each.state === state));
  const level = (wanted) => host.statusWhere((now) => Math.abs(now.master.level - wanted) < 0.003);
  const cue = (number) => host.statusWhere((now) => now.cues.current === number);
  await light('dmx-qlc', 'ready');
  await light('dmx-sacn', 'ready');

  // The fader is at the bottom, the master at the top: it has to be met first.
  qlc.fader(1, 1, 128);
  await delay(400);
  assert.equal((await host.status()).master.level, 1);
  qlc.fader(1, 1, 255);
  await delay(200);
  for (let value = 250; value >= 100; value -= 10) {
    qlc.fader(1, 1, value);
    await delay(15);
  }
  await level(100 / 255);
  qlc.fader(1, 5, 200);
  await cue('2');
  console.log('QLC+ by Art-Net: the master rides, a level fires a cue');

  // The other desk's fader comes from below, meets the master and has it.
  for (let value = 20; value <= 200; value += 20) {
    qlc.fader(2, 1, value);
    await delay(15);
  }
  await level(200 / 255);
  qlc.fader(2, 5, 255);
  await cue('1');
  console.log('QLC+ by sACN: the same');

  await host.verb('input/arm', { id: 'dmx-qlc', armed: false });
  qlc.fader(1, 5, 0);
  qlc.fader(1, 1, 10);
  await delay(200);
  qlc.fader(1, 5, 255);
  await delay(300);
  assert.equal((await host.status()).cues.current, '1');
  console.log('“ignore the desk”: nothing happens');

  // Its client sends once and leaves, mostly before it is served: it is asked again. A first level is no press.
  const olaHas = (...levels) =>
    eventually(
      async () => {
        await ola.levels(...levels);
        const { inputs, cues } = await host.status();
        const isHeard = inputs.find(({ id }) => id === 'dmx-ola').state === 'ready';
        return levels[1] === 0 ? isHeard : cues.current === '3';
      },
      { what: `OLA's ${levels}` },
    );
  await olaHas(0, 0);
  await olaHas(0, 255);
  await ola.timecode('01:02:03:04');
  await eventually(
    async () => {
      const { body } = await host.verb('input/log', { id: 'dmx-ola' });
      return body.value.messages.some(({ text }) => text === '01:02:03:04 smpte');
    },
    { what: 'the timecode' },
  );
  console.log('OLA by Art-Net: a level fires a cue, its timecode is heard');
  assert.deepEqual((await host.status()).health.problems, []);
}

try {
  await walk();
} finally {
  for (const each of await Promise.allSettled(starting))
    if (each.status === 'fulfilled') await each.value.stop();
  work.remove();
}
