import { createSocket } from 'node:dgram';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createFrameReader, frame, type Framing } from '../../core/control/osc/framing.ts';
import { decodePacket, type OscMessage } from '../../core/control/osc/packet.ts';
import { encodeMessage, type OscOut } from '../../main/ports/osc/encode.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/** The desk's room in a real host, with real sockets at the other end. */
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const start = async () => {
  const host = await startTestHost();
  closers.push(() => host.stop());
  return host;
};
const station = async (host: TestHost, put: Record<string, unknown>, remove: string[] = []) => {
  const reply = await host.verb(
    'document/edit',
    { document: 'station', label: 'desks', put, remove },
    { authorization: `Bearer ${host.ready.owner}` },
  );
  expect(reply.body).toMatchObject({ ok: true });
};
const inputOf = async (host: TestHost, id: string) =>
  (await host.status()).inputs.find((input) => input.id === id);
/** The port that the system gave to a record with port 0. */
const portOf = async (host: TestHost, id: string) => {
  await expect.poll(async () => (await inputOf(host, id))?.state).toBe('waiting');
  await expect.poll(async () => (await inputOf(host, id))?.detail).toMatch(/:\d*[1-9]\d*/);
  return Number(/:(\d+)/.exec((await inputOf(host, id))?.detail ?? '')?.[1]);
};
const current = async (host: TestHost) => (await host.status()).cues.current;
const verdicts = async (host: TestHost, id: string) => {
  const { body } = await host.verb('input/log', { id });
  return (body as { value: { messages: { verdict: string }[] } }).value.messages.map(
    ({ verdict }) => verdict,
  );
};

/** What the other end of a stream has heard. */
const listenOn = (socket: Socket, framing: Framing) => {
  const heard: OscMessage[] = [];
  const reader = createFrameReader(framing);
  socket.on('data', (chunk: Buffer) => {
    for (const event of reader.feed(chunk)) {
      const packet = event.kind === 'packet' ? decodePacket(event.bytes) : null;
      if (packet?.ok && packet.packet.kind === 'message') heard.push(packet.packet);
    }
  });
  socket.on('error', () => undefined);
  const say = (address: string, ...args: OscOut[]) =>
    socket.write(frame(framing, encodeMessage(address, args)));
  return { heard, say, addresses: () => heard.map(({ address }) => address) };
};
const call = async (port: number, framing: Framing) => {
  const socket = connect(port, '127.0.0.1');
  closers.push(() => socket.destroy());
  await new Promise((done, failed) => socket.once('connect', done).once('error', failed));
  return { socket, ...listenOn(socket, framing) };
};
/** A desk that listens, as an Eos does at 3032. */
const eosDesk = async (framing: Framing, port = 0) => {
  const calls: (ReturnType<typeof listenOn> & { socket: Socket })[] = [];
  const server: Server = createServer((socket) => {
    calls.push({ socket, ...listenOn(socket, framing) });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const bound = server.address();
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      for (const { socket } of calls) socket.destroy();
    });
  closers.push(close);
  return { calls, close, port: typeof bound === 'object' && bound ? bound.port : 0 };
};
const udp = async () => {
  const socket = createSocket('udp4');
  const heard: OscMessage[] = [];
  socket.on('message', (bytes) => {
    const packet = decodePacket(bytes);
    if (packet.ok && packet.packet.kind === 'message') heard.push(packet.packet);
  });
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  closers.push(() => new Promise<void>((done) => socket.close(() => done())));
  const say = (port: number, address: string, ...args: OscOut[]) =>
    socket.send(encodeMessage(address, args), port, '127.0.0.1');
  return { socket, heard, say, port: socket.address().port };
};
const valueOf = (heard: OscMessage[], address: string) =>
  heard.findLast((message) => message.address === address)?.args[0]?.value;

