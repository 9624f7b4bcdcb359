import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Framing } from '../../../core/control/osc/framing.ts';
import type { Sender } from './answer.ts';
import { bindError } from './error.ts';
import { senderList } from './senders.ts';
import { createPeer, plain } from './tcp-peer.ts';
import type { Peer } from './tcp-peer.ts';
import type { OpenTransport } from './transport.ts';

/** Connections at once, and of one address: a desk that was switched off and on leaves one behind. */
export const MOST_PEERS = 16;
export const MOST_OF_ADDRESS = 4;

/**
 * Listens for desks. Strangers are sent away before a byte is read. Of one address the oldest connection makes way for a
 * new one; when all places are taken, whoever comes next is refused.
 */
export const openTcpServer =
  (framing: Framing): OpenTransport =>
  async (options, events) => {
    const isAllowed = senderList(options.senders);
    const peers = new Map<string, Peer>();
    const welcome = (socket: Socket): void => {
      const from = { address: plain(socket.remoteAddress), port: socket.remotePort ?? 0 };
      if (!isAllowed(from.address)) {
        events.refuse(from);
        return turnAway(socket);
      }
      const ofAddress = [...peers.values()].filter(({ sender }) => sender.address === from.address);
      if (ofAddress.length >= MOST_OF_ADDRESS) ofAddress[0]?.close('too many connections of this address');
      else if (peers.size >= MOST_PEERS) {
        events.note('full', `${from.address}: ${MOST_PEERS} connections are open`);
        return turnAway(socket);
      }
      const key = keyOf(from);
      const peer = createPeer({
        socket,
        framing,
        clock: options.clock,
        events,
        onClosed(why) {
          if (peers.get(key) === peer) peers.delete(key);
          events.note('left', `${from.address}: ${why}`);
          events.gone(from);
          events.line({ kind: 'open', peers: peers.size });
        },
      });
      peers.set(key, peer);
      events.line({ kind: 'open', peers: peers.size });
    };
    const server = createServer(welcome);
    const { address, port } = await listen(server, options);
    server.on('error', (error) => events.fail('server', error));
    events.line({ kind: 'open', peers: 0 });
    return {
      address: { host: address, port },
      sendTo: (bytes, to) => peers.get(keyOf(to))?.send(bytes) ?? false,
      send: (bytes) => [...peers.values()].filter((peer) => peer.send(bytes)).length,
      reset: () => undefined,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          for (const peer of peers.values()) peer.close('the port is closed');
        }),
    };
  };

const keyOf = ({ address, port }: Sender): string => `${address} ${port}`;

/** Its faults are of no interest any more, but an 'error' without a listener ends the host. */
const turnAway = (socket: Socket): void => void socket.on('error', () => undefined).destroy();

const listen = (
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<{ address: string; port: number }> =>
  new Promise((resolve, reject) => {
    const refuse = (error: Error): void => reject(bindError(error, host, port));
    server.once('error', refuse);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', refuse);
      const bound = server.address();
      if (typeof bound === 'object' && bound !== null) resolve(bound);
      else reject(bindError(new Error('no address'), host, port));
    });
  });
