/** Runs inside a network of its own: the host and QLC+ beside each other. Says what it saw as one line of JSON. */
import { eventually } from '../../support/processes.mjs';
import { startQlcplus } from '../../support/desk/qlcplus.mjs';
import { startHeadless } from './app.mjs';

const host = await startHeadless();
let desk;
const seen = {};
try {
  const owner = { authorization: `Bearer ${host.ready.owner}` };
  const record = { dialects: ['qlcplus'], port: 0, hysteresis: 0.2 };
  await host.verb('document/edit', { document: 'station', label: 'QLC+', put: { 'osc:qlc': record } }, owner);
  const input = (status) => status.inputs.find(({ id }) => id === 'osc-qlc');
  const open = await host.statusWhere((status) => /:\d*[1-9]/.test(input(status)?.detail ?? ''));
  desk = await startQlcplus(Number(/:(\d+)/.exec(input(open).detail)[1]));
  const verdicts = async () =>
    (await host.verb('input/log', { id: 'osc-qlc' })).body.value.messages.map(({ verdict }) => verdict);
  const count = async (word) => (await verdicts()).filter((verdict) => verdict.includes(word)).length;

  await desk.press('go');
  await host.statusWhere((status) => status.cues.current === '1');
  seen.gone = await count('qlcplus → go');
  desk.set('blackout', true);
  await host.statusWhere((status) => status.master.blackout);
  desk.set('blackout', false);
  await host.statusWhere((status) => !status.master.blackout);
  desk.set('master', true);
  await eventually(async () => (await count('qlcplus → master')) > 0, { what: 'the master’s pick-up' });
  desk.set('master', false);
  await host.statusWhere((status) => status.master.level < 0.5);
  seen.master = (await host.status()).master.level;
  await desk.press('pause');
  seen.paused = (
    await host.statusWhere((status) => status.playbacks[0]?.state === 'paused')
  ).playbacks[0].state;
  await desk.press('panic');
  seen.panic = (await host.statusWhere((status) => status.master.panic !== 'off')).master.panic;
  const { body } = await host.verb('input/learn', { id: 'osc-qlc' });
  seen.learned = body.value.messages[0];
} finally {
  await desk?.stop();
  await host.stop();
}
process.stdout.write(`${JSON.stringify(seen)}\n`);
