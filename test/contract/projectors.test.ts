import { createSocket } from 'node:dgram';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { PjlinkSimulator } from '../support/pjlink-simulator.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** Projectors through every way in: verbs, a cue's action, the desk's OSC. One of them is dead all the time. */
const left = new PjlinkSimulator({ warmSeconds: 0.05, coolSeconds: 0.05, most: 4, idleSeconds: 1000 });
const dead = new PjlinkSimulator({ isMute: true, idleSeconds: 1000 });
const desk = createSocket('udp4');
let host: TestHost;

const record = (document: 'show' | 'rig', id: string) =>
  host.host.hub.get(document).document.records[id] as object;
const edit = (document: 'show' | 'rig', id: string, fields: object) =>
  host.verb('document/edit', {
    document,
    label: 'test',
    put: { [id]: { ...record(document, id), ...fields } },
  });
const place = (name: string, projector: object | null) => edit('rig', `output:${name}`, { projector });
const seen = (name: string) => host.host.hub.get('projectors').find(({ output }) => output === name);

beforeAll(async () => {
  host = await startTestHost();
  await place('left', { host: '127.0.0.1', port: await left.listen() });
  await place('right', { host: '127.0.0.1', port: await dead.listen() });
});
beforeEach(async () => {
  left.model.power = 'on';
  left.model.mute = '30';
  await host.verb('reset');
});
afterAll(async () => {
  desk.close();
  await host.stop();
  await left.close();
  await dead.close();
});

it('the rig’s projectors are a topic, from the first console on', async () => {
  await expect.poll(() => seen('left')).toMatchObject({ state: 'reachable', name: 'Cour d’honneur' });
  const console = await host.socket();
  const { snapshot } = await console.hello({ page: { kind: 'console', id: 'booth' } });
  expect(snapshot.projectors.map(({ output }) => output)).toEqual(['left', 'right']);
});
it('a verb is answered at once, also for one that is silent', async () => {
  expect((await host.verb('projector/shutter', { id: 'all', closed: true })).body).toEqual({
    ok: true,
    value: {},
  });
  await expect.poll(() => left.model.mute).toBe('31');
  await expect.poll(() => seen('left')?.shutter).toBe('closed');
});
it('what is not there is refused with its code', async () => {
  expect(await host.verb('projector/power', { id: 'nobody', on: true })).toMatchObject({
    status: 404,
    body: { code: 'projector-unknown' },
  });
  await place('right', null);
  expect(await host.verb('projector/power', { id: 'right', on: true })).toMatchObject({
    status: 409,
    body: { code: 'projector-missing', path: 'output:right.projector' },
  });
  await place('right', { host: '127.0.0.1', port: 1 });
});
it('a cue closes all shutters', async () => {
  const actions = [{ verb: 'projector/shutter', args: { id: 'all', closed: true } }];
  expect((await edit('show', 'cue:one', { actions })).body).toMatchObject({ ok: true });
  expect((await host.verb('go')).body).toMatchObject({ ok: true });
  await expect.poll(() => left.model.mute).toBe('31');
  expect(
    host.host.journal
      .tail()
      .map(({ text }) => text)
      .join('\n'),
  ).toMatch(/^projector\/shutter from cue:1/m);
});
const padded = (text: string) => Buffer.concat([Buffer.from(text), Buffer.alloc(4 - (text.length % 4))]);
const osc = (address: string, value: number) => {
  const [name, port] = host.ready.osc.split(':');
  desk.send(
    Buffer.concat([padded(address), padded(',i'), Buffer.from([0, 0, 0, value])]),
    Number(port),
    name,
  );
};
it('the desk does, too', async () => {
  osc('/frise/projector/left/shutter', 1);
  await expect.poll(() => left.model.mute).toBe('31');
  osc('/frise/projector/all/shutter', 0);
  await expect.poll(() => left.model.mute).toBe('30');
  osc('/frise/projector/all/power', 0);
  await expect.poll(() => left.model.power).toMatch(/cooling|standby/);
});
it('a password is in no journal, topic or reply', async () => {
  const console = await host.socket();
  await console.hello({ role: 'technician', page: { kind: 'console', id: 'tower' } });
  const secret = 'Zauberwort';
  await console.verb('projector/password', { id: 'left', password: secret });
  await host.verb('projector/password', { id: 'left', password: secret });
  await host.verb('projector/password', { id: 'left', password: secret, more: secret });
  await expect
    .poll(() => host.host.journal.tail().filter(({ kind }) => kind === 'verb:projector/password'))
    .toHaveLength(2);
  await host.host.journal.flush();
  const folder = join(host.station, 'journal');
  const written = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(written.join('')).toContain('projector/password');
  expect(JSON.stringify([written, console.heard, host.host.hub.snapshot()])).not.toContain(secret);
  expect(readFileSync(join(host.station, 'projectors.json'), 'utf8')).toContain(secret);
});
