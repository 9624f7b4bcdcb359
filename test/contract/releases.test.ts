import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestHost } from './support/host.ts';
import { ownerOf } from './support/lan.ts';

/** Newer versions: asked of a real server, only where and when the owner wants it. */
let feed: Server;
let asked: { url: string; headers: Record<string, unknown> }[];
let answer: RequestListener;
let address: string;
let host: Awaited<ReturnType<typeof startTestHost>>;
let asOwner: ReturnType<typeof ownerOf>;

beforeEach(async () => {
  asked = [];
  answer = (_request, response) => response.end(JSON.stringify({ tag_name: 'v99.0.0' }));
  feed = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(feed, 'listening');
  address = `http://127.0.0.1:${(feed.address() as AddressInfo).port}/latest`;
  host = await startTestHost();
  asOwner = ownerOf(host);
});
afterEach(async () => {
  await host.stop();
  feed.closeAllConnections();
  feed.close();
});

const keep = (record: unknown) =>
  asOwner('document/edit', { document: 'station', label: 'releases', put: { 'releases:main': record } });
const releases = () => host.host.hub.get('releases');
const look = () => asOwner('releases/look', {});

it('asks nobody until the owner has said whom', async () => {
  expect(releases()).toMatchObject({ own: '0.1.0', newest: null, isNewer: false, lookedAt: null });
  expect(await look()).toMatchObject({ body: { code: 'releases-no-feed' } });
  expect((await host.verb('releases/look')).status).toBe(403);
  expect(asked).toEqual([]);
});

it('tells of a newer one, and sends nothing of this station', async () => {
  await keep({ check: false, feed: address });
  expect(await look()).toMatchObject({ body: { value: { newest: '99.0.0', isNewer: true } } });
  expect(releases()).toMatchObject({ newest: { version: '99.0.0' }, isNewer: true, problem: null });
  const headers = asked[0]?.headers ?? {};
  expect(Object.keys(headers).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'connection',
    'host',
    'sec-fetch-mode',
    'user-agent',
  ]);
  expect(headers['user-agent']).toBe('Frise');
});

it('the same and an older one are no news', async () => {
  answer = (_request, response) => response.end(JSON.stringify({ version: '0.0.9' }));
  await keep({ check: false, feed: address });
  expect(await look()).toMatchObject({ body: { value: { newest: '0.0.9', isNewer: false } } });
});

it.each<[string, RequestListener, string]>([
  ['another status', (_, response) => response.writeHead(404).end('{}'), 'releases-unreachable'],
  ['a page', (_, response) => response.end('<!doctype html>'), 'releases-unreadable'],
  ['two megabytes', (_, response) => response.end('x'.repeat(2_000_000)), 'releases-unreachable'],
  ['a line that is cut', (_, response) => response.destroy(), 'releases-unreachable'],
])('%s is told, and the show knows nothing of it', async (_what, listener, code) => {
  answer = listener;
  await keep({ check: false, feed: address });
  expect(await look()).toMatchObject({ body: { code } });
  expect(releases()).toMatchObject({ problem: { code }, newest: null, isLooking: false });
  expect((await host.status()).health.ok).toBe(true);
});

it('is not sent on to where it may not be asked', async () => {
  // Any address but this machine's three names stands for somebody in between.
  const other = createServer((_request, response) => response.end(JSON.stringify({ version: '99.0.0' })));
  other.listen(0, '127.0.0.2');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  answer = (_request, response) => response.writeHead(302, { Location: `http://127.0.0.2:${port}/` }).end();
  await keep({ check: false, feed: address });
  expect(await look()).toMatchObject({ body: { code: 'releases-unreachable' } });
  expect(releases()).toMatchObject({ problem: { path: expect.stringContaining('127.0.0.2') }, newest: null });
  other.closeAllConnections();
  other.close();
});

it('what one address told is no answer of another', async () => {
  await keep({ check: false, feed: address });
  await look();
  await keep({ check: false, feed: `${address}2` });
  expect(releases()).toMatchObject({ newest: null, isNewer: false, lookedAt: null });
});

it('refuses an address in plain', async () => {
  expect((await keep({ check: true, feed: 'http://host.example/latest' })).status).toBe(400);
});
