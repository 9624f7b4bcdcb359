import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Connection, Transport } from '../../host/gateway.ts';
import { messages } from '../../../core/messages.ts';
import { fail, type Problem } from '../../../core/result.ts';
import { checkCaller, type Scheme } from './guard.ts';

/** The link over WebSocket. Host and Origin are checked before the upgrade: browsers don't do it for sockets. */
type Options = {
  names(request: IncomingMessage): ReadonlySet<string>;
  scheme: Scheme;
  connect(transport: Transport): Connection;
  onFault(message: string): void;
  limits: LinkLimits;
};
export type LinkLimits = {
  mostClients: number;
  /** Lines from one address. */
  mostPerAddress: number;
  /** A message beyond it ends the connection; one of a megabyte is answered and not read. */
  hardLimitBytes: number;
  /** Messages of one line wait for those of the others: a flood of tiny ones takes nobody's turn, and costs a delay. */
  inTurn: boolean;
};
/** Each door has limits of its own, so that a crowd at the network's leaves the show's own pages their places. */
export const loopbackLimits: LinkLimits = {
  mostClients: 200,
  mostPerAddress: 200,
  hardLimitBytes: 8_000_000,
  inTurn: false,
};
export const lanLimits: LinkLimits = {
  mostClients: 80,
  mostPerAddress: 20,
  hardLimitBytes: 1_100_000,
  inTurn: true,
};

/**
 * Who is sent away and doesn't say goodbye keeps its place no longer, ms; a message is in no more pieces than a browser
 * makes of it. The types of `ws` don't know these yet.
 */
const guards = { closeTimeout: 2000, maxFragments: 1024 };
/** A longer message is answered and not read. */
const mostTextBytes = 1_000_000;

export const createLinkSocket = ({ names, scheme, connect, onFault, limits }: Options) => {
  const { hardLimitBytes, mostClients, mostPerAddress, inTurn } = limits;
  const perAddress = new Map<string, number>();
  /** null: no place is left. Gives back what frees it. */
  const placeFor = (address: string): (() => void) | null => {
    const taken = perAddress.get(address) ?? 0;
    if (server.clients.size >= mostClients || taken >= mostPerAddress) return null;
    perAddress.set(address, taken + 1);
    return () => {
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    };
  };
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: hardLimitBytes,
    perMessageDeflate: false,
    allowSynchronousEvents: !inTurn,
    ...guards,
  });
  server.on('connection', (socket: WebSocket) => serve(socket, connect, onFault));
  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      socket.on('error', (error) => onFault(`upgrade: ${error.message}`));
      const caller = checkCaller(request.headers, names(request), scheme);
      if (!caller.ok) return refuse(socket, '403 Forbidden', caller);
      if (request.url?.split('?')[0] !== '/link')
        return refuse(socket, '404 Not Found', fail('not-found', messages['not-found'].en));
      const free = placeFor(request.socket.remoteAddress ?? '');
      if (free === null)
        return refuse(socket, '503 Service Unavailable', fail('too-many', messages['too-many'].en));
      socket.once('close', free);
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    close() {
      for (const client of server.clients) client.close(1001, 'the host ends');
      server.close();
    },
    terminate() {
      for (const client of server.clients) client.terminate();
    },
  };
};

const refuse = (socket: Duplex, status: string, refusal: Problem) => {
  const text = JSON.stringify(refusal);
  // An HTTP server lets the other side keep its half, for ever: no end of the host would come while it does.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
  );
};

const serve = (socket: WebSocket, connect: Options['connect'], onFault: Options['onFault']) => {
  const connection = connect({
    send: (text) => socket.send(text),
    close: (code, reason) => (code === 1013 ? socket.terminate() : socket.close(code, reason)),
    waiting: () => socket.bufferedAmount,
  });
  socket.on('message', (data: RawData, isBinary: boolean) => {
    const bytes = bytesOf(data);
    if (isBinary) connection.reject('malformed-message');
    else if (bytes.length > mostTextBytes) connection.reject('body-too-large');
    else connection.receive(bytes.toString('utf8'));
  });
  socket.on('close', () => connection.closed());
  socket.on('error', (error) => onFault(`link: ${error.message}`));
};

const bytesOf = (data: RawData): Buffer =>
  Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