describe('a desk that calls', () => {
  it.each(['tcp-length', 'tcp-slip'] as const)(
    '%s: its dialect fires, its ping is answered',
    async (protocol) => {
      const host = await start();
      await station(host, { 'osc:eos': { protocol, port: 0, dialects: ['eos'] } });
      const desk = await call(await portOf(host, 'osc-eos'), protocol);
      desk.say('/eos/out/active/cue/1/2', { type: 'f', value: 0.5 });
      desk.say('/eos/out/event/cue/1/2/fire');
      await expect.poll(() => current(host)).toBe('2');
      desk.say('/eos/ping', { type: 's', value: 'x' });
      await expect.poll(desk.addresses).toEqual(['/eos/out/ping']);
      expect(await verdicts(host, 'osc-eos')).toEqual([
        'ignored: eos: status of the desk',
        'dialect: eos → cue/go 2',
        'ping: eos',
      ]);
      expect(await inputOf(host, 'osc-eos')).toMatchObject({ state: 'ready', armed: true, kind: 'osc' });
    },
  );
  it('a trigger of the show has it first, and it fires once', async () => {
    const host = await start();
    await host.verb('document/edit', {
      document: 'show',
      label: 'qlab words',
      put: { 'trigger:desk': { address: '/cue/{cue}/start', verb: 'cue/go', args: { cue: '$cue' } } },
    });
    await station(host, { 'osc:qlab': { port: 0, dialects: ['qlab'] } });
    const desk = await udp();
    desk.say(await portOf(host, 'osc-qlab'), '/cue/3/start');
    await expect.poll(() => current(host)).toBe('3');
    expect(await verdicts(host, 'osc-qlab')).toEqual(['trigger: trigger:desk → cue/go']);
  });
  it('can be disarmed by itself, and forgets its port when it goes', async () => {
    const host = await start();
    await station(host, { 'osc:q': { port: 0, dialects: ['qlab'] } });
    const port = await portOf(host, 'osc-q');
    await host.verb('input/arm', { id: 'osc-q', armed: false });
    const desk = await udp();
    desk.say(port, '/go');
    await expect.poll(() => verdicts(host, 'osc-q')).toHaveLength(1);
    expect(await current(host)).toBeNull();
    await station(host, {}, ['osc:q']);
    await expect.poll(() => inputOf(host, 'osc-q')).toBeUndefined();
    const again = createSocket('udp4');
    closers.push(() => again.close());
    await expect
      .poll(
        () =>
          new Promise((done) => {
            again.once('error', () => done(false));
            again.bind({ port, address: '127.0.0.1', exclusive: true }, () => done(true));
          }),
      )
      .toBe(true);
  });
  it('twice at once is one message; the next press is another', async () => {
    const host = await start();
    await station(host, { 'osc:d': { port: 0, native: true, duplicateMs: 40 } });
    const port = await portOf(host, 'osc-d');
    const desk = await udp();
    desk.say(port, '/frise/standby', { type: 's', value: '3' });
    desk.say(port, '/frise/standby', { type: 's', value: '3' });
    await expect
      .poll(() => verdicts(host, 'osc-d'))
      .toEqual(['verb: standby', 'duplicate: the same again at once: dropped']);
  });
  it('whose port is taken is a problem that says what to do, and the host runs', async () => {
    const taken = await eosDesk('tcp-length');
    const host = await start();
    await station(host, { 'osc:busy': { name: 'Booth', protocol: 'tcp-length', port: taken.port } });
    await expect
      .poll(async () => (await host.status()).health.problems)
      .toContainEqual(expect.objectContaining({ code: 'desk-port-busy', path: 'osc:busy' }));
    expect(await inputOf(host, 'osc-busy')).toMatchObject({ state: 'fault' });
    await station(host, { 'osc:busy': { name: 'Booth', protocol: 'tcp-length', port: 0 } });
    await portOf(host, 'osc-busy');
    expect((await host.status()).health.problems).not.toContainEqual(
      expect.objectContaining({ code: 'desk-port-busy' }),
    );
  });
  it('from an address that is not on the list is sent away', async () => {
    const host = await start();
    await station(host, {
      'osc:far': { protocol: 'tcp-slip', port: 0, senders: ['10.9.8.7'], dialects: ['qlab'] },
    });
    const port = await portOf(host, 'osc-far');
    const desk = await call(port, 'tcp-slip');
    const left = new Promise((done) => desk.socket.once('close', done));
    desk.say('/go');
    await left;
    expect(await current(host)).toBeNull();
    expect(await verdicts(host, 'osc-far')).toEqual([]);
  });
});

