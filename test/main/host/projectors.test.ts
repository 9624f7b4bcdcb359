import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ProjectorStatus } from '../../../core/control/link.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import { createShowClock } from '../../../main/host/clock.ts';
import { createHealth } from '../../../main/host/health.ts';
import type { Journal } from '../../../main/host/journal.ts';
import { createProjectors } from '../../../main/host/projectors.ts';
import { PjlinkSimulator, type SimulatorModel } from '../../support/pjlink-simulator.ts';
import { isEverythingRead } from '../ports/pjlink/sockets.ts';
import { createFakeMachine } from './fake-machine.ts';

type Place = { host: string; port: number } | null;
const rigOf = (places: Record<string, Place>): RigDocument => ({
  format: 'frise-rig',
  schema: 1,
  records: {
    'rig:test': { title: 'Test', facade: { width: 16, height: 9 }, density: 40 },
    ...Object.fromEntries(
      Object.entries(places).map(([name, projector]) => [
        `output:${name}`,
        {
          name: `Output ${name}`,
          width: 640,
          height: 360,
          display: {},
          region: { x: 0, y: 0, width: 8, height: 4.5 },
          blend: { kind: 'auto', power: 1 },
          colour: {},
          projector,
        },
      ]),
    ),
  },
  order: { 'rig:test': Object.keys(places).map((name) => `output:${name}`) },
});
const context = { sender: 'test', requestId: null, at: null };

