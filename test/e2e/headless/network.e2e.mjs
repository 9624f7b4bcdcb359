// Runs beside another.
// The network's door with a network before it: the host on one machine, strangers on another, a cable between them. Who has
// no business here gets nothing, and the show's own machine doesn't notice.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readyLine } from '../../support/electron.mjs';
import { tellFault } from '../../support/faults.mjs';
import { eventually, run, start } from '../../support/processes.mjs';
import { root, temporaryFolder } from '../support/app.mjs';
import { onMachine, twoMachines } from '../support/namespaces.mjs';

const stranger = join(root, 'test/e2e/support/stranger.mjs');
const folder = temporaryFolder('network');
let machines, shell, ready, url;

const owner = (verb, args = {}) =>
  onMachine(machines.show, stranger, 'owner', ready.http, verb, JSON.stringify(args), ready.owner);
const guest = (what, ...args) => onMachine(machines.guest, stranger, what, url, ...args);
/** The show's own machine is answered, whatever goes on at the other door. */
const isServed = async () => (await owner('master', { level: 1 })).ok;

const ports = ['--http', '127.0.0.1:0', '--osc', '127.0.0.1:0'];
const startOn = ({ name }, flags) =>
  start('ip', ['netns', 'exec', name, process.execPath, 'dist/main/host.cjs', ...ports, ...flags], {
    cwd: root,
  });

before(async () => {
  machines = await twoMachines();
  const station = join(folder.path, 'main');
  shell = startOn(machines.show, ['--show', 'test/fixtures/shows/tiny', '--station', station]);
  ready = await shell.until((said) => readyLine(said.stdout), { seconds: 60, what: 'the ready line' });
  const { value } = await owner('lan/set', { on: true });
  [url] = value.addresses;
});
after(async () => {
  await shell?.stop();
  await machines?.remove();
  folder.remove();
});

test('it is reached at its address on the cable, and a rebound name gets nothing', async () => {
  assert.equal(new URL(url).hostname, machines.show.address);
  const { statuses, socket } = await guest('rebound');
  assert.deepEqual([...new Set(statuses)], [403]);
  assert.deepEqual(socket, { status: 403 });
});

test('a page of another site gets nothing, and no leave to read', async () => {
  const { statuses, form, isShared } = await guest('foreign');
  assert.deepEqual([...new Set(statuses)], [403]);
  assert.ok([401, 415].includes(form), `a form is answered ${form}`);
  assert.equal(isShared, false);
});

test('a spare on another machine pairs by PIN, follows, outlives a cut cable and follows again', async () => {
  const { value } = await owner('pair/open', { role: 'viewer' });
  const flags = ['--follow', url, '--follow-pin', value.pin, '--station', join(folder.path, 'spare')];
  const spare = startOn(machines.guest, flags);
  try {
    const itsOwn = await spare.until((said) => readyLine(said.stdout), {
      seconds: 60,
      what: 'the ready line',
    });
    const status = () => onMachine(machines.guest, stranger, 'status', itsOwn.http);
    const codes = async () => (await status()).health.problems.map(({ code }) => code);
    await eventually(async () => (await codes()).length === 0, { seconds: 20 });
    await owner('go');
    await eventually(async () => (await status()).playbacks.length === 1, { seconds: 20 });
    await machines.plug(false);
    await eventually(async () => (await codes()).includes('follow-lost'), { seconds: 20 });
    // Nobody tells it that the show comes to its hold.
    const holds = async () => {
      const [main] = (await status()).playbacks;
      return main.state === 'holding' && Math.abs(main.position - 4) < 0.01;
    };
    await eventually(holds, { seconds: 20 });
    await machines.plug(true);
    const plugged = performance.now();
    await eventually(async () => !(await codes()).includes('follow-lost'), { seconds: 30 });
    await owner('reset');
    await eventually(async () => (await status()).playbacks.length === 0, { seconds: 20 });
    tellFault('cable-pulled', {
      saw: 'The spare plays on by itself, up to its hold',
      gapMs: 0,
      backMs: Math.round(performance.now() - plugged),
    });
  } finally {
    await spare.stop();
  }
});

test('a network that comes up behind the host, and a card that is pulled out and put back: sACN joins its groups', async () => {
  const { name } = machines.show;
  const codes = async () => (await onMachine(machines.show, stranger, 'status', ready.http)).health.problems;
  const isMissing = async () => (await codes()).some(({ code }) => code === 'dmx-multicast');
  const isMember = async () =>
    (await run('ip', ['-n', name, 'maddr', 'show'])).stdout.includes('239.255.0.1');
  const addWay = () => run('ip', ['-n', name, 'route', 'add', 'default', 'via', machines.guest.address]);
  const put = { 'dmx:desk': { protocol: 'sacn', host: '0.0.0.0', multicast: true, universes: [1] } };
  const edited = await owner('document/edit', { document: 'station', label: 'desk', put });
  assert.equal(edited.ok, true, JSON.stringify(edited));
  await eventually(isMissing, { what: 'no way to the group' });
  await addWay();
  await eventually(async () => !(await isMissing()), { seconds: 15, what: 'the group joined' });
  assert.ok(await isMember());
  const from = performance.now();
  await machines.replaceCards();
  assert.equal(await isMember(), false, 'the new card is in no group');
  await addWay();
  await eventually(isMember, { seconds: 15, what: 'the group joined on the new card' });
  const backMs = Math.round(performance.now() - from);
  tellFault('network-card-replaced', {
    saw: 'The show plays on, without the desk’s levels',
    gapMs: 0,
    backMs,
  });
});

test('huge frames end their own line', async () => {
  const { whole, parts, many } = await guest('huge');
  // 1009: too large. A line that is cut while it still sends reads 1006.
  for (const { code } of [whole, parts]) assert.ok([1009, 1006].includes(code), `ended with ${code}`);
  assert.ok([1008, 1006].includes(many.code), `ended with ${many.code}`);
  assert.ok(await isServed());
});

test('a thousand guesses at the PIN get five tries, and the right one comes too late', async () => {
  // Another card was plugged in a moment ago: the doors are opened anew.
  const pin = await eventually(async () => (await owner('pair/open', { role: 'viewer' })).value?.pin, {
    what: 'a PIN',
  });
  const { codes, last } = await guest('guess', pin);
  assert.equal(codes.in, undefined, 'nobody guessed it');
  const tried = (codes['pin-wrong'] ?? 0) + (codes['pair-exhausted'] ?? 0);
  assert.ok(tried >= 1 && tried <= 5, JSON.stringify(codes));
  assert.notEqual(last, 'in');
  assert.ok(await isServed());
});

test('slow clients are sent away, and the show’s machine is served meanwhile', async () => {
  const slow = guest('slow', 25);
  assert.ok(await isServed());
  const { closed, of } = await slow;
  assert.equal(closed, of);
});