describe('a desk that is called', () => {
  it.each(['tcp-length', 'tcp-slip'] as const)(
    '%s: is subscribed to, again after another show, pinged, and called again',
    async (protocol) => {
      const eos = await eosDesk(protocol);
      const host = await start();
      await station(host, {
        'osc:eos': { protocol, side: 'client', port: eos.port, dialects: ['eos'], keepAlive: 0.2 },
      });
      await expect.poll(() => eos.calls[0]?.addresses().slice(0, 2)).toEqual(['/eos/subscribe', '/eos/ping']);
      expect(eos.calls[0]?.heard[0]?.args).toEqual([{ type: 'i', value: 1 }]);
      eos.calls[0]?.say('/eos/out/ping');
      await expect.poll(async () => (await inputOf(host, 'osc-eos'))?.state).toBe('ready');
      const count = (address: string) => eos.calls[0]?.addresses().filter((one) => one === address).length;
      eos.calls[0]?.say('/eos/out/event/show/loaded', { type: 's', value: 'night.esf3d' });
      await expect.poll(() => count('/eos/subscribe')).toBe(2);
      eos.calls[0]?.say('/eos/out/event/cue/1/3/fire');
      await expect.poll(() => current(host)).toBe('3');
      eos.calls[0]?.socket.destroy();
      await expect.poll(() => eos.calls[1]?.addresses(), { timeout: 5000 }).toContain('/eos/subscribe');
    },
  );
  it('over UDP is heard at the port that it sends to, and nobody else is', async () => {
    const eos = await udp();
    const probe = await udp();
    const { port: replyPort } = probe;
    await closers.pop()?.();
    const host = await start();
    await station(host, {
      'osc:eos': { side: 'client', port: eos.port, replyPort, dialects: ['eos'], keepAlive: 0.2 },
    });
    await expect
      .poll(() => eos.heard.map(({ address }) => address).slice(0, 2))
      .toEqual(['/eos/subscribe', '/eos/ping']);
    eos.say(replyPort, '/eos/out/event/cue/1/3/fire');
    await expect.poll(() => current(host)).toBe('3');
    expect(await inputOf(host, 'osc-eos')).toMatchObject({ state: 'ready' });
    const stranger = createSocket('udp4');
    closers.push(() => stranger.close());
    await new Promise<void>((done) => stranger.bind(0, '127.0.0.9', done));
    stranger.send(encodeMessage('/eos/out/event/cue/1/2/fire', []), replyPort, '127.0.0.1');
    await new Promise((done) => setTimeout(done, 600));
    expect(await current(host)).toBe('3');
  });
  it('that answers no ping any more is called anew', async () => {
    const eos = await eosDesk('tcp-length');
    const host = await start();
    await station(host, {
      'osc:eos': {
        protocol: 'tcp-length',
        side: 'client',
        port: eos.port,
        dialects: ['eos'],
        keepAlive: 0.1,
      },
    });
    await expect.poll(() => eos.calls.length, { timeout: 5000 }).toBeGreaterThan(1);
    const { problems } = (await host.status()).health;
    expect(problems).toContainEqual(expect.objectContaining({ path: 'osc:eos' }));
    eos.calls.at(-1)?.say('/eos/out/ping');
    await expect.poll(async () => (await host.status()).health.problems).toEqual([]);
  });
  it('that is not there is a problem, until it is', async () => {
    const eos = await eosDesk('tcp-slip');
    await eos.close();
    const host = await start();
    await station(host, { 'osc:eos': { protocol: 'tcp-slip', side: 'client', port: eos.port } });
    await expect
      .poll(async () => (await host.status()).health.problems.map(({ code }) => code))
      .toContain('desk-unreachable');
    const later = await eosDesk('tcp-slip', eos.port);
    await expect.poll(() => later.calls.length, { timeout: 8000 }).toBe(1);
    await expect
      .poll(async () => (await host.status()).health.problems.map(({ code }) => code))
      .not.toContain('desk-unreachable');
  });
});

