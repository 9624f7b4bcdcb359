import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { lookup } from 'node:dns';
import { createBackOff } from './back-off.ts';
import type { OpenTransport, TransportEvents, TransportOptions } from './transport.ts';
import { bind, closed } from './udp.ts';

/**
 * Datagrams to and from one desk. There is no connection: it counts as there once its name is known and the port at
 * which this machine hears is open. Only the desk is heard.
 */
export const openUdpClient: OpenTransport = (options, events) => {
  const backOff = createBackOff(options.clock);
  let line: { socket: Socket; address: string } | null = null;
  let isClosed = false;
  const dial = async (): Promise<void> => {
    events.line({ kind: 'connecting' });
    const found = await open(options, events);
    if (isClosed) return found.ok ? closed(found.socket) : undefined;
    if (found.ok) {
      line = found;
      backOff.reset();
      return events.line({ kind: 'open', peers: 1 });
    }
    events.line({ kind: 'lost', code: found.code });
    backOff.later(() => void dial());
  };
  const send = (bytes: Uint8Array): boolean => {
    line?.socket.send(bytes, options.port, line.address);
    return line !== null;
  };
  void dial();
  return Promise.resolve({
    address: { host: options.host, port: options.port },
    sendTo: send,
    send: (bytes) => Number(send(bytes)),
    reset: () => undefined,
    async close() {
      isClosed = true;
      backOff.stop();
      if (line !== null) await closed(line.socket);
    },
  });
};

type Opened = { ok: true; socket: Socket; address: string } | { ok: false; code: string };
const open = async (options: TransportOptions, events: TransportEvents): Promise<Opened> => {
  try {
    const { address, family } = await resolved(options.host);
    const socket = createSocket({ type: family === 6 ? 'udp6' : 'udp4' });
    await bind(socket, { host: family === 6 ? '::' : '0.0.0.0', port: options.reply.port });
    socket.on('message', (bytes, sender) =>
      sender.address === address ? events.packet(bytes, sender) : events.refuse(sender),
    );
    socket.on('error', (error) => events.fail('socket', error));
    return { ok: true, socket, address };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
};

const resolved = (host: string): Promise<{ address: string; family: number }> =>
  new Promise((resolve, reject) =>
    lookup(host, (error, address, family) => (error ? reject(error) : resolve({ address, family }))),
  );

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
