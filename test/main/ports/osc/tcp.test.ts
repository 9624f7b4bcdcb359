import { connect, type Socket } from 'node:net';
import { fc, test } from '@fast-check/vitest';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { frame } from '../../../../core/control/osc/framing.ts';
import type { Framing } from '../../../../core/control/osc/framing.ts';
import { encodeMessage } from '../../../../main/ports/osc/encode.ts';
import { createDeskPort } from '../../../../main/ports/osc/osc.port.ts';
import type { OscPortOptions } from '../../../../main/ports/osc/port.types.ts';
import { MOST_UNSENT, SLOWEST_PACKET } from '../../../../main/ports/osc/tcp-peer.ts';
import { MOST_OF_ADDRESS, MOST_PEERS } from '../../../../main/ports/osc/tcp-server.ts';
import type { LineState } from '../../../../main/ports/osc/transport.ts';
import { makeOptions } from './support.ts';

/** What a peer may do to a TCP port, and what it costs: real sockets, a clock that moves when told. */
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
const listen = async (protocol: Framing, overrides: Partial<OscPortOptions> = {}) => {
  const made = makeOptions(overrides);
  const lines: LineState[] = [];
  const port = await createDeskPort(
    made.options,
    { protocol, side: 'server', reply: { host: '', port: 0 } },
    (state) => lines.push(state),
  );
  open.push(() => port.close());
  const peers = () => lines.findLast((line) => line.kind === 'open')?.peers ?? 0;
  return { ...made, port, peers };
};
const call = async (port: number, localAddress = '127.0.0.1') => {
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  let isGone = false;
  socket.on('error', () => undefined).on('close', () => (isGone = true));
  open.push(() => socket.destroy());
  await new Promise((done) => socket.once('connect', done));
  return Object.assign(socket, { isGone: () => isGone });
};
const go = encodeMessage('/frise/go', []);
const say = (socket: Socket, framing: Framing, packet = go) => socket.write(frame(framing, packet));
const framings: Framing[] = ['tcp-length', 'tcp-slip'];