describe('feedback', () => {
  it('goes to a record: everything at first, then what has changed', async () => {
    const host = await start();
    const surface = await udp();
    await station(host, { 'feedback:surface': { port: surface.port, rate: 30 } });
    await expect.poll(() => valueOf(surface.heard, '/frise/out/state')).toBe('stopped');
    expect(surface.heard.map(({ address }) => address)).toHaveLength(14);
    expect(valueOf(surface.heard, '/frise/out/standby/number')).toBe('1');
    expect(valueOf(surface.heard, '/frise/out/health')).toBe(1);
    surface.heard.length = 0;
    await host.verb('cue/go', { cue: '2' });
    await expect.poll(() => valueOf(surface.heard, '/frise/out/current/number')).toBe('2');
    await expect.poll(() => Number(valueOf(surface.heard, '/frise/out/position'))).toBeGreaterThan(0);
    expect(valueOf(surface.heard, '/frise/out/state')).toBe('playing');
    expect(valueOf(surface.heard, '/frise/out/master')).toBeUndefined();
    await host.verb('master', { level: 0.25 });
    await expect.poll(() => valueOf(surface.heard, '/frise/out/master')).toBe(0.25);
    await host.verb('blackout', { on: true });
    await expect.poll(() => valueOf(surface.heard, '/frise/out/blackout')).toBe(1);
  });
  it('is subscribed to over UDP, answered, and ended', async () => {
    const host = await start();
    const surface = await udp();
    const port = Number(host.ready.osc.split(':')[1]);
    surface.say(port, '/frise/subscribe', { type: 'i', value: 30 });
    await expect.poll(() => valueOf(surface.heard, '/frise/subscribed')).toBe(30);
    await expect.poll(() => valueOf(surface.heard, '/frise/out/standby/number')).toBe('1');
    surface.say(port, '/frise/unsubscribe');
    await expect.poll(() => surface.heard.at(-1)?.address).toBe('/frise/unsubscribed');
    await host.verb('master', { level: 0.5 });
    await new Promise((done) => setTimeout(done, 150));
    expect(valueOf(surface.heard, '/frise/out/master')).toBe(1);
  });
  it('over TCP lasts as long as the connection', async () => {
    const host = await start();
    await station(host, { 'osc:panel': { protocol: 'tcp-slip', port: 0, native: true } });
    const panel = await call(await portOf(host, 'osc-panel'), 'tcp-slip');
    panel.say('/frise/subscribe');
    await expect.poll(() => valueOf(panel.heard, '/frise/out/state')).toBe('stopped');
    expect(valueOf(panel.heard, '/frise/subscribed')).toBe(0);
    panel.socket.destroy();
    await host.verb('go');
    await expect.poll(() => current(host)).toBe('1');
  });
  it('is for a number of guests, and expires', async () => {
    const host = await start();
    const port = Number(host.ready.osc.split(':')[1]);
    const guests = await Promise.all(Array.from({ length: 17 }, udp));
    for (const guest of guests) guest.say(port, '/frise/subscribe', { type: 'i', value: 1 });
    await expect.poll(() => guests.every(({ heard }) => heard.length > 0)).toBe(true);
    const refused = guests.filter(({ heard }) => heard[0]?.address === '/frise/error');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.heard[0]?.args[0]?.value).toBe('feedback-full');
    await new Promise((done) => setTimeout(done, 1200));
    for (const guest of guests) guest.heard.length = 0;
    await host.verb('master', { level: 0.5 });
    await new Promise((done) => setTimeout(done, 150));
    expect(guests.flatMap(({ heard }) => heard)).toEqual([]);
  });
});

