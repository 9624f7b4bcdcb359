// Runs beside another.
// What is spoilt on the disk while the machine is down, or dies: the show comes back playing, at its place, says what it
// found, and has every edit that was acknowledged. The host is the real one in a process of its own.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { tellFault } from '../../support/faults.mjs';
import { eventually } from '../../support/processes.mjs';
import { root, startHeadless, temporaryFolder } from '../support/app.mjs';
import { followTopics } from '../support/topics.mjs';

const tiny = join(root, 'test/fixtures/shows/tiny');
const work = temporaryFolder('spoilt');
const station = join(work.path, 'station');
let host;

before(async () => {
  host = await startHeadless({ show: tiny, station });
  await host.verb('go');
  await host.statusWhere((now) => now.playbacks[0]?.position > 0.3);
});
after(async () => {
  await host.stop();
  work.remove();
});

/** Killed, spoilt, started again: it plays on where it was. @returns {Promise<string[]>} codes of what it says */
async function spoilt(id, spoil) {
  const before = await host.status();
  host.shell.signal('SIGKILL');
  await host.shell.ended;
  spoil();
  const from = performance.now();
  host = await startHeadless({ show: tiny, station });
  const now = await host.status();
  const backMs = Math.round(performance.now() - from);
  assert.equal(now.playbacks[0].id, before.playbacks[0].id, 'it plays on');
  assert.ok(now.playbacks[0].position >= before.playbacks[0].position - 0.05, 'and not from the top');
  // Windows and their pictures outlive a host: nobody in front of the wall sees anything (see `host-killed`).
  tellFault(id, { saw: 'The picture, all the time; the host came back playing', gapMs: null, backMs });
  return now.health.problems.map(({ code }) => code);
}
const showFolder = () => join(station, 'shows', readdirSync(join(station, 'shows'))[0]);
const half = (file) => truncateSync(file, Math.floor(statSync(file).size / 2));

test('show.json is cut in half: the backup and the log are opened, with every edit', async () => {
  const { records } = JSON.parse(readFileSync(join(tiny, 'show.json'), 'utf8'));
  for (const name of ['Rouge', 'Vermillon']) {
    const put = { 'clip:red': { ...records['clip:red'], name } };
    assert.equal((await host.verb('document/edit', { document: 'show', label: name, put })).status, 200);
  }
  const codes = await spoilt('show-corrupted', () => half(join(showFolder(), 'show.json')));
  assert.deepEqual(codes.toSorted(), ['backup-opened', 'set-aside']);
  assert.equal((await host.status()).show.revision, 3, 'both edits are there');
  assert.ok(readdirSync(showFolder()).some((name) => name.startsWith('show.json.corrupt-')));
});

test('the rig and the station are spoilt: what was acknowledged is there', async () => {
  const owner = { authorization: `Bearer ${host.ready.owner}` };
  const rig = JSON.parse(readFileSync(join(tiny, 'rigs/two.json'), 'utf8')).records['output:left'];
  const put = { 'output:left': { ...rig, latencyMs: 7 } };
  assert.equal((await host.verb('document/edit', { document: 'rig', label: 'delay', put })).status, 200);
  const lan = { document: 'station', label: 'https', put: { 'lan:main': { https: true, names: [] } } };
  const edited = await host.verb('document/edit', lan, owner);
  assert.equal(edited.status, 200, JSON.stringify(edited.body));
  const codes = await spoilt('station-corrupted', () => {
    half(join(station, 'rigs/active/rig.json'));
    writeFileSync(join(station, 'station.json'), 'not json at all');
  });
  assert.equal(codes.filter((code) => code === 'set-aside').length, 2, codes.join());
  const seen = await followTopics(host);
  assert.equal(seen.last('settings').document.records['lan:main'].https, true);
  assert.equal(seen.last('rig').document.records['output:left'].latencyMs, 7);
  seen.close();
});

test('the journal is overwritten and the newer session torn: the older one is taken', async () => {
  const codes = await spoilt('journal-corrupted', () => {
    const journal = join(station, 'journal');
    for (const name of readdirSync(journal))
      appendFileSync(join(journal, name), Buffer.from([0, 255, 10, 123]));
    const slots = ['a', 'b'].map((slot) => join(station, `session/session.${slot}.json`));
    const numberOf = (file) => Number(/"n":(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? -1);
    const [newest] = slots.toSorted((a, b) => numberOf(b) - numberOf(a));
    half(newest);
  });
  assert.deepEqual(
    codes.filter((code) => /session|journal/.test(code)),
    [],
  );
});

test('the station’s folder is deleted while the show plays: all of it is written anew', async () => {
  const rig = JSON.parse(readFileSync(join(tiny, 'rigs/two.json'), 'utf8')).records['output:left'];
  const { owner } = host.ready;
  // At one instant, as a disk goes: while its files are removed one by one the host writes others.
  renameSync(station, `${station}.gone`);
  rmSync(`${station}.gone`, { recursive: true });
  const put = { 'output:left': { ...rig, latencyMs: 11 } };
  assert.equal((await host.verb('document/edit', { document: 'rig', label: 'delay', put })).status, 200);
  const names = ['rigs/active/rig.json', 'session/session.a.json', 'owner-token', 'station.json'];
  await eventually(() => names.every((name) => existsSync(join(station, name))), {
    what: 'the station’s files',
  });
  const { problems } = (await host.status()).health;
  assert.deepEqual(
    problems.filter(({ code }) => /unsaved|store-write/.test(code)),
    [],
  );
  await spoilt('station-deleted', () => undefined);
  assert.equal(host.ready.owner, owner, 'the shell’s token is still the owner’s');
  assert.equal((await host.status()).show.revision, 3, 'the show’s edits are there');
  const seen = await followTopics(host);
  assert.equal(seen.last('settings').document.records['lan:main'].https, true);
  assert.equal(seen.last('rig').document.records['output:left'].latencyMs, 11);
  seen.close();
});

test('a session that nobody can play on from: it opens black, says where the show was, and GO goes on', async () => {
  const fires = async () => (await host.verb('cue/go', { cue: '2' })).body.ok;
  await eventually(fires, { what: 'cue 2, behind the guard' });
  host.shell.signal('SIGKILL');
  await host.shell.ended;
  const folder = join(station, 'session');
  for (const file of ['a', 'b'].map((slot) => join(folder, `session.${slot}.json`))) {
    const state = JSON.parse(readFileSync(file, 'utf8').split('\n', 1)[0].slice(17));
    for (const plan of state.plans) plan.playbacks = null;
    const body = JSON.stringify(state);
    const sum = createHash('sha256').update(body).digest('hex').slice(0, 16);
    writeFileSync(file, `${sum} ${body}\n`);
  }
  host = await startHeadless({ show: tiny, station });
  const now = await host.status();
  assert.deepEqual(now.playbacks, []);
  const told = now.health.problems.find(({ code }) => code === 'session-set-aside');
  assert.match(told.message, /cue 2/);
  assert.ok(readdirSync(folder).some((name) => name.startsWith('session.set-aside-')));
  assert.equal(await fires(), true);
});
