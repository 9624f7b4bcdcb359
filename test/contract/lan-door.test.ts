import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost } from './support/host.ts';
import {
  bearer,
  isOpen,
  lanAddress,
  ownerOf,
  pairDevice,
  startOnLan,
  strangerAt,
  type OnLan,
} from './support/lan.ts';

/** The door to the network, by those who should not come through it. Real sockets. */
const json = { 'content-type': 'application/json' };
const console_ = { kind: 'console', id: 'tablet' };

describe('the network', () => {
  it('is off until the owner switches it on, and off again at once', async () => {
    const host = await startTestHost({ addresses: () => [lanAddress] });
    const { port } = new URL(host.ready.http);
    const knock = () =>
      new Promise<boolean>((done) => {
        const socket = connect(Number(port), lanAddress);
        socket.once('connect', () => done(true)).once('error', () => done(false));
      });
    expect(await knock()).toBe(false);
    expect((await host.verb('lan/set', { on: true })).body).toMatchObject({ code: 'role-refused' });
    expect(await knock()).toBe(false);
    const on = await ownerOf(host)('lan/set', { on: true });
    expect(on.body.value).toEqual({ addresses: [`http://${lanAddress}:${port}`] });
    expect(await knock()).toBe(true);
    await ownerOf(host)('lan/set', { on: false });
    expect(await knock()).toBe(false);
    expect(host.host.hub.get('pairing').lan).toEqual({ on: false, urls: [] });
    await host.stop();
  });
  it('says where there is none, and follows an address that comes', async () => {
    let addresses: string[] = [];
    const host = await startTestHost({ addresses: () => addresses });
    await ownerOf(host)('lan/set', { on: true });
    const codes = async () => (await host.status()).health.problems.map(({ code }) => code);
    await expect.poll(codes).toContain('lan-no-address');
    expect((await ownerOf(host)('pair/open', { role: 'viewer' })).body).toMatchObject({
      code: 'lan-no-address',
    });
    addresses = [lanAddress];
    await expect.poll(() => host.host.hub.get('pairing').lan.urls.length, { timeout: 8000 }).toBe(1);
    await expect.poll(codes).not.toContain('lan-no-address');
    addresses = [];
    await expect.poll(() => host.host.hub.get('pairing').lan.urls.length, { timeout: 8000 }).toBe(0);
    await host.stop();
  });
  it('takes the next port where another program holds its own', async () => {
    const two = await startTestHost({ addresses: () => [lanAddress, '203.0.113.9'] });
    const port = Number(new URL(two.ready.http).port);
    const blocker = createServer().listen(port, lanAddress);
    await once(blocker, 'listening');
    const { body } = await ownerOf(two)('lan/set', { on: true });
    expect(body.value.addresses).toEqual([`http://${lanAddress}:${port + 1}`]);
    const { problems } = await two.status().then(({ health }) => health);
    expect(problems).toMatchObject([{ code: 'lan-port-refused', path: '203.0.113.9' }]);
    blocker.close();
    await two.stop();
  });
  it('is remembered, its devices too, in a file that only this account reads and no secret stands in', async () => {
    const station = mkdtempSync(join(tmpdir(), 'frise-lan-'));
    const first = await startOnLan({ station });
    const { token } = await pairDevice(first, 'technician');
    const port = Number(new URL(first.host.ready.http).port);
    await first.host.stop();
    const file = join(station, 'devices.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(token);
    const second = await startTestHost({ station, port, addresses: () => [lanAddress] });
    const there = strangerAt(first.url);
    expect((await there.send('GET', '/api/status', bearer(token))).status).toBe(200);
    await second.stop();
    writeFileSync(file, '{"format":"frise-devices","schema":1,"lan":true,"devices":[{"name":"x"}]}');
    const third = await startTestHost({ station, port, addresses: () => [lanAddress] });
    const { problems } = await third.status().then(({ health }) => health);
    expect(problems).toMatchObject([{ code: 'pairing-unreadable' }]);
    await expect(there.send('GET', '/api/status')).rejects.toThrow(/ECONNREFUSED/);
    await third.stop();
    rmSync(station, { recursive: true });
  });
});

describe('a stranger', () => {
  let lan: OnLan;
  beforeAll(async () => {
    lan = await startOnLan();
  });
  afterAll(() => lan.host.stop());

  it('sees the pages that pair and what they load', async () => {
    const { send } = lan.stranger();
    expect((await send('GET', '/')).headers.location).toBe('/console');
    for (const path of ['/pair', '/console']) expect([200, 503]).toContain((await send('GET', path)).status);
  });
  it.each(['/output/left', '/audio', '/render'])('is told that %s is not offered', async (path) => {
    const reply = await lan.stranger().send('GET', path);
    expect(reply.status).toBe(403);
    expect(reply.text).toMatch(/not offered over the network yet/);
  });
  it.each([
    ['GET', '/api/status'],
    ['HEAD', '/api/status'],
    ['POST', '/api/verb/go'],
    ['POST', '/api/verb/nothing'],
    ['GET', '/media/dot'],
    ['GET', '/media/none'],
  ])(
    'gets nothing from %s %s without a token, with a wrong one or with the owner’s',
    async (method, path) => {
      const { send } = lan.stranger();
      const { owner } = lan.host.ready;
      const wrong = [
        {},
        bearer('wrong'),
        bearer(owner),
        { authorization: owner },
        { cookie: `frise-media=${owner}` },
      ];
      for (const headers of wrong) {
        const reply = await send(method, path, { ...json, ...headers }, method === 'POST' ? '{}' : undefined);
        expect([reply.status, reply.body?.code ?? null]).toEqual([
          401,
          method === 'HEAD' ? null : 'pairing-needed',
        ]);
        expect(reply.text).not.toContain('cues');
      }
      expect((await lan.host.status()).cues.current).toBeNull();
    },
  );
  it.each([
    'evil.example',
    '127.0.0.1',
    'localhost',
    '127.0.0.2',
    '127.0.0.2:1',
    'frise.evil.example',
    '[::1]',
  ])('is refused as the host %s (DNS rebinding)', async (name) => {
    const host = name === '127.0.0.1' || name === 'localhost' ? `${name}:${new URL(lan.url).port}` : name;
    const { send, link } = lan.stranger();
    for (const path of ['/pair', '/api/status', '/assets/x.js']) {
      const reply = await send('GET', path, { host });
      expect([reply.status, reply.body.code]).toEqual([403, 'host-refused']);
    }
    expect((await send('POST', '/api/pair', { ...json, host }, '{"pin":"1","name":"x"}')).status).toBe(403);
    await expect(link({ host })).rejects.toThrow('403');
  });
  it.each(['http://evil.example', 'null', 'http://127.0.0.1:8090', 'https://127.0.0.2'])(
    'is refused from the origin %s',
    async (origin) => {
      const { pair, link, send } = lan.stranger();
      expect((await pair('000000', 'x', { origin })).body.code).toBe('origin-refused');
      expect((await send('OPTIONS', '/api/pair', { origin })).status).toBe(403);
      await expect(link({ origin })).rejects.toThrow('403');
    },
  );
  it('that is this machine’s own page is refused, too: another listener is another origin', async () => {
    await expect(lan.stranger().link({ origin: lan.host.ready.http })).rejects.toThrow('403');
    await expect(lan.host.socket({ origin: lan.url })).rejects.toThrow('403');
    expect((await lan.stranger().link({ origin: lan.url })).raw.readyState).toBe(1);
  });
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'can’t pair with a form (%s)',
    async (type) => {
      const body = JSON.stringify({ pin: '000000', name: 'x' });
      expect((await lan.stranger().send('POST', '/api/pair', { 'content-type': type }, body)).status).toBe(
        415,
      );
    },
  );
  it.each([
    '/media/..%2f..%2fpackage.json',
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/devices.json',
    '/%2e%2e/devices.json',
    '/console/index.html',
    '/output/index.html/',
    '//etc/passwd',
  ])('finds nothing at %s', async (path) => {
    const reply = await lan.stranger().send('GET', path);
    expect([401, 403, 404]).toContain(reply.status);
    expect(reply.text).not.toMatch(/"name"|root:/);
  });
  it('with a huge body is answered before it is read', async () => {
    const { send } = lan.stranger();
    const body = JSON.stringify({ level: 'x'.repeat(20_000_000) });
    const before = process.memoryUsage().rss;
    // The answer comes first and the line ends: either is seen, depending on who is quicker.
    const reply = await send('POST', '/api/verb/master', json, body).catch(() => ({ status: 401 }));
    expect(reply.status).toBe(401);
    const pairing = await send('POST', '/api/pair', json, body).catch(() => ({ status: 413 }));
    expect(pairing.status).toBe(413);
    expect((await send('POST', '/api/pair', json, 'x'.repeat(3000))).status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    expect((await lan.host.send('GET', '/api/status')).status).toBe(200);
  });
  it.each([
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"pin":123456,"name":"x"}',
    '{"pin":"12345a","name":"x"}',
    '{"pin":"123456","name":" "}',
  ])('pairing with %j is refused with what is wrong', async (body) => {
    const reply = await strangerAt(lan.url, '127.0.0.77').send('POST', '/api/pair', json, body);
    expect([400, 429]).toContain(reply.status);
  });
});

