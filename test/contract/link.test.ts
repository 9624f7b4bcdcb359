import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostMessage } from '../../core/control/link.ts';
import { startTestHost, type TestHost } from './support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.stop());

type Patch = Extract<HostMessage, { t: 'patch' }>;
const isPatchOf =
  (topic: Patch['topic']) =>
  (message: HostMessage): message is Patch =>
    message.t === 'patch' && message.topic === topic;

describe('the upgrade', () => {
  it.each([
    [{ origin: 'http://evil.example' }, 403],
    [{ host: 'evil.example' }, 403],
  ])('refuses %o', async (headers, status) => {
    await expect(host.socket(headers)).rejects.toThrow(String(status));
  });
  it('takes its own origin', async () => {
    const socket = await host.socket({ origin: host.ready.http });
    expect((await socket.hello()).t).toBe('welcome');
  });
});

describe('hello', () => {
  it('is answered with every topic', async () => {
    const { snapshot, seq } = await (await host.socket()).hello();
    expect(seq).toBe(0);
    expect(Object.keys(snapshot).sort()).toEqual(
      [
        'analyses',
        'analysisAsk',
        'cameras',
        'certificate',
        'cameBack',
        'clock',
        'disk',
        'exports',
        'draft',
        'draftShow',
        'facade',
        'fading',
        'followers',
        'history',
        'inputs',
        'journal',
        'lineUp',
        'live',
        'lock',
        'media',
        'notes',
        'pairing',
        'people',
        'plans',
        'preflight',
        'preflightAsk',
        'releases',
        'previews',
        'projectors',
        'rig',
        'settings',
        'show',
        'sound',
        'soundInput',
        'soundTest',
        'spare',
        'station',
        'status',
        'thumbnails',
        'timecode',
      ].sort(),
    );
    expect(snapshot.plans).toHaveLength(1);
    expect(snapshot.status.cues.standby).toBe('1');
  });
  it.each(['owner', 'shell'])('as %s needs the token', async (role) => {
    const stranger = await host.socket();
    stranger.say({ t: 'hello', protocol: 1, role, page: { kind: 'tool', id: 'x' }, token: 'wrong' });
    expect(await stranger.until(stranger.kind('refused'))).toMatchObject({ code: 'token-needed' });
    const owner = await host.socket();
    expect((await owner.hello({ role, token: host.ready.owner })).t).toBe('welcome');
  });
  it('in another protocol is refused', async () => {
    const socket = await host.socket();
    socket.say({ t: 'hello', protocol: 99, role: 'viewer', page: { kind: 'tool', id: 'x' }, token: null });
    expect(await socket.until(socket.kind('refused'))).toMatchObject({ code: 'protocol-mismatch' });
  });
  it('comes first', async () => {
    const socket = await host.socket();
    socket.say({ t: 'verb', id: '1', verb: 'go', args: {} });
    expect(await socket.until(socket.kind('refused'))).toMatchObject({ code: 'hello-expected' });
  });
});

