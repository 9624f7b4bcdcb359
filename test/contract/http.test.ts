import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.stop());
const json = { 'content-type': 'application/json' };
const port = () => new URL(host.ready.http).port;

describe('who may speak', () => {
  it.each(['evil.example', '127.0.0.1', '192.168.1.5:8090', 'localhost.evil.example'])(
    'refuses the host %s',
    async (name) => {
      const reply = await host.send('GET', '/api/status', { host: name });
      expect(reply.status).toBe(403);
      expect(reply.body).toMatchObject({ ok: false, code: 'host-refused' });
    },
  );
  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])(
    'takes the host %s with the port',
    async (name) => {
      expect((await host.send('GET', '/api/status', { host: `${name}:${port()}` })).status).toBe(200);
    },
  );
  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', 'file://'])(
    'refuses the origin %s',
    async (origin) => {
      const reply = await host.verb('master', { level: 1 }, { origin });
      expect(reply.status).toBe(403);
      expect(reply.body).toMatchObject({ code: 'origin-refused' });
    },
  );
  it('takes its own origin', async () => {
    expect((await host.verb('master', { level: 1 }, { origin: host.ready.http })).status).toBe(200);
  });
  it('takes the owner token and no other', async () => {
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    expect((await host.verb('master', { level: 1 }, bearer(host.ready.owner))).status).toBe(200);
    expect((await host.verb('master', { level: 1 }, bearer('wrong'))).status).toBe(401);
    expect((await host.verb('master', { level: 1 }, { authorization: 'Basic eDp5' })).status).toBe(401);
  });
});

describe('a verb', () => {
  it.each([
    ['text/plain', '{}', 415],
    ['application/x-www-form-urlencoded', 'level=1', 415],
    ['application/json', '{"level":', 400],
    ['application/json', '', 400],
    ['application/json', '[]', 400],
    ['application/json', '{"level":2}', 400],
    ['application/json', '{"level":1,"more":1}', 400],
    ['application/json; charset=utf-8', '{"level":1}', 200],
  ])('%s %s → %i', async (type, body, status) => {
    expect((await host.send('POST', '/api/verb/master', { 'content-type': type }, body)).status).toBe(status);
  });
  it('without arguments needs no body, and without a body no type', async () => {
    const press = (headers: Record<string, string>, body?: string) =>
      host.send('POST', '/api/verb/reset', headers, body);
    expect((await press({})).status).toBe(200);
    expect((await press(json)).status).toBe(200);
    expect((await press(json, '')).status).toBe(200);
    expect((await press({}, '{}')).status).toBe(415);
    expect((await press({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await press({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await host.send('GET', '/api/verb/reset')).status).toBe(405);
    expect((await host.send('POST', '/api/verb/master')).body).toMatchObject({ code: 'invalid-input' });
  });
  it('names what is wrong', async () => {
    expect((await host.verb('master', { level: 'loud' })).body).toMatchObject({
      ok: false,
      code: 'invalid-input',
      path: 'level',
    });
  });
  it.each(['nothing', 'go/', 'toString', '__proto__', 'cue/none'])('%s is unknown', async (name) => {
    expect((await host.verb(name)).status).toBe(404);
  });
  it('wants POST', async () => {
    expect((await host.send('GET', '/api/verb/go')).status).toBe(405);
    expect((await host.send('POST', '/api/status', json, '{}')).status).toBe(405);
  });
  it('may not be huge, whatever its length header says', async () => {
    const body = JSON.stringify({ level: 'x'.repeat(1_100_000) });
    expect((await host.verb('master', { level: 'x'.repeat(1_100_000) })).status).toBe(413);
    expect(
      (await host.send('POST', '/api/verb/master', { ...json, 'transfer-encoding': 'chunked' }, body)).status,
    ).toBe(413);
  });
  it('is refused by the guard, and seen at once when it is not', async () => {
    await host.verb('reset');
    expect((await host.verb('go', { cue: '1' })).body).toMatchObject({
      ok: true,
      value: { current: '1', standby: '2' },
    });
    expect(await host.status()).toMatchObject({
      cues: { current: '1', standby: '2' },
      playbacks: [{ timeline: 'main', state: 'playing' }],
    });
    const second = await host.verb('go');
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'guard' });
    expect((await host.verb('cue/go', { cue: '99' })).body).toMatchObject({ code: 'unknown-cue' });
  });
  it('runs once for one idempotency key', async () => {
    await host.verb('reset');
    const key = { 'idempotency-key': 'press-1' };
    const first = await host.verb('standby', { cue: '3' }, key);
    const again = await host.verb('standby', { cue: '3' }, key);
    expect(again.body).toEqual(first.body);
    expect((await host.verb('standby', { cue: '2' }, key)).body).toMatchObject({ code: 'request-id-reused' });
  });
  it('a cue’s action takes effect at the cue’s own time', async () => {
    await host.verb('reset');
    const fired = await host.verb('cue/go', { cue: '10' });
    expect(fired.status).toBe(200);
    expect((await host.status()).master.level).toBe(0.5);
    const { effectiveAt } = (fired.body as { value: { effectiveAt: number } }).value;
    const plans = host.host.playback.state().plans;
    expect(plans.at(-1)?.effectiveAt).toBe(effectiveAt);
  });
});

describe('what it serves', () => {
  it('headers that keep foreign code out', async () => {
    const { headers } = await host.send('GET', '/api/status');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
  it('media in whole and in ranges', async () => {
    const whole = await host.send('GET', '/media/dot');
    expect(whole.status).toBe(200);
    expect(whole.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'accept-ranges': 'bytes' });
    const part = await host.send('GET', '/media/dot', { range: 'bytes=1-3' });
    expect([part.status, part.text]).toEqual([206, 'svg']);
    expect(part.headers['content-range']).toBe(`bytes 1-3/${whole.text.length}`);
    expect((await host.send('GET', '/media/dot', { range: 'bytes=-7' })).text).toBe('</svg>\n');
    expect((await host.send('GET', '/media/dot', { range: 'bytes=99999-' })).status).toBe(416);
    const head = await host.send('HEAD', '/media/dot');
    expect([head.status, head.text, head.headers['content-length']]).toEqual([
      200,
      '',
      String(whole.text.length),
    ]);
  });
  it.each([
    '/media/none',
    '/media/..%2f..%2fpackage.json',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/show.json',
    '/package.json',
  ])('nothing at %s', async (path) => {
    expect((await host.send('GET', path)).status).toBe(404);
  });
});

it('many requests are told to wait, and the host goes on', async () => {
  const replies = await Promise.all(Array.from({ length: 900 }, () => host.verb('standby', { cue: '1' })));
  const statuses = new Set(replies.map(({ status }) => status));
  expect(statuses).toEqual(new Set([200, 429]));
  expect(replies.find(({ status }) => status === 429)?.headers['retry-after']).toBe('1');
  expect((await host.send('GET', '/api/status')).status).toBe(200);
});
