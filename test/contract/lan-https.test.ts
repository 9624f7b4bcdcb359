import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { connect as connectRaw, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { HostMessage } from '../../core/control/link.ts';
import { startTestHost } from './support/host.ts';
import { startOnLan, type OnLan } from './support/lan.ts';

/** The network over HTTPS with the station's own certificate; openssl is the second opinion. */
let lan: OnLan;
let url: string;
let station: string;
const file = () => join(station, 'lan-certificate.pem');
const put = (record: unknown) => ({ document: 'station', label: 'HTTPS', put: { 'lan:main': record } });
const urls = () => lan.host.host.hub.get('pairing').lan.urls;

beforeAll(async () => {
  station = mkdtempSync(join(tmpdir(), 'frise-https-'));
  lan = await startOnLan({ station });
  await lan.asOwner('document/edit', put({ https: true, names: ['regie.example'] }));
  await vi.waitUntil(() => urls()[0]?.startsWith('https:'), { timeout: 8000 });
  [url = ''] = urls();
});
afterAll(async () => {
  await lan.host.stop();
  rmSync(station, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, unknown>; text: string };
const ask = (
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> =>
  new Promise((done, failed) => {
    const ca = readFileSync(file(), 'utf8');
    const asked = request(
      new URL(path, url),
      { method, headers, ca, checkServerIdentity: () => undefined, agent: false },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () =>
          done({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    asked.on('error', failed);
    asked.end(body);
  });
const plain = (text: string): Promise<string> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(url);
    let heard = '';
    const socket = connectRaw(Number(port), hostname, () => socket.write(text));
    socket.on('data', (part: Buffer) => (heard += part.toString()));
    socket.on('close', () => done(heard));
    socket.on('error', failed);
  });

it('shows one certificate, with the names it needs, kept with mode 600', async () => {
  const certificate = lan.host.host.hub.get('certificate');
  const read = new X509Certificate(readFileSync(file(), 'utf8'));
  expect(certificate?.fingerprint).toBe(read.fingerprint256);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  const text = execFileSync('openssl', ['x509', '-in', file(), '-noout', '-text']).toString();
  expect(text).toMatch(/regie\.example/);
  expect(text).toMatch(/TLS Web Server Authentication/);
  const verified = execFileSync('openssl', ['verify', '-CAfile', file(), file()]).toString();
  expect(verified).toMatch(/OK/);
  const { hostname, port } = new URL(url);
  const shown = await new Promise<string>((done, failed) => {
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
      done(socket.getPeerCertificate().fingerprint256);
      socket.end();
    });
    socket.once('error', failed);
  });
  expect(shown).toBe(certificate?.fingerprint);
});

it('keeps it over a restart, and makes another only for a new name', async () => {
  const before = lan.host.host.hub.get('certificate')?.fingerprint;
  await lan.asOwner('document/edit', put({ https: false }));
  await expect.poll(() => urls()[0] ?? '').toMatch(/^http:/);
  expect(lan.host.host.hub.get('certificate')).toBeNull();
  await lan.asOwner('document/edit', put({ https: true, names: ['regie.example'] }));
  await expect.poll(() => urls()[0] ?? '').toMatch(/^https:/);
  expect(lan.host.host.hub.get('certificate')?.fingerprint).toBe(before);
  await lan.asOwner('document/edit', put({ https: true, names: ['regie.example', 'toit.example'] }));
  await expect.poll(() => lan.host.host.hub.get('certificate')?.names).toContain('toit.example');
  expect(lan.host.host.hub.get('certificate')?.fingerprint).not.toBe(before);
  [url = ''] = urls();
});

it('pairs, sets a Secure cookie, and serves the link over wss with the same checks', async () => {
  const { pin } = (await lan.asOwner('pair/open', { role: 'operator' })).body.value;
  const paired = await ask('/api/pair', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ pin, name: 'Tablette' }),
  });
  expect(paired.status).toBe(200);
  expect(String(paired.headers['set-cookie'])).toMatch(/Secure/);
  const { token } = (JSON.parse(paired.text) as { value: { token: string } }).value;
  const { host } = new URL(url);
  const page = await ask('/console');
  expect(page.headers['content-security-policy']).toContain(`wss://${host}`);
  const open = (origin: string) =>
    new WebSocket(`wss://${host}/link`, {
      ca: readFileSync(file(), 'utf8'),
      checkServerIdentity: () => false,
      headers: { origin },
    });
  const socket = open(`https://${host}`);
  const heard = await new Promise<HostMessage>((done, failed) => {
    socket.once('error', failed);
    socket.once('message', (data: Buffer) => done(JSON.parse(data.toString()) as HostMessage));
    socket.once('open', () =>
      socket.send(
        JSON.stringify({
          t: 'hello',
          protocol: 1,
          role: 'operator',
          page: { kind: 'console', id: 'a' },
          token,
        }),
      ),
    );
  });
  expect(heard).toMatchObject({ t: 'welcome', you: { roles: ['viewer', 'operator'] } });
  socket.terminate();
  for (const origin of [`http://${host}`, 'https://elsewhere.example']) {
    const refused = open(origin);
    const code = await new Promise<number>((done) => {
      refused.on('unexpected-response', (_request, reply) => done(reply.statusCode ?? 0));
      refused.on('error', () => undefined);
    });
    expect(code).toBe(403);
  }
  expect((await ask('/console', { headers: { host: 'evil.example' } })).status).toBe(403);
  expect((await ask('/output/left')).status).toBe(403);
});