describe('after it', () => {
  it('patches are numbered without gaps and a plan comes before the verb’s reply', async () => {
    const socket = await host.socket();
    await socket.hello();
    await socket.verb('reset');
    await socket.until(isPatchOf('status'));
    const numbers = socket.heard.flatMap((message) => (message.t === 'patch' ? [message.seq] : []));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const order = socket.heard.map((message) => (message.t === 'patch' ? message.topic : message.t));
    expect(order.indexOf('plans')).toBeLessThan(order.indexOf('reply'));
  });
  it('a viewer may not press', async () => {
    const socket = await host.socket();
    await socket.hello({ role: 'viewer' });
    expect(await socket.verb('go')).toMatchObject({ ok: false, code: 'role-refused' });
  });
  it('a ping tells the host’s clock', async () => {
    const socket = await host.socket();
    socket.say({ t: 'ping', id: 7, at: 1.5 });
    const pong = await socket.until(socket.kind('pong'));
    expect(pong).toMatchObject({ id: 7, at: 1.5 });
    expect(Math.abs(pong.host - Number(process.hrtime.bigint()) / 1e9)).toBeLessThan(1);
  });
  it('an output that reports is connected, and gone when it leaves', async () => {
    const socket = await host.socket();
    await socket.hello({ role: 'viewer', page: { kind: 'output', id: 'left' } });
    socket.say({
      t: 'report',
      report: {
        kind: 'output',
        fps: 59.5,
        late: 2,
        frame: 77,
        error: { code: 'layer-failed', message: 'x', path: 'clip:red' },
        thumbnail: null,
      },
    });
    await expect
      .poll(async () => (await host.status()).outputs[0])
      .toMatchObject({ id: 'left', connected: true, fps: 59.5, late: 2, frame: 77 });
    expect((await host.status()).health).toMatchObject({ ok: false, problems: [{ path: 'clip:red' }] });
    socket.raw.terminate();
    await expect
      .poll(async () => (await host.status()).outputs[0])
      .toMatchObject({ connected: false, error: null });
    const { problems } = (await host.status()).health;
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['output-lost', 'output:left']]);
  });
  it('a sound page that leads sets the clock’s rate until it leaves; the clock never jumps', async () => {
    const socket = await host.socket();
    await socket.hello({ page: { kind: 'audio', id: 'booth' } });
    expect(await socket.verb('sound/lease', { page: 'booth' })).toMatchObject({
      ok: true,
      value: { held: true },
    });
    expect(await socket.verb('sound/lease', { page: 'other' })).toMatchObject({
      ok: true,
      value: { held: false },
    });
    const before = host.host.clock.now();
    socket.say({
      t: 'report',
      report: {
        kind: 'audio',
        state: 'running',
        rate: 1.0002,
        offsetMs: 3,
        playing: true,
        loading: null,
        problems: [],
        peak: null,
      },
    });
    await expect.poll(() => host.host.clock.map().rate).toBe(1.0002);
    expect((await host.status()).clock).toMatchObject({ source: 'sound', offsetMs: 3 });
    expect(host.host.clock.now() - before).toBeLessThan(2);
    socket.raw.terminate();
    await expect.poll(() => host.host.clock.map()).toMatchObject({ rate: 1, source: 'machine' });
  });
  it('one id is one request', async () => {
    const socket = await host.socket();
    await socket.hello();
    const first = await socket.verb('standby', { cue: '2' }, 'same');
    socket.heard.length = 0;
    expect(await socket.verb('standby', { cue: '2' }, 'same')).toEqual(first);
  });
});

describe('rubbish', () => {
  it.each(['', '{', 'null', '[]', '{"t":"none"}', '{"t":"verb","id":1}', '{"t":"hello"}', '\u0000'])(
    '%j is answered',
    async (text) => {
      const socket = await host.socket();
      await socket.hello();
      socket.say(text);
      expect(await socket.until(socket.kind('refused'))).toMatchObject({ code: 'malformed-message' });
      expect((await socket.verb('standby', { cue: '1' })).ok).toBe(true);
    },
  );
  it('bytes and long texts are answered', async () => {
    const socket = await host.socket();
    await socket.hello();
    socket.raw.send(Buffer.from([1, 2, 3]));
    await socket.until(socket.kind('refused'));
    socket.heard.length = 0;
    socket.say(JSON.stringify({ t: 'snapshot', more: 'x'.repeat(1_100_000) }));
    expect(await socket.until(socket.kind('refused'))).toMatchObject({ code: 'body-too-large' });
  });
  it('in floods hurts nobody else', async () => {
    const quiet = await host.socket();
    await quiet.hello();
    const noisy = await Promise.all(Array.from({ length: 5 }, () => host.socket()));
    for (const socket of noisy)
      for (let n = 0; n < 4000; n += 1) socket.say(`{"t":"verb","id":"${n}","verb":"x`);
    const began = performance.now();
    expect((await quiet.verb('standby', { cue: '1' })).ok).toBe(true);
    expect(performance.now() - began).toBeLessThan(2000);
    expect((await host.send('GET', '/api/status')).status).toBe(200);
  });
});