it('requests that wait for no answer are hung up on', async () => {
  const lan = await startOnLan();
  const { hostname, port, host } = new URL(lan.url);
  const heard = await new Promise<string>((done) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let text = '';
    socket.on('data', (part: Buffer) => (text += part.toString())).on('error', () => undefined);
    socket.on('close', () => done(text));
    socket.write(`GET /pair HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(500));
    setTimeout(() => socket.destroy(), 4000);
  });
  expect(heard.match(/HTTP\/1\.1 \d\d\d/g) ?? []).not.toContain('HTTP/1.1 503');
  expect(heard.split('HTTP/1.1 200').length - 1).toBeLessThan(2);
  expect((await lan.stranger().send('GET', '/pair')).status).toBe(200);
  await lan.host.stop();
});

describe('a stranger’s link', () => {
  let lan: OnLan;
  beforeEach(async () => {
    lan = await startOnLan();
  });
  afterEach(() => lan.host.stop());
  const helloAs = (role: string, token: string | null, page: object = console_) => ({
    t: 'hello',
    protocol: 1,
    role,
    page,
    token,
  });

  it.each(['viewer', 'operator', 'technician', 'owner', 'shell'])(
    'as %s hears nothing without a token',
    async (role) => {
      for (const token of [null, 'wrong', lan.host.ready.owner]) {
        const link = await lan.stranger().link();
        link.say(helloAs(role, token));
        expect(await link.until(link.kind('refused'))).toMatchObject({ code: 'pairing-needed' });
        link.say({ t: 'verb', id: '1', verb: 'go', args: {} });
        link.say({ t: 'snapshot' });
        link.say({ t: 'report', report: { kind: 'shell', displays: [], places: [] } });
        await expect.poll(() => link.heard.length).toBe(4);
        expect(new Set(link.heard.map(({ t }) => t))).toEqual(new Set(['refused']));
        link.raw.terminate();
      }
      expect((await lan.host.status()).cues.current).toBeNull();
    },
  );
  it('is ended after three wrong tokens, and when it says nothing', async () => {
    const link = await lan.stranger().link();
    for (let n = 0; n < 4; n += 1) link.say(helloAs('operator', `guess ${n}`));
    await expect.poll(() => isOpen(link)).toBe(false);
    expect(link.heard).toHaveLength(3);
    const quiet = await lan.stranger().link();
    await expect.poll(() => isOpen(quiet), { timeout: 8000 }).toBe(false);
  });
  it('that was refused, or sent away, can’t keep its half of the line', async () => {
    const { hostname, port, host } = new URL(lan.url);
    const knock = (path: string) =>
      new Promise<string>((done) => {
        const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
        const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
        const key = `Sec-WebSocket-Key: ${'A'.repeat(22)}==\r\n`;
        socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${upgrade}${key}\r\n`);
        // Only who has let go altogether refuses what is said next.
        const talking = setInterval(() => socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0])), 200);
        socket.on('data', () => undefined).on('error', () => undefined);
        socket.on('close', () => {
          clearInterval(talking);
          done('let go');
        });
      });
    expect(await knock('/elsewhere')).toBe('let go');
    expect(await knock('/link')).toBe('let go');
  }, 15_000);
  it('may not even ping, and a ping keeps no line open', async () => {
    const link = await lan.stranger().link();
    for (let n = 0; n < 3; n += 1) link.say({ t: 'ping', id: n, at: 0 });
    await expect.poll(() => isOpen(link)).toBe(false);
    expect(link.heard.map(({ t }) => t)).toEqual(['refused', 'refused', 'refused']);
    const { token } = await pairDevice(lan, 'viewer');
    const paired = await lan.stranger().link();
    paired.say({ t: 'ping', id: 1, at: 0, token });
    expect((await paired.until(paired.kind('pong'))).id).toBe(1);
    paired.say({ t: 'ping', id: 2, at: 0 });
    await paired.until((message): message is typeof message => message.t === 'pong' && message.id === 2);
  });
  it('takes no place of the show’s own pages', async () => {
    const links = await Promise.allSettled(Array.from({ length: 30 }, () => lan.stranger().link()));
    const opened = links.filter(({ status }) => status === 'fulfilled').length;
    expect(opened).toBe(20);
    expect((await (await lan.host.socket()).hello()).t).toBe('welcome');
    for (const link of links) if (link.status === 'fulfilled') link.value.raw.terminate();
    await expect
      .poll(() =>
        lan
          .stranger()
          .link()
          .then(
            (link) => isOpen(link),
            () => false,
          ),
      )
      .toBe(true);
  });
  it('or a viewer’s, with millions of tiny messages, takes nobody’s turn', async () => {
    const { token } = await pairDevice(lan, 'viewer');
    const links = await Promise.all(Array.from({ length: 16 }, () => lan.stranger().link()));
    for (const link of links.slice(8)) link.say(helloAs('viewer', token));
    await Promise.all(links.slice(8).map((link) => link.until(link.kind('welcome'))));
    const tiny = Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x7b, 0x7d]);
    const flood = Buffer.alloc(tiny.length * 300_000, tiny);
    for (const { raw } of links) raw.on('error', () => undefined);
    for (const { raw } of links) (raw as unknown as { _socket: Socket })._socket.write(flood);
    const took: number[] = [];
    for (let n = 0; n < 10; n += 1) {
      const began = performance.now();
      expect((await lan.host.status()).version).toBeTruthy();
      took.push(performance.now() - began);
    }
    expect(Math.max(...took)).toBeLessThan(1000);
    await expect.poll(() => links.slice(0, 8).some(isOpen)).toBe(false);
    for (const { raw } of links) raw.terminate();
  });
  it('with a message beyond the limit is ended', async () => {
    const link = await lan.stranger().link();
    link.raw.on('error', () => undefined);
    link.say('x'.repeat(1_200_000));
    await expect.poll(() => isOpen(link)).toBe(false);
  });
});
