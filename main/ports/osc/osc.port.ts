import { createSocket } from 'node:dgram';
import type { RemoteInfo, Socket } from 'node:dgram';
import { isIP } from 'node:net';
import { bindError } from './error.ts';
import type { OscPort, OscPortOptions } from './port.types.ts';
import { createReceiver } from './receive.ts';
import { senderList } from './senders.ts';

/** The kernel's buffer, bytes: a second of a busy desk while the host is in a long task. */
const RECEIVE_BUFFER = 1 << 20;

/**
 * Opens one OSC port over UDP. Rejects with an OscPortError whose message says what to do. Errors of the open socket
 * are journalled; the port stays. `close` cancels what is scheduled and ends the socket.
 */
export async function createOscPort(options: OscPortOptions): Promise<OscPort> {
  const isAllowed = senderList(options.senders);
  const socket = createSocket({ type: isIP(options.host) === 6 ? 'udp6' : 'udp4', reuseAddr: false });
  await bind(socket, options);
  const receiver = createReceiver(options, (bytes, sender) =>
    socket.send(bytes, sender.port, sender.address),
  );
  socket.on('message', (bytes: Buffer, sender: RemoteInfo) => {
    if (isAllowed(sender.address)) receiver.receive(bytes, sender);
    else receiver.refuse(sender);
  });
  socket.on('error', (error) => receiver.fail('socket', error));
  const { address, port } = socket.address();
  let closing: Promise<void> | null = null;
  return {
    address: { host: address, port },
    stats: receiver.stats,
    log: receiver.log,
    close() {
      receiver.close();
      closing ??= new Promise((resolve) => socket.close(() => resolve()));
      return closing;
    },
  };
}

function bind(socket: Socket, { host, port }: OscPortOptions): Promise<void> {
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
