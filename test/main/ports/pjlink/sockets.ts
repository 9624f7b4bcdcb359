import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

/** Every TCP socket of this process, both ends of each connection. */
const clients = new Set<Socket>();
const servers = new Set<Socket>();
const collect = (sockets: Set<Socket>) => (message: unknown) => {
  if (typeof message !== 'object' || message === null || !('socket' in message)) return;
  const { socket } = message;
  if (!(socket instanceof Socket)) return;
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
};
subscribe('net.client.socket', collect(clients));
subscribe('net.server.socket', collect(servers));

/** No connection is half made or half gone, and nothing is on its way. */
export const isEverythingRead = (): boolean =>
  clients.size === servers.size &&
  [...clients].every((client) => {
    const peer = [...servers].find(({ remotePort }) => remotePort === client.localPort);
    return (
      !client.connecting &&
      peer !== undefined &&
      client.bytesRead === peer.bytesWritten &&
      peer.bytesRead === client.bytesWritten
    );
  });
