import { createSocket } from 'node:dgram';
import { setTimeout as delay } from 'node:timers/promises';
import type { TestHost } from './host.ts';

/** Asks again and again until it gets something that counts. */
export const eventually = async <T>(
  read: () => T | Promise<T>,
  what = 'the condition',
  seconds = 10,
): Promise<NonNullable<T>> => {
  const limit = performance.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (performance.now() > limit) throw new Error(`${what}: not within ${seconds} s`);
    await delay(20);
  }
};

/** A desk over UDP on loopback, and the station's records that listen to it. */
export const putStation = async (host: TestHost, put: Record<string, unknown>, remove: string[] = []) => {
  const reply = await host.verb(
    'document/edit',
    { document: 'station', label: 'levels', put, remove },
    { authorization: `Bearer ${host.ready.owner}` },
  );
  return reply;
};

/** The port's address once it is open. */
export const portOfInput = async (host: TestHost, id: string): Promise<number> =>
  eventually(async () => {
    const found = (await host.status()).inputs.find((input) => input.id === id);
    const port = /:(\d+)/.exec(found?.detail ?? '')?.[1];
    return port === undefined || found?.state === 'fault' ? null : Number(port);
  }, id);

export const openDesk = async (address = '127.0.0.1') => {
  const socket = createSocket('udp4');
  const heard: Buffer[] = [];
  socket.on('message', (bytes) => heard.push(bytes));
  await new Promise<void>((done) => socket.bind(0, address, done));
  socket.setMulticastInterface('127.0.0.1');
  return {
    heard,
    port: socket.address().port,
    send: (port: number, bytes: Uint8Array, to = '127.0.0.1') =>
      new Promise<void>((done, failed) =>
        socket.send(bytes, port, to, (error) => (error === null ? done() : failed(error))),
      ),
    close: () => new Promise<void>((done) => socket.close(() => done())),
  };
};
export type Desk = Awaited<ReturnType<typeof openDesk>>;