describe.each(framings)('%s', (framing) => {
  it('takes a message byte by byte, and many at once', async () => {
    const { port, requests } = await listen(framing);
    const desk = await call(port.address.port);
    desk.setNoDelay(true);
    for (const byte of frame(framing, go)) {
      desk.write(Uint8Array.of(byte));
      await new Promise((done) => setImmediate(done));
    }
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    desk.write(Buffer.concat([frame(framing, go), frame(framing, go), frame(framing, go)]));
    await vi.waitFor(() => expect(requests).toHaveLength(4));
  });
  it('hangs up on a packet that dribbles, and on nobody who is merely silent', async () => {
    const { port, advance, peers } = await listen(framing);
    const slow = await call(port.address.port);
    const silent = await call(port.address.port);
    await vi.waitFor(() => expect(peers()).toBe(2));
    const bytes = frame(framing, go);
    slow.write(bytes.subarray(0, 6));
    await vi.waitFor(() => expect(port.stats.datagrams).toBe(0));
    await new Promise((done) => setTimeout(done, 30));
    advance(SLOWEST_PACKET - 1);
    slow.write(bytes.subarray(6, 7));
    await new Promise((done) => setTimeout(done, 30));
    expect(slow.isGone()).toBe(false);
    advance(2);
    await vi.waitFor(() => expect(slow.isGone()).toBe(true));
    advance(3600);
    expect(silent.isGone()).toBe(false);
    await vi.waitFor(() => expect(peers()).toBe(1));
  });
  it('a half-closed connection ends, and what it said before counts', async () => {
    const { port, requests, peers } = await listen(framing);
    const desk = await call(port.address.port);
    desk.end(frame(framing, go));
    await vi.waitFor(() => expect(desk.isGone()).toBe(true));
    await vi.waitFor(() => expect(peers()).toBe(0));
    expect(requests).toHaveLength(1);
  });
  it('of one address the oldest makes way; when all places are taken the newest is refused', async () => {
    const { port, peers } = await listen(framing);
    const mine: Awaited<ReturnType<typeof call>>[] = [];
    for (let n = 0; n <= MOST_OF_ADDRESS; n += 1) mine.push(await call(port.address.port));
    await vi.waitFor(() => expect(mine[0]?.isGone()).toBe(true));
    expect(mine.slice(1).some((one) => one.isGone())).toBe(false);
    for (let n = 0; n < MOST_PEERS - MOST_OF_ADDRESS; n += 1)
      await call(port.address.port, `127.0.1.${1 + Math.floor(n / MOST_OF_ADDRESS)}`);
    await vi.waitFor(() => expect(peers()).toBe(MOST_PEERS));
    const late = await call(port.address.port, '127.0.2.1');
    await vi.waitFor(() => expect(late.isGone()).toBe(true));
    expect(peers()).toBe(MOST_PEERS);
  });
  it('who does not read what it is sent is hung up on, and costs no more than that', async () => {
    const { port } = await listen(framing);
    const deaf = await call(port.address.port);
    deaf.pause();
    const packet = encodeMessage('/x', [{ type: 's', value: 'x'.repeat(4000) }]);
    await vi.waitFor(
      () => {
        for (let n = 0; n < 200; n += 1) port.send(packet);
        expect(port.send(packet)).toBe(0);
      },
      { timeout: 10_000 },
    );
    expect(MOST_UNSENT).toBeLessThan(1 << 20);
  });
  it('who sends faster than a desk can is made to wait, and loses nothing', async () => {
    const { port, requests, advance } = await listen(framing);
    const desk = await call(port.address.port);
    const count = 3000;
    const packet = encodeMessage('/frise/timeline/flash/start', []);
    desk.write(Buffer.concat(Array.from({ length: count }, () => frame(framing, packet))));
    await vi.waitFor(() => expect(port.stats.messages).toBeGreaterThan(150));
    await new Promise((done) => setTimeout(done, 50));
    expect(port.stats.messages).toBeLessThan(count);
    await vi.waitFor(
      () => {
        advance(0.06);
        expect(requests).toHaveLength(count);
      },
      { timeout: 10_000, interval: 2 },
    );
  });
  it('a show clock that jumps back holds nobody up', async () => {
    const { port, requests, advance, step } = await listen(framing);
    const desk = await call(port.address.port);
    say(desk, framing);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    step(-3600);
    const packet = encodeMessage('/frise/timeline/flash/start', []);
    const sent = Buffer.concat(Array.from({ length: 500 }, () => frame(framing, packet)));
    desk.write(sent);
    await vi.waitFor(
      () => {
        advance(0.06);
        expect(requests).toHaveLength(501);
      },
      { timeout: 5000, interval: 2 },
    );
  });
  test.prop([fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 6 })], { seed: 11, numRuns: 40 })(
    'garbage does nothing, and the next caller is served',
    async (chunks) => {
      const { port, requests } = await listen(framing);
      const wild = await call(port.address.port);
      for (const chunk of chunks) wild.write(chunk);
      const desk = await call(port.address.port);
      say(desk, framing);
      await vi.waitFor(() => expect(requests).toHaveLength(1));
      expect(requests[0]?.verb).toBe('go');
      expect(port.stats.failures).toBe(0);
      wild.destroy();
      desk.destroy();
      await port.close();
    },
  );
});

it('a browser or a SLIP desk at the length port is hung up on at once, with a word why', async () => {
  const { port, journal } = await listen('tcp-length');
  const browser = await call(port.address.port);
  browser.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await vi.waitFor(() => expect(browser.isGone()).toBe(true));
  expect(JSON.stringify(journal)).toContain('SLIP');
  const slip = await call(port.address.port);
  say(slip, 'tcp-slip');
  await vi.waitFor(() => expect(slip.isGone()).toBe(true));
});
it('a client that never gets through calls again, slower and slower, and stops when it is closed', async () => {
  const taken = await listen('tcp-length');
  const { port: number } = taken.port.address;
  await taken.port.close();
  const made = makeOptions({ port: number });
  const lines: LineState['kind'][] = [];
  const port = await createDeskPort(
    made.options,
    { protocol: 'tcp-length', side: 'client', reply: { host: '', port: 0 } },
    (state) => lines.push(state.kind),
  );
  const calls = () => lines.filter((kind) => kind === 'connecting').length;
  for (const [index, wait] of [0.5, 1, 2, 4, 8, 10, 10].entries()) {
    await vi.waitFor(() => expect(lines.filter((kind) => kind === 'lost')).toHaveLength(index + 1));
    made.advance(wait - 0.01);
    expect(calls()).toBe(index + 1);
    made.advance(0.02);
    expect(calls()).toBe(index + 2);
  }
  await port.close();
  made.advance(3600);
  expect(calls()).toBe(8);
});
