import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { levelsMessages } from '../../../core/control/levels.messages.ts';
import { OscPortError } from '../osc/error.ts';
import { senderList } from '../osc/senders.ts';

/** UDP sockets of ports that bring levels, and why one did not open. */
type DmxPortErrorCode =
  'dmx-port-busy' | 'dmx-port-denied' | 'dmx-host-unavailable' | 'dmx-sender-invalid' | 'dmx-port-failed';
export class DmxPortError extends Error {
  readonly code: DmxPortErrorCode;
  constructor(code: DmxPortErrorCode, what: string) {
    super(`${what}: ${levelsMessages[code].en}`);
    this.name = 'DmxPortError';
    this.code = code;
  }
}

/** The kernel's buffer, bytes: a second of 32 busy universes while the host is in a long task. */
const RECEIVE_BUFFER = 1 << 20;

export type Bound = {
  socket: Socket;
  address: { host: string; port: number };
  close(): Promise<void>;
};

/** Rejects with a DmxPortError. */
export const bindUdp = (
  host: string,
  port: number,
  share: boolean,
  onMessage: (bytes: Buffer, from: RemoteInfo) => void,
  onError: (error: Error) => void,
): Promise<Bound> =>
  new Promise((resolve, reject) => {
    const socket = createSocket({ type: 'udp4', reuseAddr: share });
    const refuse = (error: NodeJS.ErrnoException) => {
      socket.close();
      reject(new DmxPortError(codeOf(error), `${host}:${port}`));
    };
    socket.once('error', refuse);
    socket.on('message', onMessage);
    socket.bind({ address: host, port, exclusive: !share }, () => {
      socket.off('error', refuse);
      socket.on('error', onError);
      socket.setRecvBufferSize(RECEIVE_BUFFER);
      const bound = socket.address();
      let closing: Promise<void> | null = null;
      const close = () => (closing ??= new Promise((done) => socket.close(() => done())));
      resolve({ socket, address: { host: bound.address, port: bound.port }, close });
    });
  });

const codeOf = (error: NodeJS.ErrnoException): DmxPortErrorCode => {
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return 'dmx-port-busy';
    case 'EACCES':
    case 'EPERM':
      return 'dmx-port-denied';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EINVAL':
      return 'dmx-host-unavailable';
    default:
      return 'dmx-port-failed';
  }
};

/** The same lists as at the OSC port; throws a DmxPortError. */
export const allowedSenders = (senders: readonly string[]): ((address: string) => boolean) => {
  try {
    return senderList(senders);
  } catch (error) {
    if (error instanceof OscPortError) throw new DmxPortError('dmx-sender-invalid', error.message);
    throw error;
  }
};
