import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import type {
  OscClock,
  OscPortOptions,
  OscReply,
  OscRequest,
  RawMessage,
} from '../../../../main/ports/osc/port.types.ts';
import { decodePacket } from '../../../../core/control/osc/packet.ts';
import type { OscMessage } from '../../../../core/control/osc/packet.ts';

/** A clock that only moves when told; due timers run in order, each at its own time. */
export function fakeClock(wallStart = Date.UTC(2018, 10, 22)) {
  let now = 1000;
  let serial = 0;
  const timers = new Map<number, { at: number; fn: () => void }>();
  let stepped = 0;
  const clock: OscClock = {
    now: () => now + stepped,
    host: () => now,
    wallMs: () => wallStart + (now - 1000) * 1000,
    after(ms, fn) {
      const id = (serial += 1);
      timers.set(id, { at: now + ms / 1000, fn });
      return () => void timers.delete(id);
    },
  };
  const advance = (seconds: number): void => {
    const end = now + seconds;
    for (;;) {
      const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (next === undefined) break;
      timers.delete(next[0]);
      now = Math.max(now, next[1].at);
      next[1].fn();
    }
    now = end;
  };
  /** The show clock alone jumps, as a spare's does. */
  const step = (seconds: number): void => {
    stepped += seconds;
  };
  return { clock, advance, step, pending: () => timers.size };
}

/** Options with everything recorded. */
export function makeOptions(overrides: Partial<OscPortOptions> = {}) {
  const requests: OscRequest[] = [];
  const journal: object[] = [];
  const raw: RawMessage[] = [];
  const time = fakeClock();
  const options: OscPortOptions = {
    host: '127.0.0.1',
    port: 0,
    native: true,
    senders: [],
    clock: time.clock,
    dispatch: (request): Promise<OscReply> => {
      requests.push(request);
      return Promise.resolve({ ok: true, value: null });
    },
    triggers: () => [],
    isText: (clip, param) => clip === 'title' && param === 'text',
    desk: null,
    duplicates: null,
    subscriptions: null,
    journal: (entry) => journal.push(entry),
    onMessage: (message) => raw.push(message),
    ...overrides,
  };
  return { options, requests, journal, raw, ...time };
}

/** A desk: a UDP socket that sends bytes and keeps the messages that come back. */
export async function makeDesk(host = '127.0.0.1'): Promise<{
  socket: Socket;
  port: number;
  answers: OscMessage[];
  send: (bytes: Uint8Array, port: number) => Promise<void>;
  close: () => void;
}> {
  const socket = createSocket('udp4');
  const answers: OscMessage[] = [];
  socket.on('message', (bytes) => {
    const decoded = decodePacket(bytes);
    if (decoded.ok && decoded.packet.kind === 'message') answers.push(decoded.packet);
  });
  await new Promise<void>((resolve) => socket.bind(0, host, resolve));
  return {
    socket,
    port: socket.address().port,
    answers,
    send: (bytes, port) =>
      new Promise((resolve, reject) =>
        socket.send(bytes, port, '127.0.0.1', (error) => (error ? reject(error) : resolve())),
      ),
    close: () => void socket.close(),
  };
}