it('sends plain http on, and refuses in words what is no page of its own', async () => {
  const { host } = new URL(url);
  const page = await plain(`GET /console HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  expect(page).toMatch(/^HTTP\/1\.1 308/);
  expect(page).toContain(`Location: https://${host}/console`);
  const verb = await plain(`POST /api/verb/go HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\n\r\n{}`);
  expect(verb).toMatch(/https-needed/);
  // A name that somebody points here must not be sent on to itself.
  const rebound = await plain('GET /console HTTP/1.1\r\nHost: evil.example\r\n\r\n');
  expect(rebound).toMatch(/host-refused/);
  expect(rebound).not.toMatch(/Location/);
});

it('a spare trusts the certificate that it was paired with, and no other', async () => {
  const { pin } = (await lan.asOwner('pair/open', { role: 'viewer' })).body.value;
  const mine = mkdtempSync(join(tmpdir(), 'frise-https-spare-'));
  const follow = { url: new URL(url).origin, token: null, pin };
  const spare = await startTestHost({ station: mine, follow });
  await expect.poll(() => spare.host.hub.get('spare')?.state).toBe('following');
  expect(statSync(join(mine, 'follow.json')).mode & 0o777).toBe(0o600);
  await lan.asOwner('document/edit', put({ https: true, names: ['other.example'] }));
  await expect
    .poll(() => spare.host.hub.get('spare')?.problem?.code, { timeout: 9000 })
    .toBe('follow-certificate');
  await spare.stop();
  rmSync(mine, { recursive: true, force: true });
});

it('a spare that is not paired is told what to do', async () => {
  const follow = { url: new URL(url).origin, token: null, pin: null };
  await expect(startTestHost({ follow })).rejects.toThrow(/--follow-pin/);
});

it('waits for nobody who is slow: a handshake, a head, a head in plain', { timeout: 30_000 }, async () => {
  const { hostname, port } = new URL(url);
  const at = { host: hostname, port: Number(port) };
  const begun = (socket: Socket, text: string | Buffer) =>
    new Promise<string>((done) => {
      socket.on('error', () => undefined);
      socket.on('close', () => done('hung up'));
      socket.write(text);
    });
  const secure = () => connect({ ...at, rejectUnauthorized: false });
  const all = [
    begun(connectRaw(at), Buffer.from([22, 3, 1])),
    begun(connectRaw(at), 'GET / HTTP/1.1\r\n'),
    begun(secure(), 'GET / HTTP/1.1\r\n'),
    begun(secure(), ''),
  ];
  const tooLong = new Promise<string>((done) => setTimeout(() => done('kept'), 20_000));
  expect(await Promise.all(all.map((each) => Promise.race([each, tooLong])))).toEqual(
    all.map(() => 'hung up'),
  );
});
