import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeBundle, encodeMessage } from '../../../../main/ports/osc/encode.ts';
import { createOscPort } from '../../../../main/ports/osc/osc.port.ts';
import type { OscPort, OscPortOptions } from '../../../../main/ports/osc/port.types.ts';
import { senderList } from '../../../../main/ports/osc/senders.ts';
import { makeDesk, makeOptions } from './support.ts';

const run = promisify(execFile);
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
async function makePort(overrides: Partial<OscPortOptions> = {}) {
  const made = makeOptions(overrides);
  const port: OscPort = await createOscPort(made.options);
  open.push(() => port.close());
  return { ...made, port };
}
async function desk(host?: string) {
  const made = await makeDesk(host);
  open.push(made.close);
  return made;
}

describe('over real UDP', () => {
  test('liblo’s oscsend: every number type, and the answer to a ping', async () => {
    const { port, requests } = await makePort();
    const send = (...args: string[]) => run('oscsend', ['127.0.0.1', String(port.address.port), ...args]);
    await send('/frise/go');
    await send('/frise/cue/go', 'sf', '12.5', '1.1');
    await send('/frise/standby', 'f', '1.10');
    await send('/frise/master', 'di', '0.5', '2');
    await send('/frise/blackout', 'T');
    await send('/frise/panic', 'h', '3');
    await vi.waitFor(() => expect(requests).toHaveLength(6));
    expect(requests.map(({ verb, args }) => [verb, args])).toEqual([
      ['go', {}],
      ['cue/go', { cue: '12.5', fade: 1.1 }],
      ['standby', { cue: '1.1' }],
      ['master', { level: 0.5, fade: 2 }],
      ['blackout', { on: true }],
      ['panic', { seconds: 3 }],
    ]);
    expect(requests[0]?.source).toMatchObject({ input: 'osc', address: '127.0.0.1' });
  });
  test('liblo’s oscdump reads what we send', async () => {
    const probe = await desk();
    probe.close();
    open.pop();
    const dump = spawn('stdbuf', ['-oL', 'oscdump', '-L', String(probe.port)]);
    open.push(() => dump.kill());
    let output = '';
    dump.stdout.on('data', (data: Buffer) => (output += data.toString('utf8')));
    const { socket } = await desk();
    const bytes = encodeMessage('/frise/error', [
      { type: 's', value: 'refusé' },
      { type: 'f', value: 1 },
      { type: 'i', value: -3 },
    ]);
    await vi.waitFor(
      () => {
        socket.send(encodeBundle(1n, [bytes]), probe.port, '127.0.0.1');
        expect(output).toMatch(/\/frise\/error sfi "refusé" 1\.0+ -3/);
      },
      { timeout: 5000, interval: 100 },
    );
  });
  test('answers go to the sender’s own port', async () => {
    const { port } = await makePort();
    const [one, two] = [await desk(), await desk()];
    await one.send(encodeMessage('/frise/ping', []), port.address.port);
    await two.send(encodeMessage('/frise/wrong', []), port.address.port);
    await vi.waitFor(() => expect([one.answers.length, two.answers.length]).toEqual([1, 1]));
    expect(one.answers[0]).toEqual({ kind: 'message', address: '/frise/pong', args: [] });
    expect(two.answers[0]).toMatchObject({
      address: '/frise/error',
      args: [{ type: 's', value: 'unknown-address' }, { type: 's' }],
    });
  });
  test('a reply that arrives is never answered, or two Frises would talk for ever', async () => {
    const { port } = await makePort();
    const { send, answers } = await desk();
    await send(encodeMessage('/frise/error', [{ type: 's', value: 'x' }]), port.address.port);
    await send(encodeMessage('/frise/pong', []), port.address.port);
    await vi.waitFor(() => expect(port.stats.messages).toBe(2));
    expect([port.stats.answers, answers]).toEqual([0, []]);
  });
  test('a stranger is counted and not heard', async () => {
    const { port, requests, journal } = await makePort({ senders: ['192.0.2.1', '10.0.0.0/8'] });
    const { send, answers } = await desk();
    await send(encodeMessage('/frise/go', []), port.address.port);
    await vi.waitFor(() => expect(port.stats.strangers).toBe(1));
    expect([requests, answers, port.log]).toEqual([[], [], []]);
    expect(journal).toMatchObject([{ text: expect.stringContaining('127.0.0.1') }]);
  });
  test('a flood of rubbish and then a GO', async () => {
    const { port, requests, journal } = await makePort();
    const { send } = await desk();
    for (let n = 0; n < 2000; n += 1) await send(Buffer.from([0x2f, n, n >> 8, 7]), port.address.port);
    await send(encodeMessage('/frise/go', []), port.address.port);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    expect(port.stats.malformed).toBeGreaterThan(1000);
    expect(journal.length).toBeLessThanOrEqual(2);
  });
});

describe('opening and closing', () => {
  test('a busy port says what to do', async () => {
    const { port } = await makePort();
    const again = createOscPort(makeOptions({ port: port.address.port }).options);
    await expect(again).rejects.toMatchObject({
      code: 'port-busy',
      message: expect.stringContaining('--osc HOST:PORT'),
    });
  });
  test('an address that isn’t ours', async () => {
    await expect(createOscPort(makeOptions({ host: '192.0.2.77' }).options)).rejects.toMatchObject({
      code: 'host-unavailable',
    });
  });
  test('a wrong sender list', async () => {
    for (const sender of ['desk', '10.0.0.0/99', '10.0.0.0/x', ''])
      await expect(createOscPort(makeOptions({ senders: [sender] }).options)).rejects.toMatchObject({
        code: 'sender-invalid',
      });
  });
  test('closing twice is one closing, frees the port and leaves no timer', async () => {
    const { port, pending } = await makePort();
    const { send } = await desk();
    await send(Buffer.from('rubbish!'), port.address.port);
    await vi.waitFor(() => expect(port.stats.malformed).toBe(1));
    await Promise.all([port.close(), port.close()]);
    expect(pending()).toBe(0);
    await makePort({ port: port.address.port });
  });
  test('IPv6 loopback', async () => {
    const { port } = await makePort({ host: '::1' });
    expect(port.address.host).toBe('::1');
  });
});

describe('the sender list', () => {
  test.each([
    [[], '127.0.0.1', true],
    [[], '127.8.8.8', true],
    [[], '::1', true],
    [[], '::ffff:127.0.0.1', true],
    [[], '192.168.1.5', false],
    [['192.168.1.5'], '192.168.1.5', true],
    [['192.168.1.5'], '127.0.0.1', false],
    [['192.168.1.0/24', 'loopback'], '192.168.1.77', true],
    [['192.168.1.0/24'], '192.168.2.77', false],
    [['192.168.1.5'], '::ffff:192.168.1.5', true],
    [['fe80::1'], 'fe80::1%eth0', true],
    [[], 'nonsense', false],
  ])('%j and %s: %s', (list, address, isAllowed) => {
    expect(senderList(list)(address)).toBe(isAllowed);
  });
});
