import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createRaw, type Server as RawServer, type Socket } from 'node:net';
import { messages } from '../../../core/messages.ts';

/**
 * One port for HTTPS that still answers who comes in plain http: TLS begins with the byte 22, no HTTP request does. A
 * page asked for in plain is sent to https, anything else is refused in words, and nothing of it reaches the show.
 */
const tlsHandshake = 22;
/** Who says nothing is not kept. */
const firstByteWithinMs = 10_000;

const lookEveryMs = 2000;

export type SecureServer = { raw: RawServer; destroyAll(): void };

/** `inner`: an https server that listens nowhere itself. `isOwn`: whether a Host header means this listener. */
export const createSecureServer = (
  inner: Server,
  isOwn: (request: IncomingMessage) => boolean,
  mostConnections: number,
): SecureServer => {
  const sockets = new Set<Socket>();
  const plain = createPlain({ connectionsCheckingInterval: lookEveryMs }, (request, response) =>
    answerPlain(request, response, isOwn(request)),
  );
  // A server begins to look for those who are too slow when it listens, and these two never do.
  for (const each of [inner, plain]) each.emit('listening');
  plain.requestTimeout = 10_000;
  plain.headersTimeout = 10_000;
  plain.on('clientError', (_error, socket) => socket.destroy());
  const raw = createRaw((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setTimeout(firstByteWithinMs, () => socket.destroy());
    socket.once('data', (first) => {
      socket.pause();
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      socket.unshift(first);
      (first[0] === tlsHandshake ? inner : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  raw.maxConnections = mostConnections;
  // Which ends the looking.
  raw.once('close', () => [inner, plain].forEach((each) => each.close()));
  return {
    raw,
    destroyAll() {
      for (const socket of sockets) socket.destroy();
    },
  };
};

const answerPlain = (request: IncomingMessage, response: ServerResponse, isOwn: boolean): void => {
  const isPage = request.method === 'GET' || request.method === 'HEAD';
  response.setHeader('Connection', 'close');
  if (isOwn && isPage) {
    response.writeHead(308, { Location: `https://${request.headers.host}${request.url ?? '/'}` }).end();
    return;
  }
  const code = isOwn ? 'https-needed' : 'host-refused';
  const { en: message, status } = messages[code];
  response
    .writeHead(status, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ ok: false, code, message, path: '' }));
};