const setUp = async (folder = mkdtempSync(join(tmpdir(), 'frise-projectors-'))) => {
  const fake = createFakeMachine();
  const clock = createShowClock(0, fake.machine);
  const health = createHealth();
  const lines: string[] = [];
  const journal: Journal = {
    add: (_, text) => void lines.push(text),
    begin: () => undefined,
    folder: '',
    tail: () => [],
    flush: async () => undefined,
    close: async () => undefined,
  };
  let rig = rigOf({});
  let told: ProjectorStatus[] = [];
  let tellings = 0;
  let isOurs = true;
  const projectors = createProjectors({
    rig: () => rig,
    isOurs: () => isOurs,
    folder,
    clock,
    health,
    journal,
    onChange(status) {
      told = status;
      tellings += 1;
    },
  });
  const simulators: PjlinkSimulator[] = [];
  onTestFinished(async () => {
    projectors.dispose();
    for (const each of simulators) await each.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const rest = async () => {
    const look = () => simulators.map(({ heard, connections }) => `${heard.length}/${connections}`).join();
    let last = '';
    for (let quiet = 0; quiet < 8;) {
      await new Promise((done) => setImmediate(done));
      quiet = look() === last && isEverythingRead() ? quiet + 1 : 0;
      last = look();
    }
  };
  return {
    projectors,
    health,
    lines,
    folder,
    fake,
    told: () => told,
    tellings: () => tellings,
    async simulate(model: Partial<SimulatorModel> = {}) {
      const simulator = new PjlinkSimulator(model, {
        after: (seconds, fn) => fake.machine.timer(seconds * 1000, fn),
      });
      simulators.push(simulator);
      return { simulator, place: { host: '127.0.0.1', port: await simulator.listen() } };
    },
    leaveThem(leave: boolean) {
      isOurs = !leave;
      projectors.rigChanged();
    },
    async setRig(places: Record<string, Place>) {
      rig = rigOf(places);
      projectors.rigChanged();
      await rest();
      fake.advance(0.2);
    },
    async pass(seconds: number) {
      for (let gone = 0; gone < seconds; gone += 1) {
        fake.advance(1);
        await rest();
      }
      fake.advance(0.2);
    },
  };
};

it('a spare leaves them alone, and speaks to them once it is the main host', async () => {
  const { simulate, setRig, leaveThem, pass, projectors } = await setUp();
  leaveThem(true);
  const { simulator, place } = await simulate();
  await setRig({ left: place });
  await pass(2);
  expect([simulator.connections, projectors.status()]).toEqual([0, []]);
  leaveThem(false);
  await pass(2);
  expect(simulator.connections).toBe(1);
  expect(projectors.status()).toHaveLength(1);
});

describe('the rig’s projectors', () => {
  it('come and go with the rig', async () => {
    const host = await setUp();
    const [left, right] = [await host.simulate({ power: 'on' }), await host.simulate()];
    await host.setRig({ left: left.place, middle: null, right: right.place });
    expect(host.told()).toMatchObject([
      {
        output: 'left',
        state: 'reachable',
        power: 'on',
        shutter: 'open',
        model: 'Frise Optics Simulacre 20K',
      },
      { output: 'right', state: 'reachable', power: 'off', shutter: null },
    ]);
    expect(host.projectors.status()).toEqual(host.told());
    await host.setRig({ left: null, right: right.place });
    expect(host.told().map(({ output }) => output)).toEqual(['right']);
    expect([left.simulator.connected, right.simulator.connected]).toEqual([0, 1]);
    // An edit that touches no address touches no connection.
    await host.setRig({ left: null, right: right.place, more: null });
    expect(right.simulator.connections).toBe(1);
  });
  it('a rig without outputs has none', async () => {
    const host = await setUp();
    expect(host.projectors.status()).toEqual([]);
    expect(host.projectors.handlers['projector/power']({ id: 'all', on: true }, context)).toMatchObject({
      code: 'projector-missing',
    });
  });
  it('two outputs of one projector share its one connection, and it is told once', async () => {
    const host = await setUp();
    const { simulator, place } = await host.simulate({ power: 'on' });
    await host.setRig({ left: place, right: place });
    expect(host.told().map(({ power }) => power)).toEqual(['on', 'on']);
    expect(simulator.connections).toBe(1);
    void host.projectors.handlers['projector/shutter']({ id: 'all', closed: true }, context);
    await host.pass(2);
    expect(simulator.heard.filter((text) => text === '%1AVMT 31')).toHaveLength(1);
    expect(host.told().map(({ shutter }) => shutter)).toEqual(['closed', 'closed']);
  });
  it('one that answers nobody holds up no other, and no verb', async () => {
    const host = await setUp();
    const [dead, left] = [await host.simulate({ isMute: true }), await host.simulate({ power: 'on' })];
    await host.setRig({ dead: dead.place, left: left.place });
    const reply = host.projectors.handlers['projector/shutter']({ id: 'all', closed: true }, context);
    expect(reply).toEqual({ ok: true, value: {} });
    await host.pass(1);
    expect(left.simulator.model.mute).toBe('31');
    await host.pass(10);
    expect(host.told()[0]).toMatchObject({
      state: 'silent',
      power: null,
      notes: [{ order: 'shutter-close', why: 'silent', isWaiting: true }],
      problem: { code: 'projector-silent', path: 'output:dead' },
    });
    expect(host.told()[1]).toMatchObject({ state: 'reachable', shutter: 'closed', problem: null });
  });
  it('all: each is told', async () => {
    const host = await setUp();
    const all = [await host.simulate(), await host.simulate(), await host.simulate()];
    await host.setRig(Object.fromEntries(all.map(({ place }, index) => [`p${index}`, place])));
    void host.projectors.handlers['projector/power']({ id: 'all', on: true }, context);
    await host.pass(6);
    expect(all.map(({ simulator }) => simulator.model.power)).toEqual(['on', 'on', 'on']);
    void host.projectors.handlers['projector/input']({ id: 'p1', input: '32' }, context);
    await host.pass(1);
    expect(all.map(({ simulator }) => simulator.model.input)).toEqual(['31', '32', '31']);
  });
  it('an output that is not there, and one without a projector', async () => {
    const host = await setUp();
    const { place } = await host.simulate();
    await host.setRig({ left: place, right: null });
    const tell = (id: string) => host.projectors.handlers['projector/power']({ id, on: true }, context);
    expect(tell('rigth')).toMatchObject({ ok: false, code: 'projector-unknown', path: 'id' });
    expect(tell('right')).toMatchObject({
      ok: false,
      code: 'projector-missing',
      path: 'output:right.projector',
    });
    expect(tell('left')).toMatchObject({ ok: true });
  });
  it('sixteen of them, half of them dead', async () => {
    const host = await setUp();
    const many = await Promise.all(
      Array.from({ length: 16 }, (_, index) => host.simulate({ power: 'on', isMute: index % 2 === 1 })),
    );
    await host.setRig(Object.fromEntries(many.map(({ place }, index) => [`p${index}`, place])));
    void host.projectors.handlers['projector/shutter']({ id: 'all', closed: true }, context);
    await host.pass(10);
    expect(host.told().map(({ shutter }) => shutter)).toEqual(
      many.map((_, index) => (index % 2 === 0 ? 'closed' : null)),
    );
    expect(host.health.status().problems).toHaveLength(8);
  });
});

describe('what is told of them', () => {
  it('health names what is silent or in error, and takes it back', async () => {
    const host = await setUp();
    const { simulator, place } = await host.simulate({ errors: '000000' });
    await host.setRig({ left: place });
    expect(host.health.status().problems).toEqual([]);
    simulator.model.errors = '010020';
    await host.pass(11);
    expect(host.health.status().problems).toMatchObject([
      {
        code: 'projector-error',
        path: 'output:left',
        message: expect.stringMatching(/filter\. The projector/),
      },
    ]);
    expect(host.told()[0]?.errors).toEqual({ lamp: 'warning', filter: 'error' });
    simulator.model.errors = '010000'; // a warning is shown on its row, and is no problem of the show
    await host.pass(11);
    expect(host.health.status().problems).toEqual([]);
    simulator.model.isDeaf = true;
    await host.pass(30);
    expect(host.health.status().problems).toMatchObject([{ code: 'projector-silent' }]);
    await host.setRig({ left: null });
    expect(host.health.status().problems).toEqual([]);
  });
  it('the journal has a line a change, none a round', async () => {
    const host = await setUp();
    const { simulator, place } = await host.simulate({ power: 'on' });
    await host.setRig({ left: place });
    await host.pass(60);
    expect(host.lines).toEqual(['projector left: state reachable']);
    void host.projectors.handlers['projector/shutter']({ id: 'left', closed: true }, context);
    await host.pass(2);
    simulator.model.errors = '002000';
    await host.pass(11);
    void host.projectors.handlers['projector/input']({ id: 'left', input: '59' }, context);
    await host.pass(1);
    expect(host.lines.slice(1)).toEqual([
      'projector left: shutter closed',
      'projector left: errors temperature error',
      `projector 127.0.0.1:${place.port}: input given up, no-such-input`,
    ]);
  });
  it('several changes of one moment are told once', async () => {
    const host = await setUp();
    const all = [await host.simulate(), await host.simulate(), await host.simulate()];
    await host.setRig(Object.fromEntries(all.map(({ place }, index) => [`p${index}`, place])));
    const before = host.tellings();
    for (let press = 0; press < 50; press += 1)
      void host.projectors.handlers['projector/power']({ id: 'all', on: press % 2 === 0 }, context);
    host.fake.advance(0.2);
    expect(host.tellings() - before).toBe(1);
  });
});

describe('passwords', () => {
  const setPassword = (host: Awaited<ReturnType<typeof setUp>>, id: string, password: string | null) =>
    host.projectors.handlers['projector/password']({ id, password }, context);
  it('are kept in the station’s folder, for its owner alone, and found again', async () => {
    const host = await setUp();
    const { place } = await host.simulate({ password: 'geheim', most: 2 });
    await host.setRig({ left: place });
    expect(host.told()[0]).toMatchObject({ state: 'refused', problem: { code: 'projector-password' } });
    expect(await setPassword(host, 'left', 'geheim')).toEqual({ ok: true, value: {} });
    await host.pass(1);
    expect(host.told()[0]).toMatchObject({ state: 'reachable', problem: null });
    const file = join(host.folder, 'projectors.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.stringify([host.told(), host.lines, host.health.status()])).not.toContain('geheim');
    host.projectors.dispose();
    const again = await setUp(host.folder);
    const other = await again.simulate({ password: 'geheim' });
    await again.setRig({ left: place, right: other.place });
    // The same address is let in; another address is not tried with it.
    expect(again.told().map(({ state }) => state)).toEqual(['reachable', 'refused']);
    expect(other.simulator.digests).toEqual([]);
  });
  it('are forgotten when they are taken back', async () => {
    const host = await setUp();
    const { place } = await host.simulate();
    await host.setRig({ left: place });
    await setPassword(host, 'all', 'geheim');
    await setPassword(host, 'left', null);
    expect(JSON.parse(readFileSync(join(host.folder, 'projectors.json'), 'utf8'))).toEqual({ passwords: {} });
    expect(await setPassword(host, 'nobody', 'x')).toMatchObject({ code: 'projector-unknown' });
  });
  it('a damaged file is set aside and said, without its words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'frise-projectors-'));
    writeFileSync(join(folder, 'projectors.json'), '{"passwords": {"10.0.0.5:4352": "geheim"');
    const host = await setUp(folder);
    expect(host.health.status().problems).toMatchObject([{ code: 'projector-passwords' }]);
    expect(JSON.stringify(host.health.status())).not.toContain('geheim');
    expect(readFileSync(join(folder, 'projectors.json.damaged'), 'utf8')).toContain('geheim');
  });
});
