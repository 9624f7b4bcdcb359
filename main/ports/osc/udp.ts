import { createSocket } from 'node:dgram';
import type { RemoteInfo, Socket } from 'node:dgram';
import { isIP } from 'node:net';
import type { Sender } from './answer.ts';
import { bindError } from './error.ts';
import { senderList } from './senders.ts';
import type { OpenTransport } from './transport.ts';

/** The kernel's buffer, bytes: a second of a busy desk while the host is in a long task. */
const RECEIVE_BUFFER = 1 << 20;

/** Datagrams to one port. Errors of the open socket are told; the port stays. */
export const openUdp: OpenTransport = async (options, events) => {
  const isAllowed = senderList(options.senders);
  const socket = createSocket({ type: isIP(options.host) === 6 ? 'udp6' : 'udp4', reuseAddr: false });
  await bind(socket, options);
  let last: Sender | null = null;
  const { reply } = options;
  const sendTo = (bytes: Uint8Array, to: Sender): boolean => {
    socket.send(bytes, reply.port === 0 ? to.port : reply.port, reply.host === '' ? to.address : reply.host);
    return true;
  };
  socket.on('message', (bytes: Buffer, sender: RemoteInfo) => {
    if (!isAllowed(sender.address)) return events.refuse(sender);
    last = sender;
    events.packet(bytes, sender);
  });
  socket.on('error', (error) => events.fail('socket', error));
  const { address, port } = socket.address();
  events.line({ kind: 'open', peers: 0 });
  return {
    address: { host: address, port },
    sendTo,
    send(bytes) {
      if (reply.host !== '' && reply.port !== 0)
        return Number(sendTo(bytes, { address: reply.host, port: reply.port }));
      return last === null ? 0 : Number(sendTo(bytes, last));
    },
    reset: () => undefined,
    close: () => closed(socket),
  };
};

/** Closing twice is no error. */
export const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    try {
      socket.close(() => resolve());
    } catch {
      resolve(); // it was closed already, which is what was wanted
    }
  });

export function bind(socket: Socket, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error): void => {
      socket.close();
      reject(bindError(error, host, port));
    };
    socket.once('error', refuse);
    socket.bind({ address: host, port, exclusive: true }, () => {
      socket.off('error', refuse);
      socket.setRecvBufferSize(RECEIVE_BUFFER);
      resolve();
    });
  });
}