describe('sending', () => {
  it('goes to a desk by its name, and says when it can’t', async () => {
    const host = await start();
    const desk = await udp();
    await station(host, { 'osc:magicq': { port: 0, replyHost: '127.0.0.1', replyPort: desk.port } });
    await portOf(host, 'osc-magicq');
    const sent = await host.verb('osc/send', {
      to: 'magicq',
      address: '/pb/1/go',
      args: [1, 0.5, 'x', true],
    });
    expect(sent.body).toMatchObject({ ok: true, value: { peers: 1 } });
    await expect
      .poll(() => desk.heard[0])
      .toMatchObject({
        address: '/pb/1/go',
        args: [
          { type: 'i', value: 1 },
          { type: 'f', value: 0.5 },
          { type: 's', value: 'x' },
          { type: 'T', value: true },
        ],
      });
    const typed = await host.verb('osc/send', { to: 'magicq', address: '/a', args: [1], types: 's' });
    expect(typed.body).toMatchObject({ ok: true });
    await expect.poll(() => desk.heard[1]?.args).toEqual([{ type: 's', value: '1' }]);
    const wrong = await host.verb('osc/send', { to: 'magicq', address: '/a', args: ['x'], types: 'i' });
    expect([wrong.status, wrong.body]).toMatchObject([400, { code: 'osc-types' }]);
    const nobody = await host.verb('osc/send', { to: 'nobody', address: '/a' });
    expect([nobody.status, nobody.body]).toMatchObject([404, { code: 'desk-unknown' }]);
  });
  it('is a cue’s action and a clip of the timeline, at its time', async () => {
    const host = await start();
    const desk = await udp();
    await station(host, { 'feedback:desk': { port: desk.port, rate: 0.2 } });
    const { records, order } = host.host.hub.get('show').document;
    const track = 'track:desk';
    const timelines = Object.keys(order).filter((id) => id.startsWith('timeline:'));
    const main = (records['show:tiny'] as { main: string } | undefined)?.main ?? timelines[0] ?? '';
    const cue = Object.keys(records).find(
      (id) => (records[id] as { number?: string }).number === '1' && id.startsWith('cue:'),
    );
    const edit = await host.verb('document/edit', {
      document: 'show',
      label: 'desk',
      put: {
        [track]: { name: 'Desk' },
        'clip:note': {
          layer: 'osc',
          start: 0.2,
          duration: 0.6,
          parameters: { to: 'desk', address: '/clip', args: ['here'], levelAddress: '/level' },
          keyframes: {
            level: [
              { at: 0, value: 0 },
              { at: 0.5, value: 1 },
            ],
          },
        },
        [cue ?? '']: {
          ...(records[cue ?? ''] as object),
          actions: [{ verb: 'osc/send', args: { to: 'desk', address: '/action', args: [7] } }],
        },
      },
      order: { [main]: [...(order[main] ?? []), track], [track]: ['clip:note'] },
    });
    expect(edit.body).toMatchObject({ ok: true });
    await expect.poll(() => valueOf(desk.heard, '/frise/out/state')).toBe('stopped');
    await host.verb('cue/go', { cue: '1' });
    await expect.poll(() => valueOf(desk.heard, '/action')).toBe(7);
    await expect.poll(() => valueOf(desk.heard, '/clip')).toBe('here');
    await expect.poll(() => valueOf(desk.heard, '/level')).toBe(1);
    const levels = desk.heard.filter(({ address }) => address === '/level').map(({ args }) => args[0]?.value);
    expect(levels).toEqual([...levels].sort((a, b) => Number(a) - Number(b)));
    expect(levels.length).toBeGreaterThan(3);
    expect(desk.heard.filter(({ address }) => address === '/clip')).toHaveLength(1);
  });
  it('to a desk that the station does not know is said before the show', async () => {
    const host = await start();
    const { records } = host.host.hub.get('show').document;
    const cue = Object.keys(records).find((id) => id.startsWith('cue:')) ?? '';
    const actions = [{ verb: 'osc/send', args: { to: 'elsewhere', address: '/x' } }];
    await host.verb('document/edit', {
      document: 'show',
      label: 'desk',
      put: { [cue]: { ...(records[cue] as object), actions } },
    });
    await expect
      .poll(async () => (await host.status()).health.problems)
      .toContainEqual(expect.objectContaining({ code: 'desk-unknown', path: cue }));
  });
});

it('learn: the last messages with the triggers that they could be', async () => {
  const host = await start();
  const desk = await udp();
  const port = Number(host.ready.osc.split(':')[1]);
  desk.say(port, '/eos/out/event/cue/7/12.5/fire');
  await expect.poll(() => verdicts(host, 'osc')).toHaveLength(1);
  const { body } = await host.verb('input/learn', { id: 'osc' });
  expect(body).toMatchObject({
    ok: true,
    value: {
      messages: [
        {
          text: '/eos/out/event/cue/7/12.5/fire',
          dialect: 'eos',
          trigger: {
            address: '/eos/out/event/cue/7/{cue}/fire',
            verb: 'cue/go',
            args: { cue: '$cue' },
            input: 'osc',
          },
        },
      ],
    },
  });
});
