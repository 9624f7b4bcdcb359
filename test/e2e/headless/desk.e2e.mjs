// Runs beside another.
// The lighting desk with third-party programs at the other end: liblo over UDP and TCP, and QLC+.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { makeNamespace } from '../../support/desk/namespace.mjs';
import { freeTcpPort, freeUdpPort, run, start } from '../../support/processes.mjs';
import { root, startHeadless } from '../support/app.mjs';

let host;
const dumps = [];

before(async () => {
  host = await startHeadless();
});
after(async () => {
  for (const dump of dumps) await dump.stop();
  await host?.stop();
});

const station = async (put) => {
  const reply = await host.verb(
    'document/edit',
    { document: 'station', label: 'desks', put },
    { authorization: `Bearer ${host.ready.owner}` },
  );
  assert.equal(reply.body.ok, true, JSON.stringify(reply.body));
};
const portOf = async (id) => {
  const read = (status) =>
    /:(\d*[1-9]\d*)/.exec(status.inputs.find((input) => input.id === id)?.detail ?? '')?.[1];
  return Number(read(await host.statusWhere((status) => read(status) !== undefined)));
};
/** liblo prints what it hears, a line a message. */
const dump = (url) => {
  const started = start('stdbuf', ['-oL', 'oscdump', '-L', url]);
  dumps.push(started);
  return (line) => started.until((said) => (line.test(said.stdout) ? true : null), { what: String(line) });
};

test('liblo over TCP as an Eos: its event fires, and its status never does', async () => {
  await station({ 'osc:eos': { protocol: 'tcp-length', port: 0, dialects: ['eos'], cueList: '3' } });
  const url = `osc.tcp://127.0.0.1:${await portOf('osc-eos')}`;
  const say = (address, ...rest) => run('oscsend', [url, address, ...rest], { seconds: 5 });
  await say('/eos/out/active/cue/1/2', 'f', '0.5');
  await say('/eos/out/event/cue/2/2/fire');
  await say('/eos/out/event/cue/3/1/fire');
  await host.statusWhere(({ cues }) => cues.current === '1');
  // The bundled show has a trigger of its own for list 1: it comes first, and the dialect stays silent.
  await delay(600); // past the guard: one sender, another cue of the same timeline
  await say('/eos/out/event/cue/1/4/fire');
  await host.statusWhere(({ cues }) => cues.current === '4');
  const { body } = await host.verb('input/log', { id: 'osc-eos' });
  assert.deepEqual(
    body.value.messages.map(({ verdict }) => verdict),
    [
      'ignored: eos: status of the desk',
      'ignored: eos: list 2 is not listened to',
      'dialect: eos → cue/go 1',
      'trigger: trigger:eos-cue → cue/go',
    ],
  );
});

test('feedback reaches oscdump over UDP, over TCP with lengths and over TCP with SLIP', async () => {
  const [udp, length, slip] = [await freeUdpPort(), await freeTcpPort(), await freeTcpPort()];
  const heard = [dump(String(udp)), dump(`osc.tcp://:${length}`), dump(`osc.tcp://:${slip}`)];
  await station({
    'feedback:udp': { port: udp },
    'feedback:length': { protocol: 'tcp-length', port: length },
    'feedback:slip': { protocol: 'tcp-slip', port: slip },
  });
  for (const hears of heard) await hears(/\/frise\/out\/current\/number s "4"/);
  await host.verb('master', { level: 0.25 });
  for (const hears of heard) await hears(/\/frise\/out\/master f 0\.25/);
  await host.verb('osc/send', { to: 'slip', address: '/desk/hello', args: ['été', 3] });
  await heard[2](/\/desk\/hello si "été" 3/);
});

test('a surface subscribes with oscsend', async () => {
  const port = await freeUdpPort();
  const hears = dump(String(port));
  await station({ 'osc:panel': { port: 0, native: true, replyHost: '127.0.0.1', replyPort: port } });
  await run('oscsend', ['127.0.0.1', String(await portOf('osc-panel')), '/frise/subscribe', 'i', '60'], {
    seconds: 5,
  });
  await hears(/\/frise\/subscribed f 60/);
  await hears(/\/frise\/out\/standby\/number s "\d/);
});

test('QLC+, a real desk, steps the show by its faders', async () => {
  const network = await makeNamespace();
  try {
    const [program, args] = network.command(process.execPath, 'test/e2e/support/desk-qlcplus.mjs');
    const { stdout } = await run(program, args, { cwd: root, seconds: 90 });
    const seen = JSON.parse(stdout.trim().split('\n').at(-1));
    assert.equal(seen.gone, 1);
    assert.equal(seen.paused, 'paused');
    assert.match(seen.panic, /fading|cut/);
    assert.equal(seen.learned.dialect, 'qlcplus');
    process.stdout.write(`# ${JSON.stringify(seen)}\n`);
  } finally {
    await network.remove();
  }
});
